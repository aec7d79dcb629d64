import type { CommonPack } from './en.ts';

/** What all widgets say, in Arabic. */
export const ar: CommonPack = {
  loading: 'جارٍ تحميل {what}…',
  'failed.offline': 'أنت غير متصل بالإنترنت. تعذّر تحميل {what}.',
  'failed.slow': 'يستغرق تحميل {what} وقتًا طويلًا.',
  'failed.refused': 'تعذّر تحميل {what}.',
  'failed.malformed': 'تعذّرت قراءة {what}.',
  clear: 'مسح الكل',
  source: 'المصدر',
  tryAgain: 'حاول مرة أخرى',
  partial: 'تعذّر تحميل بعض الأجزاء.',
  notUpdated: 'لم تُحدَّث منذ {time}.',
  example: '{council} ليس مجلسًا حقيقيًا. كل ما هنا مثال.',

  ourReading: 'قراءتنا',

  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  comma: '، ',

  'translated.PERSON': 'ترجمها شخص.',
  'translated.COMMUNITY': 'ترجمها المجتمع.',
  'translated.MACHINE': 'ترجمة آلية. قد تكون خاطئة.',
  original: 'عرض النص الأصلي',
  untranslated: 'بعض ما هنا بلغة أخرى: {language}.',
  languages: 'اللغة',
};
