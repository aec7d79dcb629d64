import type { TrackerPack, TrackerWordKey } from '../action-tracker/words.en.ts';
import type { GroupPack, GroupWordKey } from '../steering-group/words.en.ts';
import type { FinderPack, FinderWordKey } from '../service-finder/words.en.ts';
import { isPage } from '../look/is-page.ts';
import { en, type CommonPack, type CommonWordKey, type Forms } from './en.ts';

/** The languages of the interface, each by its own name. */
export const languages = { en: 'English', ar: 'العربية' } as const;
export type Language = keyof typeof languages;

/** Every text of the interface; the words of one widget are there once it is. */
export type WordKey = CommonWordKey | TrackerWordKey | GroupWordKey | FinderWordKey;
export type Pack = CommonPack | TrackerPack | GroupPack | FinderPack;
/** `1` in a built script: what the key says. */
type Entry = string | Forms | 1;
type Entries = Partial<Record<WordKey, Entry>>;

const common: Entries = en;
const packs: Partial<Record<Language, Entries>> = { en: common };

/** Adds words of a language; a page fetches only those that it shows. */
export function addPack(language: Language, pack: Pack): void {
  packs[language] = Object.assign(packs[language] || {}, pack);
}

/** The widgets by the names of their tags, which are also those of the files with their words. */
export type WidgetName = 'action-tracker' | 'steering-group' | 'service-finder';

/** A number among `values` chooses the plural form when it is called `n`. */
export type Values = Readonly<Record<string, string | number>>;

/** The words of one language. */
export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  t(key: WordKey, values?: Values): string;
}

const isRightToLeft = /[\u0590-\u08ff]/;

/** A name in a script of the other direction must not turn the sentence; marks do it where no element can. */
export const isolate = (text: string, direction: Words['direction']) =>
  direction === 'rtl' || isRightToLeft.test(text) ? `\u2068${text}\u2069` : text;

/** "category.ENGLISH_CLASSES" as "English classes". */
export function sayKey(key: string): string {
  const name = key.replace(/.*\./, '').replace(/_/g, ' ');
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/** The number by which a built script finds in another language what it says in English. */
export const markOf = (text: string): number =>
  [...text].reduce((mark, letter) => (mark * 31 + letter.charCodeAt(0)) % 999_983, 0);

/** Whether a text need not stand in a built script, since the key says the same. */
export const isSaidByKey = (key: string, text: unknown): boolean => key.includes('.') && sayKey(key) === text;

/** In a built script a key may be the English itself, a text or its forms; what is neither has a point in its name. */
function findEntry(pack: Entries, key: WordKey): Entry {
  if (isPage) return pack[key] || common[key] || '';
  const said = (key as Partial<Forms>).other || key;
  const marked = pack as Readonly<Record<number, Entry>>;
  const entry = marked[markOf(said)] || common[said as WordKey];
  if (entry !== undefined) return entry;
  return /^\w+\.\S/.test(said) ? 1 : key;
}

function createWords(language: Language, pack: Entries): Words {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const plural = new Intl.PluralRules(language);
  return {
    language,
    direction,
    t(key, values = {}) {
      // The words of one widget may be here while those of another could not be had.
      const entry = findEntry(pack, key);
      const text =
        entry === 1
          ? sayKey(key)
          : typeof entry === 'string'
            ? entry
            : entry[plural.select(Number(values['n']))] || entry.other;
      return text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? formatNumber(value) : isolate(value || '', direction);
      });
    },
  };
}

const known: Partial<Record<Language, Words>> = {};

/** The words for a language tag such as `ar-SY`; English when we do not speak it, or do not have it here. */
export function getWords(tag: string | null | undefined): Words {
  const found = findLanguage(tag);
  const language = found && packs[found] ? found : 'en';
  return (known[language] ||= createWords(language, packs[language] || common));
}

/** An address of a page, in the language that is read now. */
export const inLanguage = (address: string, { language }: Words): string =>
  language === 'en' ? address : `${address}?lang=${language}`;

/** Our language for a language tag, if we speak it. */
export function findLanguage(tag: string | null | undefined): Language | undefined {
  const [primary] = /[a-z]+/.exec(String(tag).toLowerCase()) || [];
  return (Object.keys(languages) as Language[]).find((language) => language === primary);
}

/** 1234567.5 as "1,234,567.5", with Latin digits in every language. */
export function formatNumber(value: number): string {
  // The browser's own way would take a third of a slow phone's time for a plan.
  const [whole = '', fraction] = String(Number(value.toFixed(9))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
