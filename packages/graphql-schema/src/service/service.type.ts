import { languageName } from '@open-sanctuary/service-rules/languages';
import { builder, shown, type TypeOf } from '../builder.ts';
import { getCouncil, isExample } from '../council/council.facts.ts';
import { Council } from '../council/council.type.ts';
import { ServiceLocation } from '../location/location.type.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { dayOrNull } from '../scalars.ts';
import { Opening, Schedule, ScheduleException } from '../schedule/schedule.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import { wholeService, type WholeService } from '../whole-records.ts';
import {
  AccessMode,
  CheckerKind,
  ContactKind,
  CostKind,
  DeliveryMode,
  EligibleGroup,
  Freshness,
  HoursKind,
  InterpreterProvision,
  PapersAsked,
  ServiceCategory,
  ServiceState,
} from './service.enums.ts';
import { findOpening, freshnessOf, hasNotice, hoursKindOf, isOfNoPlace, placesOf } from './service.facts.ts';

const ServiceLanguage = builder.objectRef<WholeService['languages'][number]>('ServiceLanguage').implement({
  ...shown('A language that those who help there speak, without an interpreter.'),
  fields: (t) => ({
    language: t.exposeString('language', shown('Its code, such as `ti` or `prs`.')),
    name: t.string({
      ...shown('Its name in English.'),
      resolve: ({ language }) => languageName(language).english,
    }),
    ownName: t.string({
      ...shown('Its name as its speakers write it.'),
      resolve: ({ language }) => languageName(language).own,
    }),
    note: t.exposeString('note', { nullable: true, ...shown('Such as on which days.') }),
  }),
});

const ServiceContact = builder.objectRef<WholeService['contacts'][number]>('ServiceContact').implement({
  ...shown('A way to reach a service.'),
  fields: (t) => ({
    kind: t.expose('kind', { type: ContactKind, ...shown('How.') }),
    value: t.exposeString('value', shown('The number or address itself.')),
    label: t.exposeString('label', { nullable: true, ...shown('Whom or what one reaches.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    note: t.exposeString('note', { nullable: true, ...shown('Such as when somebody answers.') }),
  }),
});

const ServiceArea = builder.objectRef<WholeService['areas'][number]>('ServiceArea').implement({
  ...shown('Where people live for whom a service is.'),
  fields: (t) => ({
    name: t.exposeString('name', shown('What it is called.')),
    outcodes: t.exposeStringList('outcodes', shown('First halves of the postcodes there, such as `E8`.')),
  }),
});

export const Service: TypeOf<WholeService> = builder.prismaNode('Service', {
  ...shown('Help that an organisation gives, as somebody in need of it would look for it.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeService,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    slug: t.exposeString('slug', shown('Its short name in web addresses.')),
    name: t.exposeString('name', shown('Its name.')),
    language: t.exposeString('language', shown('Language of its words.')),
    summary: t.exposeString('summary', shown('What it is, in plain words.')),
    categories: t.expose('categories', {
      type: [ServiceCategory],
      ...shown('What it helps with; the first is the main one.'),
    }),
    state: t.expose('state', { type: ServiceState, ...shown('Whether it can be used now.') }),
    stateNote: t.exposeString('stateNote', { nullable: true, ...shown('What there is to know about that.') }),
    notice: t.string({
      nullable: true,
      ...shown('News of these days; null outside of its days.'),
      resolve: async (service, _args, context) =>
        (await hasNotice(service, context)) ? service.notice : null,
    }),
    noticeUntil: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The last day of the notice that is shown.'),
      resolve: async (service, _args, context) =>
        (await hasNotice(service, context)) ? dayOrNull(service.noticeUntil) : null,
    }),
    organisation: t.field({
      type: Organisation,
      ...shown('Whose service it is.'),
      resolve: ({ organisation }) => organisation,
    }),
    access: t.expose('access', {
      type: [AccessMode],
      ...shown('How somebody gets in; empty where it is not known.'),
    }),
    referralBy: t.exposeString('referralBy', { nullable: true, ...shown('Who can refer somebody.') }),
    accessNote: t.exposeString('accessNote', { nullable: true, ...shown('What else it takes to get in.') }),
    asksForPapers: t.expose('asksForPapers', {
      type: PapersAsked,
      ...shown('Whether it asks for papers.'),
    }),
    papersNote: t.exposeString('papersNote', { nullable: true, ...shown('Which papers, and what for.') }),
    dataSharing: t.exposeString('dataSharing', {
      nullable: true,
      ...shown('What the organisation says about sharing data, such as with the Home Office.'),
    }),
    regulator: t.exposeString('regulator', {
      nullable: true,
      ...shown('Who regulates its advice; immigration advice always has one.'),
    }),
    regulatorNumber: t.exposeString('regulatorNumber', {
      nullable: true,
      ...shown('Its number with the regulator.'),
    }),
    eligibleGroups: t.expose('eligibleGroups', {
      type: [EligibleGroup],
      ...shown('Who can use it; empty where it is not known.'),
    }),
    minimumAge: t.exposeInt('minimumAge', { nullable: true, ...shown('From which age, in years.') }),
    maximumAge: t.exposeInt('maximumAge', { nullable: true, ...shown('Up to which age, in years.') }),
    isWomenOnly: t.exposeBoolean('isWomenOnly', shown('Whether it is for women only.')),
    isForFamilies: t.exposeBoolean('isForFamilies', shown('Whether it is for families.')),
    eligibilityNote: t.exposeString('eligibilityNote', {
      nullable: true,
      ...shown('What else there is to know about who can use it.'),
    }),
    interpreters: t.expose('interpreters', {
      type: InterpreterProvision,
      ...shown('Whether there are interpreters.'),
    }),
    interpreterLanguages: t.exposeStringList(
      'interpreterLanguages',
      shown('Codes of the languages of its interpreters; empty means any.'),
    ),
    interpreterNames: t.stringList({
      ...shown('The same languages, as their speakers write their names.'),
      resolve: ({ interpreterLanguages }) => interpreterLanguages.map((code) => languageName(code).own),
    }),
    interpreterNote: t.exposeString('interpreterNote', {
      nullable: true,
      ...shown('What there is to know about interpreters.'),
    }),
    cost: t.expose('cost', { type: CostKind, ...shown('What it costs.') }),
    costNote: t.exposeString('costNote', { nullable: true, ...shown('How much, and for whom.') }),
    helpsWithTravel: t.exposeBoolean('helpsWithTravel', {
      nullable: true,
      ...shown('Whether it helps to get there; null where it is not known.'),
    }),
    helpsWithChildcare: t.exposeBoolean('helpsWithChildcare', {
      nullable: true,
      ...shown('Whether it helps with childcare; null where it is not known.'),
    }),
    helpNote: t.exposeString('helpNote', { nullable: true, ...shown('Which help that is.') }),
    modes: t.expose('modes', {
      type: [DeliveryMode],
      ...shown('Where it is used; empty where it is not known.'),
    }),
    hours: t.field({
      type: HoursKind,
      ...shown('What is known of when it is open.'),
      resolve: hoursKindOf,
    }),
    hoursNote: t.exposeString('hoursNote', {
      nullable: true,
      ...shown('What else there is to know about when it is open.'),
    }),
    capacityNote: t.exposeString('capacityNote', {
      nullable: true,
      ...shown('How many it takes, or how full it is.'),
    }),
    waitingWeeks: t.exposeInt('waitingWeeks', {
      nullable: true,
      ...shown('About how many weeks one waits.'),
    }),
    isUrgent: t.exposeBoolean('isUrgent', shown('Whether it helps in an emergency, tonight.')),
    lastCheckedOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day on which somebody last checked all this; null when no check is known.'),
      resolve: ({ lastCheckedOn }) => dayOrNull(lastCheckedOn),
    }),
    checkedBy: t.expose('checkedBy', {
      type: CheckerKind,
      nullable: true,
      ...shown('What sort of body checked it then.'),
    }),
    freshness: t.field({
      type: Freshness,
      ...shown('How long ago that was.'),
      resolve: freshnessOf,
    }),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, ...shown('Where all this is published.') }),
    languages: t.field({
      type: [ServiceLanguage],
      ...shown('The languages that those who help there speak.'),
      resolve: ({ languages }) => languages,
    }),
    contacts: t.field({
      type: [ServiceContact],
      ...shown('How to reach it, the best way first.'),
      resolve: ({ contacts }) => contacts,
    }),
    areas: t.field({
      type: [ServiceArea],
      ...shown("Where people live for whom it is; empty means anywhere in the council's area."),
      resolve: ({ areas }) => areas,
    }),
    locations: t.field({
      type: [ServiceLocation],
      ...shown('Where it is.'),
      resolve: placesOf,
    }),
    schedules: t.field({
      type: [Schedule],
      ...shown('Its sessions that belong to no one place: by telephone, online, or at every place.'),
      resolve: ({ schedules }) => schedules.filter(isOfNoPlace),
    }),
    exceptions: t.field({
      type: [ScheduleException],
      ...shown('Days on which it is otherwise, wherever it is.'),
      resolve: ({ exceptions }) => exceptions.filter(isOfNoPlace),
    }),
    opening: t.field({
      type: Opening,
      nullable: true,
      ...shown('Whether it is open now, and when next; null where no times are known, or it is not running.'),
      resolve: findOpening,
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
    council: t.field({
      type: Council,
      ...shown('The council in whose directory it stands.'),
      resolve: (service, _args, context) => getCouncil(service, context),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    noticeFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day of its notice.',
      resolve: ({ noticeFrom }) => dayOrNull(noticeFrom),
    }),
    storedNotice: t.exposeString('notice', {
      nullable: true,
      description: 'Its notice, whether its days have come or not.',
    }),
    storedNoticeUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day of its notice, whether its days have come or not.',
      resolve: ({ noticeUntil }) => dayOrNull(noticeUntil),
    }),
    staysOutOfOpenData: t.exposeBoolean(
      'staysOutOfOpenData',
      shown('Whether open data leaves it out; whoever republishes it should as well.'),
    ),
    isPublished: t.exposeBoolean('isPublished', { description: 'Whether the public sees it.' }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this service.' }),
  }),
});
