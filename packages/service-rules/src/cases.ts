// What every search of the project must agree on: tables for the tests of these rules, of the API and of the database.

import { freshness } from './freshness.rules.ts';
import { languageName } from './languages.rules.ts';
import type { FindableService, ServiceQuery, Surroundings } from './search.rules.ts';

/** A text as it is written, and as it is compared. */
export const foldCases: readonly (readonly [written: string, folded: string])[] = [
  ['Café  Welcome!', 'cafe welcome'],
  ['CLOTHES_AND_THINGS', 'clothes and things'],
  ['Children’s (under 5)', 'children s under 5'],
  ['ﬁve', 'five'],
  ['e\u0301toile', 'etoile'],
  // Turkish, with both of its i
  ['IĞDIR İŞ', 'igdir is'],
  ['kız ÇOCUĞU', 'kiz cocugu'],
  // Somali
  ["Cunto Lacag La'aan", 'cunto lacag la aan'],
  // Ukrainian: й and ї lose their marks
  ['Їжа та ЙОГУРТ', 'іжа та иогурт'],
  // Arabic: forms of alef, vowel marks, tatweel, teh marbuta, digits
  ['أإآٱ', 'اااا'],
  ['مُحَامِيَّة', 'محاميه'],
  ['طعـــام', 'طعام'],
  ['مستشفى', 'مستشفي'],
  ['مسؤول هيئة', 'مسوول هييه'],
  ['٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹', '0123456789 0123456789'],
  // Dari and Sorani, with their own letters for kaf, yeh and heh
  ['وکیل', 'وكيل'],
  ['خانۀ', 'خانه'],
  ['یارمەتی', 'يارمهتي'],
  ['بھائی ہوں', 'بهايي هوں'],
  // Tigrinya and Amharic: letters of one sound
  ['ሐኪም ኀይል', 'ሀኪም ሀይል'],
  ['ሠራሕ ዓለም ፀሐይ', 'ሰራህ ኣለም ጸሀይ'],
  ['መግቢ፡ ብነጻ።', 'መግቢ ብነጻ'],
  // Bengali keeps its vowel signs
  ['খাদ্য ব্যাংক।', 'খাদ্য ব্যাংক'],
  ['免费 食物，律师', '免费 食物 律师'],
];

/** A text, and what it is found by. */
export const tokenCases: readonly (readonly [written: string, found: readonly string[]])[] = [
  ['Food bank, food hall', ['food', 'bank', 'hall']],
  ['السكن', ['سكن', 'السكن']],
  ['والمدرسة، وللنساء', ['مدرسه', 'نساء', 'والمدرسه', 'وللنساء']],
  ['الان', ['الان']],
  ['食物银行', ['食物', '物银', '银行', '食', '物', '银', '行']],
  ['茶 ESOL课', ['茶', 'esol', '课']],
  ['  –  ', []],
];

/** The day and the time of all search cases: a Tuesday. */
export const caseNow = { day: '2026-03-10', time: '10:30' };

const weekly = (weekdays: number[], opensAt: string, closesAt: string) => ({
  frequency: 'WEEKLY' as const,
  weekdays,
  opensAt,
  closesAt,
});

type Given = Omit<Partial<FindableService>, 'organisation' | 'languages' | 'locations'> & {
  languages?: readonly string[];
  by?: string;
  at?: readonly (readonly [name: string, latitude: number | null, longitude: number | null])[];
};

const organisations: Readonly<Record<string, string>> = {
  'Fairmead Welcome': '0a000000-0000-4000-8000-000000000001',
  'Millbrook Law Centre': '0a000000-0000-4000-8000-000000000002',
  'Fairmead Council': '0a000000-0000-4000-8000-000000000003',
};

let made = 0;

/** A service as in the tables, with what its case is about; otherwise open to anyone, free, in person, hours unknown. */
export function exampleService({
  by = 'Fairmead Welcome',
  languages = [],
  at = [],
  lastCheckedOn = '2026-03-01',
  ...given
}: Given): FindableService {
  made += 1;
  return {
    uuid: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    name: 'A service',
    summary: '',
    categories: ['ADVICE'],
    state: 'RUNNING',
    access: ['DROP_IN'],
    asksForPapers: 'NO',
    eligibleGroups: ['ANYONE'],
    isWomenOnly: false,
    interpreters: 'UNKNOWN',
    interpreterLanguages: [],
    cost: 'FREE',
    modes: ['IN_PERSON'],
    hours: 'UNKNOWN',
    schedules: [],
    exceptions: [],
    lastCheckedOn,
    freshness: freshness(lastCheckedOn, caseNow.day),
    areas: [],
    translations: [],
    organisation: { uuid: organisations[by] ?? '', name: by },
    ...given,
    languages: languages.map((language) => {
      const { english, own } = languageName(language);
      return { language, name: english, ownName: own };
    }),
    locations: at.map(([name, latitude, longitude]) => ({ location: { name, latitude, longitude } })),
  };
}

/** Services of an invented council, each there for some of the search cases. */
export const caseServices: readonly FindableService[] = [
  exampleService({
    name: 'Community food bank',
    summary: 'Three days of food for your household.',
    categories: ['FOOD'],
    hours: 'SCHEDULED',
    schedules: [weekly([2, 4], '10:00', '12:00')],
    languages: ['so', 'en'],
    at: [['Millbrook Hall', 51.55, -0.05]],
    translations: [
      { field: 'name', text: 'بنك الطعام المجتمعي' },
      { field: 'summary', text: 'طعام لثلاثة أيام' },
      { field: 'costNote', text: 'مجانا' },
    ],
  }),
  exampleService({
    name: 'Evening kitchen',
    summary: 'A hot meal with others.',
    categories: ['FOOD', 'MEETING_PEOPLE'],
    cost: 'DONATION',
    hours: 'SCHEDULED',
    schedules: [weekly([2, 5], '20:00', '01:00')],
    languages: ['ti', 'am'],
    at: [['Old Library', 51.56, -0.05]],
  }),
  exampleService({
    name: 'Immigration advice',
    summary: 'Our solicitors help with your case.',
    categories: ['IMMIGRATION_ADVICE', 'ADVICE'],
    by: 'Millbrook Law Centre',
    access: ['APPOINTMENT', 'REFERRAL'],
    asksForPapers: 'SOMETIMES',
    eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'REFUGEES'],
    interpreters: 'ON_REQUEST',
    languages: ['ar', 'prs'],
    hours: 'BY_APPOINTMENT',
    at: [['Law Centre', 51.65, -0.05]],
  }),
  exampleService({
    name: 'Telephone advice line',
    summary: 'Speak to a solicitor.',
    categories: ['ADVICE'],
    by: 'Millbrook Law Centre',
    modes: ['TELEPHONE'],
    interpreters: 'ALWAYS',
    interpreterLanguages: ['uk', 'ti'],
    hours: 'SCHEDULED',
    schedules: [weekly([1, 2, 3], '09:00', '17:00')],
  }),
  exampleService({
    name: 'English for women',
    summary: 'Classes at three levels, with childcare.',
    categories: ['ENGLISH_CLASSES', 'WOMEN'],
    isWomenOnly: true,
    minimumAge: 18,
    languages: ['bn', 'tr'],
    hours: 'SCHEDULED',
    schedules: [weekly([3], '10:00', '12:00')],
    areas: [{ name: 'North Fairmead', outcodes: ['N1', 'E8'] }],
    at: [['Millbrook Hall', 51.55, -0.05]],
  }),
  exampleService({
    name: 'Library conversation circle',
    summary: 'Practise English over tea.',
    categories: ['ENGLISH_CLASSES', 'LIBRARY_AND_INTERNET'],
    by: 'Fairmead Council',
    asksForPapers: 'UNKNOWN',
    languages: ['zh', 'uk'],
    lastCheckedOn: '2025-03-09',
    hours: 'SCHEDULED',
    schedules: [weekly([2], '10:00', '11:00')],
    at: [['Central Library', 51.55, -0.05]],
    translations: [{ field: 'name', text: '图书馆英语角' }],
  }),
  exampleService({
    name: 'Youth club',
    summary: 'Games, sport and homework.',
    categories: ['YOUNG_PEOPLE'],
    state: 'TEMPORARILY_CLOSED',
    minimumAge: 11,
    maximumAge: 17,
    hours: 'SCHEDULED',
    schedules: [weekly([2], '10:00', '18:00')],
    at: [['Millbrook Hall', 51.55, -0.05]],
  }),
  exampleService({
    name: 'Winter coats',
    summary: 'Warm clothes while they last.',
    categories: ['CLOTHES_AND_THINGS'],
    state: 'ENDED',
  }),
  exampleService({
    name: 'Safety line for women',
    summary: 'Safety planning, day and night.',
    categories: ['SAFETY', 'WOMEN'],
    modes: ['TELEPHONE', 'ONLINE'],
    hours: 'WITHHELD',
    eligibleGroups: ['NO_RECOURSE_TO_PUBLIC_FUNDS'],
    lastCheckedOn: null,
    at: [['', null, null]],
  }),
];

export const caseSynonyms: readonly (readonly string[])[] = [
  [
    'lawyer',
    'solicitor',
    'immigration advice',
    'legal help',
    'محامي',
    'وکیل',
    'адвокат',
    'ጠበቓ',
    'qareen',
    'avukat',
    'আইনজীবী',
    '律师',
  ],
  [
    'food bank',
    'foodbank',
    'بنك الطعام',
    'بانک غذا',
    'банк їжі',
    'ባንኪ መግቢ',
    'bangiga cuntada',
    'gıda bankası',
    'খাদ্য ব্যাংক',
    '食物银行',
  ],
  ['english classes', 'esol', 'دروس الإنجليزية', 'کورس انگلیسی', 'курси англійської', '英语课'],
  ['bengali', 'bangla'],
  ['brew', 'tea', 'ev', 'at'],
  ['telephone', '>line'],
];

/** Some of the words of the API's pattern, as they are compared; of Chinese those that leave no space around them. */
export const caseIdleWords: readonly string[] = (
  'a and at for i in me near need of the to with اريد الي احتاج به نياز دارم мені потрібен እደሊ ' +
  'waxaan baahanahay ariyorum আমার দরকার'
).split(' ');
export const caseChineseIdleWords: readonly string[] = ['我需要', '我想'];

export const casePlaces = [
  { code: 'E8', kind: 'OUTCODE', latitude: 51.54, longitude: -0.05 },
  { code: 'E8 3', kind: 'SECTOR', latitude: 51.5555, longitude: -0.05 },
  { code: 'N1', kind: 'OUTCODE', latitude: 51.64, longitude: -0.05 },
] as const;

export const caseSurroundings: Surroundings = {
  now: caseNow,
  places: casePlaces,
  synonyms: caseSynonyms,
  idlePattern: ` (?:[^ \\p{Script=Han}]|${caseIdleWords.join('|')})(?= )|${caseChineseIdleWords.join('|')}`,
  bankHolidays: ['2026-04-03', '2026-04-06'],
};

const [food, kitchen, immigration, phone, women, library, youth, coats, refuge] = [
  'Community food bank',
  'Evening kitchen',
  'Immigration advice',
  'Telephone advice line',
  'English for women',
  'Library conversation circle',
  'Youth club',
  'Winter coats',
  'Safety line for women',
] as const;
const lawyers = [immigration, phone];

/** What is asked of `caseServices`, and the names that are found, in their order. */
export const searchCases: readonly (readonly [
  what: string,
  query: ServiceQuery,
  names: readonly string[],
])[] = [
  [
    'nothing asked: those checked within a year first, the closed after the open, then by name',
    {},
    [food, women, kitchen, immigration, phone, youth, library, refuge],
  ],
  ['what has ended only when asked for', { words: 'coats', includeEnded: true }, [coats]],
  ['what has ended not otherwise', { words: 'coats' }, []],
  [
    'empty lists and words ask nothing',
    { words: ' ', categories: [], who: [], languages: [] },
    [food, women, kitchen, immigration, phone, youth, library, refuge],
  ],

  ['a word of a name before the same in a summary', { words: 'food' }, [food, kitchen]],
  ['the beginning of a word', { words: 'convers' }, [library]],
  ['the middle of a word is not enough', { words: 'versation' }, []],
  ['all words have to be there', { words: 'hot meal' }, [kitchen]],
  ['one of two words is not enough', { words: 'hot tea' }, []],
  ['words that say nothing are left out', { words: 'a hot meal near me' }, [kitchen]],
  ['capitals, accents and signs', { words: 'HÓT-méal!' }, [kitchen]],
  ['the organisation', { words: 'millbrook law' }, [immigration, phone]],
  ['a place', { words: 'old library' }, [kitchen]],
  ['a language by its English name', { words: 'tigrinya' }, [kitchen]],
  ['a language by its own name', { words: 'ትግርኛ' }, [kitchen]],
  ['an area', { words: 'north' }, [women]],
  ['one slip in a word of five to seven letters', { words: 'kitchn' }, [kitchen]],
  ['two slips in a longer one', { words: 'convesatoin' }, []],
  ['two slips in a longer one that are no swap', { words: 'convesatio' }, [library]],
  ['no slip in a word of four letters', { words: 'tees' }, []],
  ['a slip only where nothing begins with the word', { words: 'women' }, [women, refuge]],
  ['what begins with the word that is nearest to a slip', { words: 'solicitr' }, lawyers],
  ['letters out of order in a word that stands nowhere but has synonyms', { words: 'laywer' }, lawyers],
  ['a slip in a word that has synonyms, in another language', { words: 'адвоката' }, lawyers],
  ['a short synonym only as a whole word', { words: 'brew' }, [library]],
  ['a short word that has synonyms only as a whole word', { words: 'ev' }, [library]],
  ['a synonym that says nothing only as what is typed', { words: 'at' }, [library]],
  ['a synonym that others don’t lead to', { words: 'telephone' }, [phone]],
  ['a synonym that leads to others, and is found itself', { words: 'line' }, [phone, refuge]],
  ['a synonym that leads to others, beside another word', { words: 'safety line' }, [refuge]],
  ['a language by another of its names', { words: 'bangla' }, [women]],

  ['a lawyer in English', { words: 'lawyer' }, lawyers],
  ['a phrase of more words', { words: 'legal help' }, lawyers],
  ['a lawyer in Arabic', { words: 'مُحامي' }, lawyers],
  ['a lawyer in Arabic, with the Persian yeh', { words: 'محامی' }, lawyers],
  ['a lawyer in Arabic, with the article', { words: 'المحامي' }, lawyers],
  ['for a lawyer in Arabic', { words: 'للمحامي' }, lawyers],
  ['an Arabic word of a translation, without its article', { words: 'مجتمعي' }, [food]],
  ['a lawyer in Dari', { words: 'وکیل' }, lawyers],
  ['a lawyer in Dari, typed on an Arabic keyboard', { words: 'وكيل' }, lawyers],
  ['a lawyer in Ukrainian', { words: 'Адвокат' }, lawyers],
  ['a lawyer in Tigrinya', { words: 'ጠበቓ' }, lawyers],
  ['a lawyer in Somali', { words: 'Qareen' }, lawyers],
  ['a lawyer in Turkish', { words: 'AVUKAT' }, lawyers],
  ['a lawyer in Bengali', { words: 'আইনজীবী' }, lawyers],
  ['a lawyer in Chinese', { words: '律师' }, lawyers],
  ['a lawyer, in a sentence', { words: 'I need a lawyer' }, lawyers],
  ['a lawyer, in a sentence in Arabic', { words: 'أحتاج إلى محامي' }, lawyers],
  ['a lawyer, in a sentence in Dari', { words: 'به وکیل نیاز دارم' }, lawyers],
  ['a lawyer, in a sentence in Ukrainian', { words: 'Мені потрібен адвокат' }, lawyers],
  ['a lawyer, in a sentence in Tigrinya', { words: 'ጠበቓ እደሊ' }, lawyers],
  ['a lawyer, in a sentence in Somali', { words: 'Waxaan u baahanahay qareen' }, lawyers],
  ['a lawyer, in a sentence in Turkish', { words: 'avukat arıyorum' }, lawyers],
  ['a lawyer, in a sentence in Bengali', { words: 'আমার আইনজীবী দরকার' }, lawyers],
  ['a lawyer, in a sentence in Chinese', { words: '我需要律师' }, lawyers],
  ['a food bank in Arabic', { words: 'بنك الطعام' }, [food]],
  ['a food bank in Dari', { words: 'بانک غذا' }, [food]],
  ['a food bank in Ukrainian', { words: 'банк їжі' }, [food]],
  ['a food bank in Tigrinya', { words: 'ባንኪ መግቢ' }, [food]],
  ['a food bank in Somali', { words: 'bangiga cuntada' }, [food]],
  ['a food bank in Turkish, without its dots', { words: 'gida bankasi' }, [food]],
  ['a food bank in Bengali', { words: 'খাদ্য ব্যাংক' }, [food]],
  ['a food bank in Chinese', { words: '食物银行' }, [food]],
  ['a synonym that names the category', { words: 'esol' }, [women, library]],
  ['a translated name', { words: '图书馆' }, [library]],
  ['one Chinese character', { words: '角' }, [library]],
  ['Chinese characters that do not stand together', { words: '图角' }, []],
  ['a translation of the summary', { words: 'لثلاثة' }, [food]],
  ['not a translation of something else', { words: 'مجانا' }, []],

  ['one category', { categories: ['FOOD'] }, [food, kitchen]],
  ['any of two categories', { categories: ['FOOD', 'SAFETY'] }, [food, kitchen, refuge]],
  ['a language spoken there', { languages: ['ti'] }, [kitchen]],
  ['or with an interpreter', { languages: ['ti'], orInterpreter: true }, [kitchen, immigration, phone]],
  [
    'or with an interpreter, for a language that only some interpret',
    { languages: ['so'], orInterpreter: true },
    [food, immigration],
  ],
  ['an interpreter', { interpreterLanguage: 'uk' }, [immigration, phone]],
  [
    'who can use it: anyone is everyone',
    { who: ['REFUGEES'], categories: ['ADVICE', 'IMMIGRATION_ADVICE'] },
    [immigration, phone],
  ],
  [
    'who can use it: not those for others',
    { who: ['RESETTLEMENT_SCHEMES'], categories: ['IMMIGRATION_ADVICE', 'SAFETY'] },
    [],
  ],
  ['an age on the edge', { age: 17, categories: ['YOUNG_PEOPLE', 'WOMEN'], who: ['REFUGEES'] }, [youth]],
  ['an age over the edge', { age: 18, categories: ['YOUNG_PEOPLE', 'WOMEN'], who: ['REFUGEES'] }, [women]],
  ['for women only', { isWomenOnly: true }, [women]],
  ['not for women only', { isWomenOnly: false, categories: ['WOMEN'] }, [refuge]],
  ['free', { free: true, categories: ['FOOD'] }, [food]],
  ['by telephone or online', { modes: ['TELEPHONE', 'ONLINE'] }, [phone, refuge]],
  ['no papers asked for', { noPapers: true, words: 'english' }, [women, food]],
  ['without an appointment', { access: ['DROP_IN'], words: 'advice' }, [phone]],
  ['checked within a month', { checkedWithinMonths: 1, categories: ['ENGLISH_CLASSES'] }, [women]],
  ['of one organisation', { organisation: '0a000000-0000-4000-8000-000000000003' }, [library]],

  [
    'open now: hours that are not known stay, after the known',
    { openNow: true },
    [food, phone, immigration, library, refuge],
  ],
  ['on a Wednesday', { day: 3, categories: ['ENGLISH_CLASSES', 'ADVICE'] }, [women, phone, immigration]],
  [
    'on a Tuesday past midnight: the session of Monday is not there',
    { day: 2, time: '00:30', categories: ['FOOD'] },
    [],
  ],
  [
    'on a Wednesday past midnight: the session of Tuesday',
    { day: 3, time: '00:30', categories: ['FOOD'] },
    [kitchen],
  ],
  ['at the minute at which it opens', { day: 4, time: '10:00', categories: ['FOOD'] }, [food]],
  ['at the minute at which it closes', { day: 4, time: '12:00', categories: ['FOOD'] }, []],
  ['at a time on any day', { time: '20:30', categories: ['FOOD'] }, [kitchen]],

  [
    'near: the nearest first, those without a distance last',
    { near: 'E8', categories: ['FOOD', 'ADVICE'] },
    [food, kitchen, immigration, phone],
  ],
  [
    'near another place, the other way round: a distance is a number',
    { near: 'n1 9gu', categories: ['FOOD', 'ADVICE'] },
    [immigration, kitchen, food, phone],
  ],
  ['near, with a slip', { near: 'E08', categories: ['FOOD'] }, [food, kitchen]],
  ['near a sector', { near: 'e83bq', categories: ['FOOD'] }, [kitchen, food]],
  ['near, with words: the distance decides', { near: 'N1', words: 'food' }, [kitchen, food]],
  ['within a distance', { near: 'E8', withinMetres: 1200 }, [food, women, youth, library]],
  [
    'a postcode that is none asks nothing',
    { near: 'hello', withinMetres: 1, categories: ['FOOD'] },
    [food, kitchen],
  ],
  ['an area served by its outcode', { area: 'n1', categories: ['ENGLISH_CLASSES'] }, [women, library]],
  [
    'an area served by its name',
    { area: 'north fairmead', categories: ['ENGLISH_CLASSES'] },
    [women, library],
  ],
  ['an area that is not served', { area: 'E17', categories: ['ENGLISH_CLASSES'] }, [library]],

  [
    'all together',
    {
      words: 'food',
      languages: ['so'],
      who: ['REFUGEES'],
      openNow: true,
      free: true,
      modes: ['IN_PERSON'],
      near: 'E8',
      withinMetres: 2000,
      noPapers: true,
    },
    [food],
  ],
];

/** What is asked, how many each question alone keeps away, and counts of some values. */
export const facetCases: readonly {
  readonly what: string;
  readonly query: ServiceQuery;
  readonly relax: Readonly<Record<string, number>>;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}[] = [
  {
    what: 'nothing asked: every value that occurs is counted',
    query: {},
    relax: {},
    facets: {
      categories: {
        ADVICE: 2,
        ENGLISH_CLASSES: 2,
        FOOD: 2,
        WOMEN: 2,
        IMMIGRATION_ADVICE: 1,
        LIBRARY_AND_INTERNET: 1,
        MEETING_PEOPLE: 1,
        SAFETY: 1,
        YOUNG_PEOPLE: 1,
      },
      who: { ANYONE: 6, NO_RECOURSE_TO_PUBLIC_FUNDS: 7, PEOPLE_SEEKING_ASYLUM: 7, REFUGEES: 7 },
      cost: { FREE: 7 },
    },
  },
  {
    what: 'two questions: what each alone keeps away',
    query: { categories: ['FOOD'], languages: ['ti'] },
    relax: { LANGUAGE: 1 },
    facets: {
      categories: { FOOD: 1, MEETING_PEOPLE: 1 },
      languages: { so: 1, en: 1, ti: 1, am: 1 },
      modes: { IN_PERSON: 1 },
    },
  },
  {
    what: 'nothing found: what to give up',
    query: { words: 'food', languages: ['prs'], free: true },
    relax: { WORDS: 1, LANGUAGE: 1 },
    facets: { languages: { so: 1, en: 1 }, categories: {} },
  },
  {
    what: 'days of the coming week; unknown hours are found on each',
    query: { categories: ['FOOD', 'IMMIGRATION_ADVICE'] },
    relax: { CATEGORY: 5 },
    facets: { days: { '2': 3, '4': 2, '5': 2 } },
  },
  {
    what: 'days at a time, past midnight too; unknown hours are found on each',
    query: { time: '00:30', categories: ['FOOD', 'IMMIGRATION_ADVICE'] },
    relax: { CATEGORY: 1, TIME: 1 },
    facets: { days: { '3': 2, '6': 2 } },
  },
  {
    what: 'a day and a time: other days at that time',
    query: { day: 2, time: '10:30' },
    relax: { TIME: 3 },
    facets: { days: { '1': 3, '2': 5, '3': 4, '4': 3 } },
  },
  {
    what: 'no days for what is open now',
    query: { openNow: true },
    relax: { TIME: 3 },
    facets: { days: {} },
  },
  {
    what: 'a language counts who interprets for it, where that is asked',
    query: { languages: ['ti'], orInterpreter: true },
    relax: { LANGUAGE: 5 },
    facets: { languages: { ti: 3, uk: 3, am: 2, bn: 2, en: 2, so: 2, tr: 2, zh: 2, ar: 1, prs: 1 } },
  },
];

/** How something is typed, and what it is read as: a postcode as it is written properly, or the problem. */
export const postcodeCases: readonly (readonly [typed: string, read: string])[] = [
  ['E8 3BQ', 'E8 3BQ'],
  ['e8 3bq', 'E8 3BQ'],
  ['E83BQ', 'E8 3BQ'],
  [' e 8  3 b q ', 'E8 3BQ'],
  ['E8\u00a03BQ', 'E8 3BQ'],
  ['\u202ae8\u202f3bq\u202c', 'E8 3BQ'],
  ['E8-3BQ.', 'E8 3BQ'],
  ['Ｅ８ ３ＢＱ', 'E8 3BQ'],
  ['e٨ ٣bq', 'E8 3BQ'],
  ['e۸ ۳bq', 'E8 3BQ'],
  ['Е8 3ВН', 'E8 3BH'],
  [' E8 ', 'E8'],
  ['e8 3', 'E8 3'],
  ['e8 3b', 'E8 3'],
  ['E83B', 'E8 3'],
  ['SW1A 1AA', 'SW1A 1AA'],
  ['sw1a1aa', 'SW1A 1AA'],
  ['SW1A', 'SW1A'],
  ['W1A 1', 'W1A 1'],
  ['EC1A1BB', 'EC1A 1BB'],
  ['E1 1', 'E1 1'],
  ['E11', 'E11'],
  ['CR0 2', 'CR0 2'],
  ['N1 OAA', 'N1 0AA'],
  ['N1OAA', 'N1 0AA'],
  ['SE1O 8EW', 'SE10 8EW'],
  ['SE10 OAA', 'SE10 0AA'],
  ['E1O', 'E10'],
  ['CRO 2AB', 'CR0 2AB'],
  ['0X1 2AB', 'OX1 2AB'],
  ['P01 1AA', 'PO1 1AA'],
  ['E08 3BQ', 'E8 3BQ'],
  ['E08', 'E8'],
  ['N01', 'N1'],
  ['EO8', 'E8'],
  ['E O8 3BQ', 'E8 3BQ'],
  ['HA0', 'HA0'],
  ['SO14', 'SO14'],
  ['(E8)', 'E8'],
  ['E8?', 'E8'],
  ['E8/3BQ', 'E8 3BQ'],
  ['“E8 3BQ”', 'E8 3BQ'],
  ['E8 3BQ UK', 'E8 3BQ'],
  ['E8 3BQ, London', 'E8 3BQ'],
  ['Hackney, London E8', 'E8'],
  ['e8 3, лондон', 'E8 3'],
  ['', 'EMPTY'],
  ['  \u00a0', 'EMPTY'],
  ['-', 'EMPTY'],
  ['??', 'EMPTY'],
  ['E', 'INCOMPLETE'],
  ['ec', 'INCOMPLETE'],
  ['8', 'NOT_A_POSTCODE'],
  ['hello', 'NOT_A_POSTCODE'],
  ['Dalston', 'NOT_A_POSTCODE'],
  ['London, UK', 'NOT_A_POSTCODE'],
  ['12345', 'NOT_A_POSTCODE'],
  ['E8 3BQ5', 'NOT_A_POSTCODE'],
  ['E8 3CV', 'NOT_A_POSTCODE'],
  ['EEE8 3BQ', 'NOT_A_POSTCODE'],
  ['هكني', 'NOT_A_POSTCODE'],
];

/** The day it was last checked, today, and what is said of it. */
export const freshnessCases: readonly (readonly [
  checkedOn: string | null,
  today: string,
  freshness: string,
])[] = [
  [null, '2026-03-10', 'NEVER'],
  ['2026-03-10', '2026-03-10', 'FRESH'],
  ['2025-09-10', '2026-03-10', 'FRESH'],
  ['2025-09-09', '2026-03-10', 'OVER_SIX_MONTHS'],
  ['2025-03-10', '2026-03-10', 'OVER_SIX_MONTHS'],
  ['2025-03-09', '2026-03-10', 'OVER_A_YEAR'],
  ['2026-02-28', '2026-08-31', 'FRESH'],
  ['2026-02-27', '2026-08-31', 'OVER_SIX_MONTHS'],
  ['2024-02-29', '2025-02-28', 'OVER_SIX_MONTHS'],
  ['2024-02-28', '2025-02-28', 'OVER_SIX_MONTHS'],
  ['2024-02-27', '2025-02-28', 'OVER_A_YEAR'],
  ['2023-02-28', '2024-02-29', 'OVER_SIX_MONTHS'],
  ['2023-02-27', '2024-02-29', 'OVER_A_YEAR'],
];
