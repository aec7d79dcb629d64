import { languageName } from '@open-sanctuary/service-rules/languages';
import { builder, meanings, shown } from '../builder.ts';
import { PlaceKind } from '../place/place.type.ts';
import { AccessMode, DeliveryMode, EligibleGroup, ServiceCategory } from '../service/service.enums.ts';
import { Service } from '../service/service.type.ts';
import type { FoundServices } from './service-search.facts.ts';

export const ServiceFilter = builder.inputType('ServiceFilter', {
  ...shown(
    'What somebody looks for; all of it has to fit. Send it by POST: what is looked for belongs in no address.',
  ),
  fields: (t) => ({
    words: t.string(
      shown('Words in any language, at most 8 words and 100 characters; spelling mistakes are forgiven.'),
    ),
    categories: t.field({ type: [ServiceCategory], ...shown('Helps with one of these.') }),
    languages: t.stringList(shown('Those who help there speak one of these languages, such as `ti`.')),
    orInterpreter: t.boolean(shown('Or there are interpreters for one of these languages.')),
    interpreterLanguage: t.string(shown('There are interpreters for this language.')),
    who: t.field({
      type: [EligibleGroup],
      ...shown('One of these groups can use it; what is for anyone always fits.'),
    }),
    age: t.int(shown('Somebody of this age can use it, in years.')),
    isWomenOnly: t.boolean(shown('True: only what is for women only; false: only what is not.')),
    day: t.int(
      shown(
        'Open on this day of the week, the coming one: 1 is Monday, 7 is Sunday. Unknown hours fit and are marked.',
      ),
    ),
    time: t.string(shown('Open at this time, such as `17:30`, on that day, or on any of the coming seven.')),
    openNow: t.boolean(shown('Open at this moment. Unknown hours fit and are marked.')),
    free: t.boolean(shown('Costs nothing.')),
    modes: t.field({ type: [DeliveryMode], ...shown('Used in one of these ways.') }),
    near: t.string(shown('Postcode, or its first half, to tell the distance from; the nearest come first.')),
    withinMetres: t.int(shown('At most so many metres from `near`, which it needs, 1 to 100,000.')),
    area: t.string(
      shown('For people who live there: the first half of a postcode, such as `E8`, or the name of an area.'),
    ),
    noPapers: t.boolean(shown('Asks for no papers.')),
    access: t.field({ type: [AccessMode], ...shown('One gets in by one of these ways.') }),
    checkedWithinMonths: t.int(shown('Checked in the last so many months, 1 to 60.')),
    organisation: t.string(shown('Of the organisation of this UUID.')),
    includeEnded: t.boolean(shown('Also those that are there no more.')),
  }),
});

const PostcodeProblem = builder.enumType('PostcodeProblem', {
  ...shown('Why a place could not be found; the answer then tells no distances.'),
  values: meanings({
    EMPTY: 'Nothing was given.',
    NOT_A_POSTCODE: 'It is not a postcode of the United Kingdom.',
    INCOMPLETE: 'It is only the beginning of a postcode: at least its first half is needed, such as `E8`.',
    NOT_KNOWN: 'It looks like a postcode, and where it is is not known here.',
  }),
});

const SearchDimension = builder.enumType('SearchDimension', {
  ...shown('A part of what somebody looks for.'),
  values: meanings({
    WORDS: 'The words.',
    CATEGORY: 'What it helps with.',
    LANGUAGE: 'The languages spoken there.',
    INTERPRETER: 'Interpreters.',
    WHO: 'Who can use it: groups, age, women only.',
    TIME: 'When it is open.',
    COST: 'What it costs.',
    MODE: 'Where it is used.',
    PLACE: 'How far it is, and for people of which area.',
    PAPERS: 'Papers.',
    ACCESS: 'How one gets in.',
    CHECKED: 'When it was last checked.',
    ORGANISATION: 'Whose service it is.',
  }),
});

const FacetCount = builder.objectRef<{ value: string; count: number }>('FacetCount').implement({
  ...shown('How many services have a value.'),
  fields: (t) => ({
    value: t.exposeString('value', shown('The value, as the filter takes it.')),
    count: t.exposeInt(
      'count',
      shown('How many services there would be with it in the place of those chosen.'),
    ),
  }),
});

const LanguageCount = builder.objectRef<{ value: string; count: number }>('LanguageCount').implement({
  ...shown('How many services speak a language.'),
  fields: (t) => ({
    value: t.exposeString('value', shown('Its code, as the filter takes it.')),
    count: t.exposeInt(
      'count',
      shown('How many services there would be with it in the place of those chosen.'),
    ),
    name: t.string({
      ...shown('Its name in English.'),
      resolve: ({ value }) => languageName(value).english,
    }),
    ownName: t.string({
      ...shown('Its name as its speakers write it.'),
      resolve: ({ value }) => languageName(value).own,
    }),
  }),
});

const ServiceFacets = builder.objectRef<FoundServices['facets']>('ServiceFacets').implement({
  ...shown(
    'What else could be chosen: only values that occur among what fits all the rest, the commonest first.',
  ),
  fields: (t) => ({
    categories: t.expose('categories', { type: [FacetCount], ...shown('What they help with.') }),
    languages: t.expose('languages', { type: [LanguageCount], ...shown('Languages spoken there.') }),
    who: t.expose('who', { type: [FacetCount], ...shown('Who can use them.') }),
    days: t.expose('days', {
      type: [FacetCount],
      ...shown(
        'On which of the coming days they are open, at the time that is asked: 1 is Monday, 7 is Sunday. None with `openNow`.',
      ),
    }),
    cost: t.expose('cost', { type: [FacetCount], ...shown('FREE, where some cost nothing.') }),
    modes: t.expose('modes', { type: [FacetCount], ...shown('Where they are used.') }),
    access: t.expose('access', { type: [FacetCount], ...shown('How one gets in.') }),
    papers: t.expose('papers', { type: [FacetCount], ...shown('NO, where some ask for no papers.') }),
  }),
});

const Relaxation = builder.objectRef<FoundServices['relax'][number]>('Relaxation').implement({
  ...shown('What would be found if one part of the search were left out.'),
  fields: (t) => ({
    dimension: t.expose('dimension', { type: SearchDimension, ...shown('The part.') }),
    count: t.exposeInt('count', shown('How many more services would fit without it.')),
  }),
});

const SearchedPlace = builder.objectRef<NonNullable<FoundServices['place']>>('SearchedPlace').implement({
  ...shown('From where distances are told.'),
  fields: (t) => ({
    kind: t.expose('kind', { type: PlaceKind, ...shown('How much of the postcode was used.') }),
    code: t.exposeString('code', shown('The postcode that was used, or its beginning.')),
  }),
});

type Page = FoundServices & { totalCount: number };
const page = (connection: unknown) => connection as Page;
const edge = (given: unknown) => given as FoundServices['edges'][number];

export const ServiceConnection = builder.connectionObject(
  {
    type: Service,
    name: 'ServiceConnection',
    ...shown('One page of the services that fit a search.'),
    fields: (t) => ({
      totalCount: t.int({ ...shown('How many fit in all.'), resolve: (found) => page(found).totalCount }),
      facets: t.field({
        type: ServiceFacets,
        ...shown('What else could be chosen.'),
        resolve: (found) => page(found).facets,
      }),
      relax: t.field({
        type: [Relaxation],
        ...shown('Which part of the search to leave out to find more, the most helpful first.'),
        resolve: (found) => page(found).relax,
      }),
      place: t.field({
        type: SearchedPlace,
        nullable: true,
        ...shown('From where distances are told; null without `near`, or where it is not known.'),
        resolve: (found) => page(found).place,
      }),
      problem: t.field({
        type: PostcodeProblem,
        nullable: true,
        ...shown('What is wrong with the postcode in `near`; null when nothing is.'),
        resolve: (found) => page(found).problem,
      }),
    }),
  },
  {
    name: 'ServiceConnectionEdge',
    ...shown('One service, with its place in the list.'),
    fields: (t) => ({
      distanceMetres: t.int({
        nullable: true,
        ...shown('How far its nearest place is, in metres as the crow flies; null where that is not known.'),
        resolve: (found) => edge(found).distanceMetres,
      }),
      hoursUnknown: t.boolean({
        ...shown(
          'Whether its hours are not known or withheld: it fits every time, and comes after those that are open then.',
        ),
        resolve: (found) => edge(found).hoursUnknown,
      }),
    }),
  },
);
