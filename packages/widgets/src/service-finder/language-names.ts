/**
 * Languages by their own names, as their speakers look for them. Browsers lack several of these. Codes are ISO 639;
 * another code is shown as it is.
 */
const ownNames: Readonly<Record<string, string>> = {
  am: 'አማርኛ',
  ar: 'العربية',
  bfi: 'British Sign Language',
  bn: 'বাংলা',
  ckb: 'کوردیی ناوەندی',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  hi: 'हिन्दी',
  it: 'Italiano',
  kmr: 'Kurmancî',
  ku: 'Kurdî',
  ln: 'Lingála',
  om: 'Afaan Oromoo',
  pa: 'ਪੰਜਾਬੀ',
  pl: 'Polski',
  prs: 'دری',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  so: 'Soomaali',
  sq: 'Shqip',
  sw: 'Kiswahili',
  ta: 'தமிழ்',
  ti: 'ትግርኛ',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
  vi: 'Tiếng Việt',
  yo: 'Yorùbá',
  zh: '中文',
};

/** The own name of a language: "ትግርኛ" for `ti`. */
export const nameOf = (code: string): string => ownNames[code] ?? code;
