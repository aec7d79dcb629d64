import type { Language } from '@open-sanctuary/widgets/words';

/** What the page of a meeting says besides the words of the widgets. */
export const meetingWords = {
  en: {
    title: 'Meeting of {day}',
    about: 'About this meeting',
    when: 'When',
    whoMayCome: 'Who may come',
    where: 'Where',
    online: 'Online',
    readAgenda: 'Read the agenda',
    readMinutes: 'Read the minutes',
    membersOnly: 'Members of the group only.',
    noPlace: 'No place is published.',
    cancelled: 'This meeting was cancelled.',
    unrecorded: 'Nobody has recorded yet whether this meeting was held.',
    planned: 'This meeting is planned.',
    held: 'This meeting was held.',
    decisions: 'Decisions',
    notHeldYet: 'What it decides will stand here after the meeting.',
    noMinutes: 'No minutes are published.',
    noAgenda: 'No agenda is published.',
    backTo: 'All members and meetings',
  },
  ar: {
    title: 'اجتماع {day}',
    about: 'عن هذا الاجتماع',
    when: 'الموعد',
    whoMayCome: 'من يمكنه الحضور',
    where: 'المكان',
    online: 'عبر الإنترنت',
    readAgenda: 'اقرأ جدول الأعمال',
    readMinutes: 'اقرأ المحضر',
    membersOnly: 'أعضاء المجموعة فقط.',
    noPlace: 'لم يُنشر المكان.',
    cancelled: 'أُلغي هذا الاجتماع.',
    unrecorded: 'لم يسجل أحد بعد هل عُقد هذا الاجتماع.',
    planned: 'هذا الاجتماع مقرر.',
    held: 'عُقد هذا الاجتماع.',
    decisions: 'القرارات',
    notHeldYet: 'ستظهر القرارات هنا بعد الاجتماع.',
    noMinutes: 'لم يُنشر أي محضر.',
    noAgenda: 'لم يُنشر أي جدول أعمال.',
    backTo: 'كل الأعضاء والاجتماعات',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type MeetingWords = (typeof meetingWords)[Language];
