// Which services somebody finds, in which order, and what else there would be. The API's search finds the same.

import { addDays, dayFacts, type WallClock } from './day.rules.ts';
import { metresBetween, type Point } from './distance.rules.ts';
import { fold } from './fold.rules.ts';
import { isWithinMonths } from './freshness.rules.ts';
import {
  hoursOf,
  isOpenAt,
  openingAt,
  sessionsOn,
  type Hours,
  type Opening,
  type ServiceHours,
} from './opening.rules.ts';
import { findPlace, readPostcode, type Place, type PostcodeProblem } from './postcode.rules.ts';
import { addText, findTerms, readTerms, type WordIndex } from './words.rules.ts';

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
  /** With their names, by which they are found as well. */
  readonly languages: readonly {
    readonly language: string;
    readonly name?: Maybe<string>;
    readonly ownName?: Maybe<string>;
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
  readonly translations?: Maybe<readonly { readonly field: string; readonly text: string }[]>;
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
export interface Surroundings {
  /** On the council's wall. */
  readonly now: WallClock;
  readonly places: readonly Place[];
  readonly synonyms: readonly (readonly string[])[];
  readonly bankHolidays: readonly string[];
}

export interface FoundService<Service> {
  readonly service: Service;
  /** To the nearest of its places; null without a postcode, or where no place is told. */
  readonly metres: number | null;
  readonly opening: Opening;
  readonly hoursUnknown: boolean;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Finding<Service> {
  readonly found: readonly FoundService<Service>[];
  /** How many would be found with one value in the place of those chosen; only values that occur. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** How many more would be found without one question, the most helpful first. */
  readonly relax: readonly { readonly dimension: Dimension; readonly count: number }[];
  /** Where distances are measured from: its kind says whether the postcode, its sector or its outcode is known. */
  readonly place: Place | null;
  readonly problem: PostcodeProblem | 'notKnown' | null;
}

export type Dimension = keyof typeof tests;
export type FacetName = keyof typeof facetsOf;

interface Asked extends Surroundings {
  readonly query: ServiceQuery;
  /** Those that have the words, with their weights; null when no words are asked for. */
  readonly weights: ReadonlyMap<FindableService, number> | null;
  readonly place: Place | null;
}

type Test = (service: FindableService, asked: Asked) => boolean;

const meets = (wanted: Maybe<readonly string[]>, has: readonly string[]) =>
  !wanted || wanted.length === 0 || wanted.some((each) => has.includes(each));

const isShut = ({ state }: FindableService) => state === 'TEMPORARILY_CLOSED' || state === 'ENDED';

const interprets = ({ interpreters, interpreterLanguages }: FindableService, language: string) =>
  (interpreters === 'ALWAYS' || interpreters === 'ON_REQUEST') &&
  (interpreterLanguages.length === 0 || interpreterLanguages.includes(language));

const spoken = ({ languages }: FindableService) => languages.map(({ language }) => language);

/** The coming seven days, today first; of a time that is over, today is that of next week. */
const comingDays = ({ now, query: { time } }: Asked) =>
  [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(now.day, days || (time && time < now.time ? 7 : 0)));

function isOpenOn(service: FindableService, day: string, { query, now, bankHolidays }: Asked): boolean {
  const hours = knownHours(service);
  return query.time
    ? isOpenAt(hours, { day, time: query.time }, bankHolidays)
    : sessionsOn(hours, day, bankHolidays).some(
        ({ opensAt, closesAt }) => day > now.day || closesAt > now.time || closesAt <= opensAt,
      );
}

/** Each question with what a service must be to meet it. */
const tests = {
  WORDS: (service, { weights }) => !weights || weights.has(service),
  CATEGORY: ({ categories }, { query }) => meets(query.categories, categories),
  LANGUAGE: (service, { query: { languages, orInterpreter } }) =>
    meets(languages, spoken(service)) ||
    (!!orInterpreter && !!languages?.some((language) => interprets(service, language))),
  INTERPRETER: (service, { query: { interpreterLanguage } }) =>
    !interpreterLanguage || interprets(service, interpreterLanguage),
  WHO: (
    { eligibleGroups, minimumAge, maximumAge, isWomenOnly },
    { query: { who, age, isWomenOnly: asked } },
  ) =>
    (meets(who, eligibleGroups) || eligibleGroups.includes('ANYONE')) &&
    (age == null || ((minimumAge ?? 0) <= age && age <= (maximumAge ?? age))) &&
    (asked == null || asked === isWomenOnly),
  TIME: (service, asked) => {
    const { query, now, bankHolidays } = asked;
    const { day, time, openNow } = query;
    if (!day && !time && !openNow) return true;
    if (isShut(service) || service.hours !== 'SCHEDULED') return !isShut(service);
    return (
      (!openNow || isOpenAt(knownHours(service), now, bankHolidays)) &&
      ((!day && !time) ||
        comingDays(asked).some(
          (each) => (!day || dayFacts(each).weekday === day) && isOpenOn(service, each, asked),
        ))
    );
  },
  COST: ({ cost }, { query }) => !query.free || cost === 'FREE',
  MODE: ({ modes }, { query }) => meets(query.modes, modes),
  PLACE: (service, { query: { withinMetres, area }, place }) =>
    (!place || withinMetres == null || (metresTo(service, place) ?? Infinity) <= withinMetres) &&
    (!area ||
      service.areas.length === 0 ||
      service.areas.some(
        ({ name, outcodes }) => outcodes.includes(area.toUpperCase()) || fold(name) === fold(area),
      )),
  PAPERS: ({ asksForPapers }, { query }) => !query.noPapers || asksForPapers === 'NO',
  ACCESS: ({ access }, { query }) => meets(query.access, access),
  CHECKED: ({ lastCheckedOn }, { query: { checkedWithinMonths }, now }) =>
    checkedWithinMonths == null || isWithinMonths(lastCheckedOn, checkedWithinMonths, now.day),
  ORGANISATION: ({ organisation }, { query }) =>
    !query.organisation || query.organisation === organisation.uuid,
} satisfies Record<string, Test>;

const dimensions = Object.keys(tests) as Dimension[];

/** Of each facet: its question, the values of a service, and the question that a value asks. */
const facetsOf = {
  categories: ['CATEGORY', ({ categories }) => categories, (value) => ({ categories: [value] })],
  languages: ['LANGUAGE', spoken, (value) => ({ languages: [value] })],
  who: ['WHO', ({ eligibleGroups }) => eligibleGroups, (value) => ({ who: [value] })],
  days: [
    'TIME',
    (service, asked) =>
      service.hours !== 'SCHEDULED' || isShut(service)
        ? []
        : comingDays(asked)
            .filter((day) => isOpenOn(service, day, asked))
            .map((day) => String(dayFacts(day).weekday)),
    (value) => ({ day: Number(value) }),
  ],
  cost: ['COST', ({ cost }) => (cost === 'FREE' ? [cost] : []), () => ({ free: true })],
  modes: ['MODE', ({ modes }) => modes, (value) => ({ modes: [value] })],
  papers: [
    'PAPERS',
    ({ asksForPapers }) => (asksForPapers === 'NO' ? ['NO'] : []),
    () => ({ noPapers: true }),
  ],
  access: ['ACCESS', ({ access }) => access, (value) => ({ access: [value] })],
  organisations: [
    'ORGANISATION',
    ({ organisation }) => [organisation.uuid],
    (value) => ({ organisation: value }),
  ],
} satisfies Record<
  string,
  [
    keyof typeof tests,
    (service: FindableService, asked: Asked) => readonly string[],
    (value: string) => ServiceQuery,
  ]
>;

// Both are made once for what does not change while somebody types.
const indexes = new WeakMap<readonly FindableService[], WordIndex<FindableService>>();
const hoursByService = new WeakMap<FindableService, Hours>();

function knownHours(service: FindableService): Hours {
  let hours = hoursByService.get(service);
  if (!hours) hoursByService.set(service, (hours = hoursOf(service)));
  return hours;
}

/** What a service is found by, and how much each text weighs. */
export function* textsOf(service: FindableService): Generator<[text: string, weight: number]> {
  yield [service.name, 3];
  yield [service.organisation.name, 2];
  yield [service.categories.join(' '), 1];
  yield [service.summary, 1];
  yield [service.eligibilityNote ?? '', 1];
  for (const { name, ownName } of service.languages) yield [`${name ?? ''} ${ownName ?? ''}`, 1];
  for (const { name } of service.areas) yield [name, 1];
  for (const { location } of service.locations) yield [location.name ?? '', 1];
  for (const { field, text } of service.translations ?? []) {
    if (field === 'name') yield [text, 3];
    if (field === 'summary') yield [text, 1];
  }
}

function indexOf(list: readonly FindableService[]): WordIndex<FindableService> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map();
    for (const service of list) {
      for (const [text, weight] of textsOf(service)) addText(index, service, text, weight);
    }
    indexes.set(list, index);
  }
  return index;
}

function metresTo({ locations }: FindableService, from: Point): number | null {
  let nearest: number | null = null;
  for (const { location } of locations) {
    const { latitude, longitude } = location;
    if (latitude == null || longitude == null) continue;
    const metres = metresBetween(from, { latitude, longitude });
    if (nearest === null || metres < nearest) nearest = metres;
  }
  return nearest;
}

const closed: Opening = { isOpen: false, until: null, next: null, isByAppointment: false };

function describe<Service extends FindableService>(service: Service, asked: Asked): FoundService<Service> {
  return {
    service,
    metres: asked.place && metresTo(service, asked.place),
    opening: isShut(service) ? closed : openingAt(knownHours(service), asked.now, asked.bankHolidays),
    hoursUnknown: service.hours !== 'SCHEDULED',
  };
}

/** By what results are ordered; each number or text is compared when those before it are equal, the smaller first. */
function orderOf(
  { service, metres, hoursUnknown }: FoundService<FindableService>,
  { query, now, place, weights }: Asked,
): Order {
  const asksTime = !!(query.day || query.time || query.openNow);
  return [
    Number(!isWithinMonths(service.lastCheckedOn, 12, now.day)),
    Number(asksTime && hoursUnknown),
    place ? (metres ?? Infinity) : -(weights?.get(service) ?? 0),
    Number(service.state === 'TEMPORARILY_CLOSED'),
    fold(service.name),
    service.uuid,
  ];
}

type Order = readonly (number | string)[];

function compare(one: Order, other: Order): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}

function orderedBy<Thing>(things: readonly Thing[], order: (thing: Thing) => Order): Thing[] {
  const ordered = things.map((thing) => ({ thing, order: order(thing) }));
  ordered.sort((one, other) => compare(one.order, other.order));
  return ordered.map(({ thing }) => thing);
}

function findNear(near: Maybe<string>, places: readonly Place[]): Pick<Finding<never>, 'place' | 'problem'> {
  if (!near) return { place: null, problem: null };
  const postcode = readPostcode(near);
  if ('problem' in postcode) return { place: null, problem: postcode.problem };
  const place = findPlace(places, postcode);
  return { place, problem: place ? null : 'notKnown' };
}

/**
 * Pass the same list and synonyms again and again: what they are found by is read once.
 * A postcode that is wrong or not known is said, and asks nothing.
 */
export function findServices<Service extends FindableService>(
  list: readonly Service[],
  query: ServiceQuery,
  surroundings: Surroundings,
): Finding<Service> {
  const { place, problem } = findNear(query.near, surroundings.places);
  const terms = readTerms(query.words ?? '', surroundings.synonyms);
  const weights = terms.length > 0 ? findTerms(indexOf(list), terms) : null;
  const asked: Asked = { ...surroundings, query, place, weights };

  const found: Service[] = [];
  /** Those that fail one question only. */
  const missed = new Map<Dimension, Service[]>();
  for (const service of list) {
    if (service.state === 'ENDED' && !query.includeEnded) continue;
    const [first, second] = dimensions.filter((dimension) => !tests[dimension](service, asked));
    if (!first) found.push(service);
    else if (!second) missed.set(first, [...(missed.get(first) ?? []), service]);
  }

  const facets = {} as Record<FacetName, FacetValue[]>;
  for (const name of Object.keys(facetsOf) as FacetName[]) {
    const [dimension, valuesOf, ask] = facetsOf[name];
    const candidates = [...found, ...(missed.get(dimension) ?? [])];
    const values = new Set<string>();
    for (const service of candidates) for (const value of valuesOf(service, asked)) values.add(value);
    facets[name] = orderedBy(
      [...values].map((value) => {
        const other = { ...asked, query: { ...query, ...ask(value) } };
        return { value, count: candidates.filter((service) => tests[dimension](service, other)).length };
      }),
      ({ value, count }) => [-count, value],
    );
  }

  return {
    found: orderedBy(
      found.map((service) => describe(service, asked)),
      (each) => orderOf(each, asked),
    ),
    facets,
    relax: orderedBy(
      [...missed].map(([dimension, { length }]) => ({ dimension, count: length })),
      ({ count, dimension }) => [-count, dimensions.indexOf(dimension)],
    ),
    place,
    problem,
  };
}
