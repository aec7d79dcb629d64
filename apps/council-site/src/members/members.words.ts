import type { Language } from '@open-sanctuary/widgets/words';

/** What the members page says besides the words of the widget. */
export const membersWords = {
  en: {
    heading: 'members of the steering group',
    datesToCome: 'Dates to come',
    allMeetings: 'All published meetings for your calendar',
    calendarNote: 'The file says no more than that there is a meeting.',
    others: 'Other groups of this council',
    ended: 'This group has ended.',
    met: 'It met',
    from: '',
    to: 'to',
    names: 'Names on this page',
    byRole: 'People are shown by role only, unless they chose to be named.',
    takeAway: 'Take your own name away',
  },
  ar: {
    heading: 'أعضاء المجموعة التوجيهية',
    datesToCome: 'المواعيد القادمة',
    allMeetings: 'كل الاجتماعات المنشورة لتقويمك',
    calendarNote: 'لا يقول الملف أكثر من أن هناك اجتماعًا.',
    others: 'مجموعات أخرى لهذا المجلس',
    ended: 'انتهت هذه المجموعة.',
    met: 'اجتمعت',
    from: 'من',
    to: 'إلى',
    names: 'الأسماء في هذه الصفحة',
    byRole: 'يظهر الناس بصفتهم فقط، إلا إذا اختاروا ذكر أسمائهم.',
    takeAway: 'أزل اسمك',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type MembersWords = (typeof membersWords)[Language];
