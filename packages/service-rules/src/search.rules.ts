// Which services somebody finds, in which order, and what else there would be. The API's search finds the same.

import { addDays, dayFacts, type WallClock } from './day.rules.ts';
import { metresBetween, type Point } from './distance.rules.ts';
import { fold, tokens } from './fold.rules.ts';
import type { Freshness } from './freshness.rules.ts';
import {
  hoursOf,
  isOpenAt,
  openingAt,
  sessionsOn,
  type Hours,
  type Opening,
  type ServiceHours,
} from './opening.rules.ts';
import { orderedBy } from './order.rules.ts';
import { findPlace, readPostcode, type Place, type PostcodeProblem } from './postcode.rules.ts';
import { remember } from './remember.rules.ts';
import {
  addTokens,
  findTerms,
  readTerms,
  readVocabulary,
  type Vocabulary,
  type WordIndex,
} from './words.rules.ts';

type Maybe<Value> = Value | null | undefined;

/** What of a service a search asks about; names and values are those of the API. */
export interface FindableService extends ServiceHours {
  readonly uuid: string;
  readonly name: string;
  readonly summary: string;
  /** The first is the main one. */
  readonly categories: readonly string[];
  readonly state: string;
  readonly access: readonly string[];
  readonly asksForPapers: string;
  readonly eligibleGroups: readonly string[];
  readonly minimumAge?: Maybe<number>;
  readonly maximumAge?: Maybe<number>;
  readonly isWomenOnly: boolean;
  readonly eligibilityNote?: Maybe<string>;
  readonly interpreters: string;
  /** None is any language. */
  readonly interpreterLanguages: readonly string[];
  readonly cost: string;
  readonly modes: readonly string[];
  readonly lastCheckedOn?: Maybe<string>;
  readonly freshness: Freshness;
  /** With their names, by which they are found as well. */
  readonly languages: readonly {
    readonly language: string;
    readonly name: string;
    readonly ownName: string;
  }[];
  /** None is the whole council's area. */
  readonly areas: readonly { readonly name: string; readonly outcodes: readonly string[] }[];
  readonly locations: readonly (ServiceHours['locations'][number] & {
    readonly location: {
      readonly name?: Maybe<string>;
      readonly latitude?: Maybe<number>;
      readonly longitude?: Maybe<number>;
    };
  })[];
  readonly organisation: { readonly uuid: string; readonly name: string };
  readonly translations: readonly { readonly field: string; readonly text: string }[];
}

/** What is asked; the API's `ServiceFilter` has the same names. What is empty asks nothing; of a list any one will do. */
export interface ServiceQuery {
  readonly words?: Maybe<string>;
  readonly categories?: Maybe<readonly string[]>;
  readonly languages?: Maybe<readonly string[]>;
  /** Where a language is not spoken, an interpreter for it will do. */
  readonly orInterpreter?: Maybe<boolean>;
  readonly interpreterLanguage?: Maybe<string>;
  /** Groups of people; a service for anyone is for each of them. */
  readonly who?: Maybe<readonly string[]>;
  readonly age?: Maybe<number>;
  /** True: those for women only; false: those that are not. */
  readonly isWomenOnly?: Maybe<boolean>;
  /** 1 Monday … 7 Sunday: the coming one, which is today while sessions are still to end. */
  readonly day?: Maybe<number>;
  /** 'HH:MM' on that day, or on any of the coming seven. */
  readonly time?: Maybe<string>;
  readonly openNow?: Maybe<boolean>;
  readonly free?: Maybe<boolean>;
  readonly modes?: Maybe<readonly string[]>;
  /** A postcode, or the beginning of one. */
  readonly near?: Maybe<string>;
  readonly withinMetres?: Maybe<number>;
  /** An outcode or the name of an area that is served. */
  readonly area?: Maybe<string>;
  readonly noPapers?: Maybe<boolean>;
  readonly access?: Maybe<readonly string[]>;
  readonly checkedWithinMonths?: Maybe<number>;
  readonly organisation?: Maybe<string>;
  readonly includeEnded?: Maybe<boolean>;
}

/** What a search has to know beside the services. */
export interface Surroundings extends Vocabulary {
  /** On the council's wall. */
  readonly now: WallClock;
  readonly places: readonly Place[];
  readonly bankHolidays: readonly string[];
}

export interface FoundService<Service> {
  readonly service: Service;
  /** To the nearest of its places; null without a postcode, or where no place is told. */
  readonly metres: number | null;
  readonly opening: Opening;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Finding<Service, FacetName extends string = never> {
  readonly found: readonly FoundService<Service>[];
  /** How many would be found with one value in the place of those chosen; only values that occur, in no order. Counted when looked at. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** How many more would be found without one question, the most helpful first. */
  readonly relax: readonly { readonly dimension: string; readonly count: number }[];
  /** Where distances are measured from: its kind says whether the postcode, its sector or its outcode is known. */
  readonly place: Place | null;
  readonly problem: PostcodeProblem | 'NOT_KNOWN' | null;
}

interface Asked {
  readonly now: WallClock;
  readonly bankHolidays: readonly string[];
  /** Those that have the words, with their weights; null when no words are asked for. */
  readonly weights: ReadonlyMap<FindableService, number> | null;
  readonly place: Place | null;
  /** Seven, today first; of a time that is over, today is that of next week. */
  readonly comingDays: readonly string[];
  /** What is found out in this search, by service, day and time. */
  readonly isOpen: Map<string, boolean>;
}

type Test = (service: FindableService, query: ServiceQuery, asked: Asked) => boolean;

/**
 * Of a facet: its dimension, a service's values, whether a service may meet a value that is none of its own, and what a
 * value asks; else the facet's own name is what is asked.
 */
type Facet = readonly [
  dimension: string,
  valuesOf: (service: FindableService, query: ServiceQuery, asked: Asked) => readonly string[],
  mayMeetOthers: (service: FindableService, query: ServiceQuery) => boolean,
  ask?: (value: string) => ServiceQuery,
];

/** What can be asked in a search. */
export interface Questions<FacetName extends string = string> {
  /** By the question's dimension, what a service must be to meet it; of equal help, the first is told first. */
  readonly tests: Readonly<Record<string, Test>>;
  readonly facets: Readonly<Record<FacetName, Facet>>;
}

export const meets = (wanted: Maybe<readonly string[]>, has: readonly string[]) =>
  !wanted || wanted.length === 0 || wanted.some((each) => has.includes(each));

export const isShut = ({ state }: FindableService) => state === 'TEMPORARILY_CLOSED' || state === 'ENDED';

export const hasHours = ({ hours }: FindableService) => hours === 'SCHEDULED';

export const interprets = ({ interpreters, interpreterLanguages }: FindableService, language: string) =>
  (interpreters === 'ALWAYS' || interpreters === 'ON_REQUEST') &&
  (interpreterLanguages.length === 0 || interpreterLanguages.includes(language));

const spoken = ({ languages }: FindableService) => languages.map(({ language }) => language);

export const isOpenOn = (service: FindableService, day: string, time: Maybe<string>, asked: Asked): boolean =>
  // Facets ask again and again.
  remember(asked.isOpen, service.uuid + day + (time || ''), () => {
    const hours = remember(hoursByService, service, hoursOf);
    return time
      ? isOpenAt(hours, { day, time }, asked.bankHolidays)
      : sessionsOn(hours, day, asked.bankHolidays).some(
          ({ opensAt, closesAt }) => day > asked.now.day || closesAt > asked.now.time || closesAt <= opensAt,
        );
  });

const isForAnyone = ({ eligibleGroups }: FindableService) => eligibleGroups.includes('ANYONE');

/** The questions of the form, and no others: what is never asked need not lie on every reader's device. */
export const formQuestions = {
  tests: {
    WORDS: (service, _, { weights }) => !weights || weights.has(service),
    CATEGORY: (service, query) => meets(query.categories, service.categories),
    LANGUAGE: (service, { languages, orInterpreter }) =>
      meets(languages, spoken(service)) ||
      (!!orInterpreter && !!languages && languages.some((language) => interprets(service, language))),
    WHO: (service, { who, isWomenOnly }) =>
      (meets(who, service.eligibleGroups) || isForAnyone(service)) && (!isWomenOnly || service.isWomenOnly),
    TIME: (service, { day, time, openNow }, asked) =>
      !(day || time || openNow) ||
      (!isShut(service) &&
        (!hasHours(service) ||
          ((!openNow || isOpenOn(service, asked.now.day, asked.now.time, asked)) &&
            (!(day || time) ||
              asked.comingDays.some(
                (each) => (!day || dayFacts(each).weekday === day) && isOpenOn(service, each, time, asked),
              ))))),
    COST: ({ cost }, query) => !query.free || cost === 'FREE',
    MODE: (service, query) => meets(query.modes, service.modes),
    PAPERS: ({ asksForPapers }, query) => !query.noPapers || asksForPapers === 'NO',
  },
  facets: {
    categories: ['CATEGORY', ({ categories }) => categories, () => false],
    languages: ['LANGUAGE', spoken, (_, { orInterpreter }) => !!orInterpreter],
    who: ['WHO', ({ eligibleGroups }) => eligibleGroups, isForAnyone],
    modes: ['MODE', ({ modes }) => modes, () => false],
  },
} satisfies Questions;

// Made once of what does not change while somebody types.
interface Read {
  readonly index: WordIndex<FindableService>;
  /** By the text; the same ones stand in many services. */
  readonly tokens: Map<string, string[]>;
  /** How many services of the list are in the index. */
  count: number;
}
const indexes = new WeakMap<readonly FindableService[], Read>();
const hoursByService = new WeakMap<FindableService, Hours>();
const foldedNames = new WeakMap<FindableService, string>();

/** What a service is found by, and how much each text weighs. */
export const textsOf = (service: FindableService): (readonly [text: Maybe<string>, weight: number])[] => [
  [service.name, 3],
  [service.organisation.name, 2],
  [service.categories.join(' '), 1],
  [service.summary, 1],
  [service.eligibilityNote, 1],
  ...service.languages.map(({ name, ownName }) => [`${name} ${ownName}`, 1] as const),
  ...service.areas.map(({ name }) => [name, 1] as const),
  ...service.locations.map(({ location }) => [location.name, 1] as const),
  ...service.translations.map(
    ({ field, text }) => [text, field === 'name' ? 3 : Number(field === 'summary')] as const,
  ),
];

function readMore(list: readonly FindableService[], count: number): Read {
  const read = remember(indexes, list, (): Read => ({ index: new Map(), tokens: new Map(), count: 0 }));
  for (const service of list.slice(read.count, read.count + count)) {
    for (const [text, weight] of textsOf(service)) {
      if (text && weight) addTokens(read.index, service, remember(read.tokens, text, tokens), weight);
    }
  }
  read.count += count;
  return read;
}

/**
 * Reads the vocabulary, or so many more services, so that the first search in words need not read them all at once;
 * whether there are still others.
 */
export const readAhead = (list: readonly FindableService[], vocabulary: Vocabulary, count: number): boolean =>
  readVocabulary(vocabulary) || readMore(list, count).count < list.length;

/** Infinite where no place is told. */
export const metresTo = ({ locations }: FindableService, from: Point): number =>
  Math.min(
    ...locations.map(({ location: { latitude, longitude } }) =>
      latitude == null || longitude == null ? Infinity : metresBetween(from, { latitude, longitude }),
    ),
  );

const closed: Opening = { isOpen: false, until: null, next: null, isByAppointment: false };

function findNear(near: Maybe<string>, places: readonly Place[]): Pick<Finding<never>, 'place' | 'problem'> {
  const postcode = near ? readPostcode(near) : { problem: null };
  if ('problem' in postcode) return { place: null, problem: postcode.problem };
  const place = findPlace(places, postcode);
  return { place, problem: place ? null : 'NOT_KNOWN' };
}

/**
 * Pass the same list and synonyms again and again: what they are found by is read once.
 * A postcode that is wrong or not known is said, and asks nothing.
 */
export function findServices<Service extends FindableService, FacetName extends string>(
  list: readonly Service[],
  query: ServiceQuery,
  surroundings: Surroundings,
  { tests, facets: facetsOf }: Questions<FacetName>,
): Finding<Service, FacetName> {
  const { now, places, bankHolidays } = surroundings;
  const { time } = query;
  const { place, problem } = findNear(query.near, places);
  const terms = query.words ? readTerms(query.words, surroundings) : [];
  const weights = terms.length > 0 ? findTerms(readMore(list, list.length).index, terms, surroundings) : null;
  const comingDays = [0, 1, 2, 3, 4, 5, 6].map((days) =>
    addDays(now.day, days || (time && time < now.time ? 7 : 0)),
  );
  const asked: Asked = { now, bankHolidays, weights, place, comingDays, isOpen: new Map() };

  const dimensions = Object.keys(tests);
  const meetsOne = (dimension: string, service: Service, wanted: ServiceQuery) => {
    const test = tests[dimension];
    return !test || test(service, wanted, asked);
  };

  const found: Service[] = [];
  /** Those that fail one question only. */
  const missed = new Map<string, Service[]>();
  for (const service of list) {
    if (service.state === 'ENDED' && !query.includeEnded) continue;
    const [first, second] = dimensions.filter((each) => !meetsOne(each, service, query));
    if (!first) found.push(service);
    else if (!second) remember(missed, first, () => []).push(service);
  }

  const facets = {} as Record<FacetName, FacetValue[]>;
  const counted = new Map<FacetName, FacetValue[]>();
  for (const [name, [dimension, valuesOf, mayMeetOthers, ask]] of Object.entries(facetsOf) as [
    FacetName,
    Facet,
  ][]) {
    const count = () => {
      const candidates = found.concat(missed.get(dimension) || []).map((service) => ({
        service,
        own: valuesOf(service, query, asked),
        mayMeetOthers: mayMeetOthers(service, query),
      }));
      return [...new Set(candidates.flatMap(({ own }) => own))].map((value) => {
        const other: ServiceQuery = Object.assign({}, query, ask ? ask(value) : { [name]: [value] });
        const meeting = candidates.filter(
          (each) =>
            (each.mayMeetOthers || each.own.includes(value)) && meetsOne(dimension, each.service, other),
        );
        return { value, count: meeting.length };
      });
    };
    // To count takes a slow phone longer than to find, and what was found is shown first.
    Object.defineProperty(facets, name, { enumerable: true, get: () => remember(counted, name, count) });
  }

  const asksTime = !!(query.day || time || query.openNow);
  return {
    found: orderedBy(found, (service) => [
      Number(service.freshness === 'OVER_A_YEAR' || service.freshness === 'NEVER'),
      Number(asksTime && !hasHours(service)),
      place ? metresTo(service, place) : -((weights && weights.get(service)) || 0),
      Number(service.state === 'TEMPORARILY_CLOSED'),
      remember(foldedNames, service, ({ name }) => fold(name)),
      service.uuid,
    ]).map((service) => {
      const metres = place ? metresTo(service, place) : Infinity;
      return {
        service,
        metres: metres < Infinity ? metres : null,
        // Only of those that are shown.
        get opening() {
          return isShut(service)
            ? closed
            : openingAt(remember(hoursByService, service, hoursOf), now, bankHolidays);
        },
      };
    }),
    facets,
    relax: orderedBy(
      [...missed].map(([dimension, { length }]) => ({ dimension, count: length })),
      ({ count, dimension }) => [-count, dimensions.indexOf(dimension)],
    ),
    place,
    problem,
  };
}
