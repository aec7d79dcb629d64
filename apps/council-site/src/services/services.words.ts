import type { Language } from '@open-sanctuary/widgets/words';
import type { OrganisationKind, ProblemKind } from './services.queries.ts';

export interface ServicesWords {
  readonly help: string;
  readonly categories: string;
  readonly allServices: string;
  readonly tooMuch: string;
  readonly missedTitle: string;
  readonly missedIntro: string;
  readonly missedSend: string;
  readonly missedThanks: string;
  readonly missedLater: string;
  readonly whereMissing: string;
  readonly whereMissingIntro: string;
  readonly nothingMissed: string;
  readonly missedSoOften: string;
  readonly notSaidWhat: string;
  readonly ended: string;
  readonly findOther: string;
  readonly calendarTitle: string;
  readonly calendarNote: string;
  readonly shareNote: string;
  readonly wrongIntro: string;
  readonly wrongKinds: Readonly<Record<ProblemKind, string>>;
  readonly wrongSend: string;
  readonly wrongChoose: string;
  readonly thanks: string;
  readonly wrongThanks: string;
  readonly backToService: string;
  readonly allHelp: string;
  readonly kinds: Readonly<Record<OrganisationKind, string>>;
  readonly contact: string;
  readonly charity: string;
  readonly website: string;
  readonly itsServices: string;
  readonly noServices: string;
  readonly thingsWanted: string;
  readonly thingsNotWanted: string;
  readonly withholds: string;
  readonly noTimes: string;
}

/** What the pages about help say besides the words of the finder. Short sentences: many read them in a second language. */
export const servicesWords: Readonly<Record<Language, ServicesWords>> = {
  en: {
    help: 'Help for people seeking sanctuary',
    categories: 'What help there is',
    allServices: 'All services',
    tooMuch: 'We could not read this search. Use at most 8 words.',
    missedTitle: 'Could not find help?',
    missedIntro: 'Say what is missing. We only count it. We keep no words, and nothing about you.',
    missedSend: 'Say that it is missing',
    missedThanks: 'We counted it. We know nothing else about you.',
    missedLater: 'When 5 people miss the same help in a month, everybody can see it.',
    whereMissing: 'Where help is missing',
    whereMissingIntro:
      'People looked for this help in the last 12 months and did not find it. What fewer than 5 people missed in a month is not shown.',
    nothingMissed: 'Nothing is shown here yet. What fewer than 5 people missed in a month is not shown.',
    missedSoOften: 'How often',
    notSaidWhat: 'Not said',
    ended: 'This service has ended. Do not go there.',
    findOther: 'Find other help',
    calendarTitle: 'Appointment',
    calendarNote: 'In your calendar it is called “Appointment”.',
    shareNote:
      'A shared message does not say what help it is. To print this page as a card, use your browser.',
    wrongIntro: 'Say what is wrong. We only count it. We keep no words, and nothing about you.',
    wrongKinds: {
      CLOSED: 'It is closed',
      MOVED: 'It is somewhere else',
      WRONG_TIMES: 'The times are wrong',
      WRONG_CONTACT: 'The telephone number or address is wrong',
      WRONG_LANGUAGE: 'Nobody there speaks the language',
      NOT_WELCOME: 'I was sent away or not treated well',
      OTHER: 'Something else',
    },
    wrongSend: 'Say that it is wrong',
    wrongChoose: 'Please choose what is wrong.',
    thanks: 'Thank you',
    wrongThanks: 'We counted it. Those who look after this entry can see it.',
    backToService: 'Back to the service',
    allHelp: 'All help',
    kinds: {
      DEPARTMENT: 'Part of the council',
      CHARITY: 'Charity',
      COMMUNITY_GROUP: 'Community group',
      HEALTH_BODY: 'Part of the health service',
      PUBLIC_BODY: 'Public body',
    },
    contact: 'Contact',
    charity: 'Registered charity',
    website: 'Web page',
    itsServices: 'What they offer',
    noServices: 'No service of theirs is published here now.',
    thingsWanted: 'What you can give them',
    thingsNotWanted: 'What they cannot take',
    withholds: 'They tell their times only when you get in touch.',
    noTimes: 'No times are published. Ask first.',
  },
  ar: {
    help: 'مساعدة لمن يطلبون الأمان',
    categories: 'ما المساعدة المتوفرة',
    allServices: 'كل الخدمات',
    tooMuch: 'لم نتمكن من قراءة هذا البحث. استخدم 8 كلمات على الأكثر.',
    missedTitle: 'ألم تجد المساعدة؟',
    missedIntro: 'قل لنا ما الناقص. نحن نعدّ فقط. لا نحتفظ بأي كلمات ولا بأي شيء عنك.',
    missedSend: 'قل إنها ناقصة',
    missedThanks: 'سجّلنا ذلك في العدد. لا نعرف عنك أي شيء آخر.',
    missedLater: 'إذا افتقد 5 أشخاص المساعدة نفسها في شهر واحد، يستطيع الجميع رؤية ذلك.',
    whereMissing: 'أين تنقص المساعدة',
    whereMissingIntro:
      'بحث الناس عن هذه المساعدة في آخر 12 شهرًا ولم يجدوها. لا نعرض ما افتقده أقل من 5 أشخاص في شهر واحد.',
    nothingMissed: 'لا شيء معروض هنا بعد. لا نعرض ما افتقده أقل من 5 أشخاص في شهر واحد.',
    missedSoOften: 'كم مرة',
    notSaidWhat: 'لم يُذكر',
    ended: 'انتهت هذه الخدمة. لا تذهب إلى هناك.',
    findOther: 'ابحث عن مساعدة أخرى',
    calendarTitle: 'موعد',
    calendarNote: 'اسمها في تقويمك «موعد».',
    shareNote: 'الرسالة المشتركة لا تقول ما نوع المساعدة. لطباعة هذه الصفحة كبطاقة استخدم متصفحك.',
    wrongIntro: 'قل لنا ما الخطأ. نحن نعدّ فقط. لا نحتفظ بأي كلمات ولا بأي شيء عنك.',
    wrongKinds: {
      CLOSED: 'إنها مغلقة',
      MOVED: 'إنها في مكان آخر',
      WRONG_TIMES: 'المواعيد خاطئة',
      WRONG_CONTACT: 'رقم الهاتف أو العنوان خاطئ',
      WRONG_LANGUAGE: 'لا أحد هناك يتحدث اللغة',
      NOT_WELCOME: 'رُفضت أو لم أُعامل جيدًا',
      OTHER: 'شيء آخر',
    },
    wrongSend: 'قل إنه خطأ',
    wrongChoose: 'من فضلك اختر ما الخطأ.',
    thanks: 'شكرًا',
    wrongThanks: 'سجّلنا ذلك في العدد. يستطيع المسؤولون عن هذه المعلومات رؤيته.',
    backToService: 'العودة إلى الخدمة',
    allHelp: 'كل المساعدات',
    kinds: {
      DEPARTMENT: 'جزء من المجلس',
      CHARITY: 'جمعية خيرية',
      COMMUNITY_GROUP: 'مجموعة أهلية',
      HEALTH_BODY: 'جزء من الخدمة الصحية',
      PUBLIC_BODY: 'جهة عامة',
    },
    contact: 'التواصل',
    charity: 'جمعية خيرية مسجلة',
    website: 'صفحة الويب',
    itsServices: 'ماذا يقدمون',
    noServices: 'لا توجد لهم خدمة منشورة هنا الآن.',
    thingsWanted: 'ما يمكنك أن تعطيهم',
    thingsNotWanted: 'ما لا يمكنهم قبوله',
    withholds: 'يخبرون بمواعيدهم فقط عندما تتواصل معهم.',
    noTimes: 'لم تُنشر أي مواعيد. اسأل أولًا.',
  },
};
