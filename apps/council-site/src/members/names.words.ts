import type { Language } from '@open-sanctuary/widgets/words';

interface NamesWords {
  readonly title: string;
  readonly tagline: string;
  readonly choose: string;
  readonly youChoose: string;
  readonly choices: readonly (readonly [name: string, meaning: string])[];
  readonly othersTitle: string;
  readonly others: readonly string[];
  readonly goesTitle: string;
  readonly goes: readonly string[];
  readonly withdrawTitle: string;
  readonly withdraw: readonly string[];
  readonly withdrawLink: string;
  readonly canTitle: string;
  readonly can: readonly string[];
  readonly cannotTitle: string;
  readonly cannot: readonly string[];
  readonly keptTitle: string;
  readonly kept: readonly string[];
  readonly back: string;
}

/** What a person reads before agreeing to be named. Short sentences: many read them in their second or third language. */
export const namesWords: Readonly<Record<Language, NamesWords>> = {
  en: {
    title: 'How names appear here',
    tagline: 'You choose how you appear. Read this before you agree to be named.',
    choose: 'What you can choose',
    youChoose: 'If you choose nothing, you are shown by role only. The group records what you choose.',
    choices: [
      ['Role only', 'Your seat is shown as held. No name stands there.'],
      ['First name', 'Only your first name is shown.'],
      ['Chosen name', 'A name that you choose is shown. It need not be your legal name.'],
      ['Full name', 'Your whole name is shown.'],
      ['Not shown', 'Neither your name nor your seat is shown. The seat does not read as vacant.'],
    ],
    othersTitle: 'Who is shown without a choice',
    others: [
      'A public office is shown by its title, without a name.',
      'A charity or a department is shown by its own name.',
    ],
    goesTitle: 'When a name goes by itself',
    goes: [
      'A name goes by itself after the last day of your term.',
      'You can agree to an earlier day. Then it goes after that day.',
      'Your name does not come back for a new term. You are asked again.',
      'Interests that you declared go from view when your term ends.',
    ],
    withdrawTitle: 'How to take your name away',
    withdraw: [
      'You can do it at any time. You need no account and no reason.',
      'You need the code that the group gave you.',
      'You can also ask the group. If you lost the code, ask for a new one.',
      'You may keep your seat. It is then shown by role only.',
    ],
    withdrawLink: 'Take your name away',
    canTitle: 'What we take back',
    can: [
      'Your name goes from our pages, widgets and data at once.',
      'Interests that you declared go from view with it.',
      'Open pages of other sites drop it within seconds.',
      'Copies kept on the way to readers are gone within a minute.',
    ],
    cannotTitle: 'What we cannot take back',
    cannot: [
      'What other people have copied, printed or photographed.',
      'What search engines and archives have kept. You can ask them to remove it.',
    ],
    keptTitle: 'What is never shown',
    kept: [
      'We never show how one member voted. The group decides as a group.',
      'We say how many took no part in a decision. We never say who.',
      'Where members meet is shown only if the group makes it public.',
    ],
    back: 'Back to the members',
  },
  ar: {
    title: 'كيف تظهر الأسماء هنا',
    tagline: 'أنت تختار كيف تظهر. اقرأ هذا قبل أن توافق على نشر اسمك.',
    choose: 'ما الذي يمكنك اختياره',
    youChoose: 'إذا لم تختر شيئًا تظهر بالصفة فقط. وتسجل المجموعة ما تختاره.',
    choices: [
      ['الصفة فقط', 'يظهر أن مقعدك مشغول، بلا اسم.'],
      ['الاسم الأول', 'يظهر اسمك الأول فقط.'],
      ['اسم مختار', 'يظهر اسم تختاره أنت. لا يلزم أن يكون اسمك الرسمي.'],
      ['الاسم الكامل', 'يظهر اسمك كاملًا.'],
      ['عدم الظهور', 'لا يظهر اسمك ولا مقعدك. ولا يبدو المقعد شاغرًا.'],
    ],
    othersTitle: 'من يظهر دون اختيار',
    others: ['يظهر المنصب العام بلقبه دون اسم.', 'تظهر الجمعية أو الدائرة باسمها.'],
    goesTitle: 'متى يختفي الاسم من تلقاء نفسه',
    goes: [
      'يختفي الاسم من تلقاء نفسه بعد آخر يوم في مدتك.',
      'يمكنك أن توافق حتى يوم أقرب. عندها يختفي بعد ذلك اليوم.',
      'لا يعود اسمك في مدة جديدة. سنسألك من جديد.',
      'تختفي المصالح التي أعلنتها عندما تنتهي مدتك.',
    ],
    withdrawTitle: 'كيف تسحب اسمك',
    withdraw: [
      'يمكنك ذلك في أي وقت. لا تحتاج إلى حساب ولا إلى سبب.',
      'تحتاج إلى الرمز الذي أعطتك إياه المجموعة.',
      'يمكنك أيضًا أن تطلب ذلك من المجموعة. وإذا فقدت الرمز فاطلب رمزًا جديدًا.',
      'يمكنك أن تحتفظ بمقعدك. يظهر عندها بالصفة فقط.',
    ],
    withdrawLink: 'اسحب اسمك',
    canTitle: 'ما الذي نسترجعه',
    can: [
      'يختفي اسمك فورًا من صفحاتنا وأدواتنا وبياناتنا.',
      'وتختفي معه المصالح التي أعلنتها.',
      'ويختفي من الصفحات المفتوحة في المواقع الأخرى خلال ثوانٍ.',
      'والنسخ المحفوظة في الطريق إلى القراء تزول خلال دقيقة.',
    ],
    cannotTitle: 'ما الذي لا نستطيع استرجاعه',
    cannot: [
      'ما نسخه الآخرون أو طبعوه أو صوّروه.',
      'ما احتفظت به محركات البحث والأرشيفات. يمكنك أن تطلب منها حذفه.',
    ],
    keptTitle: 'ما الذي لا يظهر أبدًا',
    kept: [
      'لا نُظهر أبدًا كيف صوّت عضو بعينه. المجموعة تقرر كمجموعة.',
      'نقول كم عضوًا لم يشارك في قرار. ولا نقول من هو.',
      'لا يظهر مكان الاجتماع إلا إذا جعلته المجموعة علنيًا.',
    ],
    back: 'العودة إلى الأعضاء',
  },
};
