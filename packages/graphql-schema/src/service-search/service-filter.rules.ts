// What a search may ask, read and bounded before anything is looked up. Errors name the field and never what was typed.

import { readPostcode } from '@open-sanctuary/service-rules/postcode';
import { invalid, numberBetween, optionalTime, requireLanguage } from '../input.ts';
import { isUuid } from '../text.rules.ts';

const most = { characters: 100, words: 8, values: 30, placeCharacters: 60 } as const;

type Maybe<Value> = Value | null | undefined;

export interface GivenFilter {
  words?: Maybe<string>;
  categories?: Maybe<readonly string[]>;
  languages?: Maybe<readonly string[]>;
  orInterpreter?: Maybe<boolean>;
  interpreterLanguage?: Maybe<string>;
  who?: Maybe<readonly string[]>;
  age?: Maybe<number>;
  isWomenOnly?: Maybe<boolean>;
  day?: Maybe<number>;
  time?: Maybe<string>;
  openNow?: Maybe<boolean>;
  free?: Maybe<boolean>;
  modes?: Maybe<readonly string[]>;
  near?: Maybe<string>;
  withinMetres?: Maybe<number>;
  area?: Maybe<string>;
  noPapers?: Maybe<boolean>;
  access?: Maybe<readonly string[]>;
  checkedWithinMonths?: Maybe<number>;
  organisation?: Maybe<string>;
  includeEnded?: Maybe<boolean>;
}

/** The filter as the database takes it, but for the place. */
export function readFilter({ near, ...given }: GivenFilter) {
  const { words, categories, who, modes, access, organisation } = given;
  for (const [name, values] of Object.entries({ categories, who, modes, access }))
    if ((values?.length ?? 0) > most.values) throw tooMany(name);
  if (typeof organisation === 'string' && !isUuid(organisation))
    throw invalid('`organisation` must be a UUID.');
  if (typeof given.withinMetres === 'number' && typeof near !== 'string')
    throw invalid('`withinMetres` is measured from `near`: give a postcode there, or its first half.');
  return {
    ...given,
    words: readWords(words),
    languages: readLanguages(given.languages),
    interpreterLanguage: given.interpreterLanguage
      ? requireLanguage(given.interpreterLanguage, 'interpreterLanguage')
      : null,
    age: numberBetween(0, 120)(given.age ?? null, 'age'),
    day: numberBetween(1, 7)(given.day ?? null, 'day'),
    time: optionalTime(given.time, 'time'),
    withinMetres: numberBetween(1, 100_000)(given.withinMetres ?? null, 'withinMetres'),
    area: readArea(given.area),
    checkedWithinMonths: numberBetween(1, 60)(given.checkedWithinMonths ?? null, 'checkedWithinMonths'),
  };
}

function readWords(words: Maybe<string>): string | null {
  if (!words?.trim()) return null;
  if (words.length > most.characters || words.trim().split(/\s+/).length > most.words)
    throw invalid(`\`words\` may have at most ${most.words} words and ${most.characters} characters.`);
  return words;
}

function readLanguages(languages: Maybe<readonly string[]>): string[] | null {
  if ((languages?.length ?? 0) > most.values) throw tooMany('languages');
  return languages?.map((language) => requireLanguage(language, 'languages')) ?? null;
}

/** Of a postcode its first half, by which areas are known; else the name of an area as it was given. */
function readArea(area: Maybe<string>): string | null {
  if (!area?.trim()) return null;
  if (area.length > most.placeCharacters)
    throw invalid(`\`area\` may have at most ${most.placeCharacters} characters.`);
  const postcode = readPostcode(area);
  return 'problem' in postcode ? area : postcode.outcode;
}

const tooMany = (name: string) => invalid(`\`${name}\` may have at most ${most.values} values.`);

/** A postcode as somebody typed it; a text too long for one is none. */
export const readNear = (near: string) =>
  near.length > most.placeCharacters ? { problem: 'NOT_A_POSTCODE' as const } : readPostcode(near);
