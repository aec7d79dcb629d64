import type { Language } from '@open-sanctuary/widgets/words';

interface FrameWords {
  readonly about: string;
  readonly skip: string;
  readonly site: string;
  readonly wayHere: string;
  readonly findHelp: string;
  readonly members: string;
  readonly example: string;
  readonly notReal: string;
  readonly noTracking: string;
  readonly updated: string;
}

/** What stands around a page. A link to a page that is in English only stays in English: it promises what comes. */
export const frameWords: Readonly<Record<Language, FrameWords>> = {
  en: {
    about: 'action on sanctuary',
    skip: 'Skip to the content',
    site: 'Site',
    wayHere: 'Breadcrumb',
    findHelp: 'Find help',
    members: 'Members',
    example: 'Example',
    notReal: 'is not a real council. Everything here is invented.',
    noTracking: 'No cookies, no tracking, nothing from third parties.',
    updated: 'This page was just updated.',
  },
  ar: {
    about: 'العمل من أجل الملاذ',
    skip: 'انتقل إلى المحتوى',
    site: 'الموقع',
    wayHere: 'مسار الصفحة',
    findHelp: 'ابحث عن مساعدة',
    members: 'الأعضاء',
    example: 'مثال',
    notReal: 'ليس مجلسًا حقيقيًا. كل شيء هنا مختلق.',
    noTracking: 'لا ملفات تعريف ارتباط، ولا تتبع، ولا شيء من جهات أخرى.',
    updated: 'حُدّثت هذه الصفحة الآن.',
  },
};
