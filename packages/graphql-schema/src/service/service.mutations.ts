import { type Prisma, readClock } from '@open-sanctuary/database/client';
import { readPostcode } from '@open-sanctuary/service-rules/postcode';
import { isDeepStrictEqual } from 'node:util';
import { builder } from '../builder.ts';
import { calendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import type { EditorRole } from '../editor.ts';
import {
  asGiven,
  dayToStore,
  expectedVersion,
  invalid,
  listOf,
  needed,
  numberBetween,
  optionalDay,
  optionalEmail,
  optionalText,
  optionalTitle,
  optionalWebAddress,
  readFields,
  refuseContradiction,
  requireLanguage,
  requireSlug,
  requireText,
  requireTitle,
} from '../input.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { isUuid } from '../text.rules.ts';
import { wholeService } from '../whole-records.ts';
import { changeRecord, getRecord, removeRecord, type Transaction, write } from '../write.ts';
import {
  AccessMode,
  CheckerKind,
  ContactKind,
  CostKind,
  DeliveryMode,
  EligibleGroup,
  HoursKind,
  InterpreterProvision,
  PapersAsked,
  ServiceCategory,
  ServiceState,
} from './service.enums.ts';
import { findContradiction } from './service.rules.ts';
import { Service } from './service.type.ts';

/** Who keeps the directory of services. */
export const serviceWriters: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];

/** Ends the description of what they may do. */
export const byServiceWriters = ` Roles: ${serviceWriters.join(', ')}.`;

type Stored = Prisma.ServiceGetPayload<object>;

function requireHours(given: Stored['hours'] | 'WITHHELD'): Stored['hours'] {
  if (given === 'WITHHELD')
    throw invalid('That times are withheld is said of the organisation, by its `withholdsTimes`.');
  return given;
}

/** On the council's site the page of what is missing lies among the services, and a UUID finds by itself. */
function requireServiceSlug(given: string, name: string): string {
  if (given === 'missing' || isUuid(given)) throw invalid(`\`${name}\` is the address of something else.`);
  return requireSlug(given, name);
}

const serviceReaders = {
  slug: needed(requireServiceSlug),
  name: needed(requireTitle),
  language: needed(requireLanguage),
  summary: needed(requireText),
  categories: needed(listOf(asGiven<Stored['categories'][number]>, 10)),
  state: needed(asGiven<Stored['state']>),
  stateNote: optionalText,
  notice: optionalText,
  noticeFrom: optionalDay,
  noticeUntil: optionalDay,
  access: listOf(asGiven<Stored['access'][number]>, 10),
  referralBy: optionalText,
  accessNote: optionalText,
  asksForPapers: needed(asGiven<Stored['asksForPapers']>),
  papersNote: optionalText,
  dataSharing: optionalText,
  regulator: optionalTitle,
  regulatorNumber: optionalTitle,
  eligibleGroups: listOf(asGiven<Stored['eligibleGroups'][number]>, 10),
  minimumAge: numberBetween(0, 120),
  maximumAge: numberBetween(0, 120),
  isWomenOnly: needed(asGiven<boolean>),
  isForFamilies: needed(asGiven<boolean>),
  eligibilityNote: optionalText,
  interpreters: needed(asGiven<Stored['interpreters']>),
  interpreterLanguages: listOf(requireLanguage, 100),
  interpreterNote: optionalText,
  cost: needed(asGiven<Stored['cost']>),
  costNote: optionalText,
  helpsWithTravel: asGiven<boolean | null>,
  helpsWithChildcare: asGiven<boolean | null>,
  helpNote: optionalText,
  modes: listOf(asGiven<Stored['modes'][number]>, 10),
  hours: needed(requireHours),
  hoursNote: optionalText,
  capacityNote: optionalText,
  waitingWeeks: numberBetween(0, 520),
  isUrgent: needed(asGiven<boolean>),
  sourceUrl: optionalWebAddress,
  staysOutOfOpenData: needed(asGiven<boolean>),
  isPublished: needed(asGiven<boolean>),
};

const LanguageWords = builder.inputType('ServiceLanguageWords', {
  description: 'A language that those who help there speak.',
  fields: (t) => ({
    language: t.string({ required: true, description: 'Its code, such as `ti` or `prs`.' }),
    note: t.string({ description: 'Such as on which days.' }),
  }),
});

const ContactWords = builder.inputType('ServiceContactWords', {
  description: 'A way to reach a service.',
  fields: (t) => ({
    kind: t.field({ type: ContactKind, required: true, description: 'How.' }),
    value: t.string({ required: true, description: 'The number or address itself.' }),
    label: t.string({ description: 'Whom or what one reaches.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    note: t.string({ description: 'Such as when somebody answers.' }),
  }),
});

const AreaWords = builder.inputType('ServiceAreaWords', {
  description: 'Where people live for whom a service is.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is called.' }),
    outcodes: t.stringList({
      description: 'First halves of the postcodes there, such as `E8`; at most 100.',
    }),
  }),
});

const ServiceWords = builder.inputType('ServiceWords', {
  description:
    'What is said about a service. What is left out stays as it is; null takes it away. A list takes the place of the one before.',
  fields: (t) => ({
    slug: t.string({ description: 'Its short name in web addresses: a-z, 0-9 and single dashes.' }),
    name: t.string({ description: 'Its name, at most 300 characters.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    summary: t.string({ description: 'What it is, in plain words.' }),
    categories: t.field({ type: [ServiceCategory], description: 'What it helps with, the main one first.' }),
    state: t.field({ type: ServiceState, description: 'Whether it can be used now; running unless given.' }),
    stateNote: t.string({ description: 'What there is to know about that.' }),
    notice: t.string({ description: 'News of some days.' }),
    noticeFrom: t.field({ type: 'Date', description: 'The first day on which the notice is shown.' }),
    noticeUntil: t.field({ type: 'Date', description: 'The last day on which the notice is shown.' }),
    access: t.field({ type: [AccessMode], description: 'How somebody gets in.' }),
    referralBy: t.string({ description: 'Who can refer somebody.' }),
    accessNote: t.string({ description: 'What else it takes to get in.' }),
    asksForPapers: t.field({ type: PapersAsked, description: 'Whether it asks for papers.' }),
    papersNote: t.string({ description: 'Which papers, and what for.' }),
    dataSharing: t.string({ description: 'What the organisation says about sharing data.' }),
    regulator: t.string({ description: 'Who regulates its advice; immigration advice needs one.' }),
    regulatorNumber: t.string({ description: 'Its number with the regulator.' }),
    eligibleGroups: t.field({ type: [EligibleGroup], description: 'Who can use it.' }),
    minimumAge: t.int({ description: 'From which age, in years.' }),
    maximumAge: t.int({ description: 'Up to which age, in years.' }),
    isWomenOnly: t.boolean({ description: 'Whether it is for women only.' }),
    isForFamilies: t.boolean({ description: 'Whether it is for families.' }),
    eligibilityNote: t.string({ description: 'What else there is to know about who can use it.' }),
    interpreters: t.field({ type: InterpreterProvision, description: 'Whether there are interpreters.' }),
    interpreterLanguages: t.stringList({ description: 'Languages of its interpreters; none means any.' }),
    interpreterNote: t.string({ description: 'What there is to know about interpreters.' }),
    cost: t.field({ type: CostKind, description: 'What it costs.' }),
    costNote: t.string({ description: 'How much, and for whom.' }),
    helpsWithTravel: t.boolean({ description: 'Whether it helps to get there.' }),
    helpsWithChildcare: t.boolean({ description: 'Whether it helps with childcare.' }),
    helpNote: t.string({ description: 'Which help that is.' }),
    modes: t.field({ type: [DeliveryMode], description: 'Where it is used.' }),
    hours: t.field({ type: HoursKind, description: 'What is known of when it is open; never WITHHELD.' }),
    hoursNote: t.string({ description: 'What else there is to know about when it is open.' }),
    capacityNote: t.string({ description: 'How many it takes, or how full it is.' }),
    waitingWeeks: t.int({ description: 'About how many weeks one waits, 0 to 520.' }),
    isUrgent: t.boolean({ description: 'Whether it helps in an emergency, tonight.' }),
    sourceUrl: t.string({ description: 'Where all this is published.' }),
    staysOutOfOpenData: t.boolean({ description: 'Whether the open data leaves it out.' }),
    isPublished: t.boolean({ description: 'Whether the public sees it.' }),
    languages: t.field({ type: [LanguageWords], description: 'Languages spoken there; at most 50.' }),
    contacts: t.field({
      type: [ContactWords],
      description: 'How to reach it, the best way first; at most 20.',
    }),
    areas: t.field({ type: [AreaWords], description: 'Where people live for whom it is; at most 50.' }),
  }),
});

type Words = typeof ServiceWords.$inferInput;

builder.mutationFields((t) => ({
  createService: t.field({
    type: Service,
    description: `Adds a service to an organisation. A slug, a name, a summary and a category are needed.${byServiceWriters}`,
    args: {
      organisationId: t.arg.globalID({
        required: true,
        for: [Organisation],
        description: 'Whose service it is.',
      }),
      words: t.arg({ type: ServiceWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { organisationId: { id: organisationId }, words }, context) => {
      const { slug, name, summary, categories, ...rest } = readFields(serviceReaders, words);
      if (!slug || !name || !summary || !categories)
        throw invalid('`slug`, `name`, `summary` and `categories` are needed.');
      const parts = readParts(words);
      const id = await write(context, serviceWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'organisation', organisationId);
        await requireFreeSlug(tx, councilId, slug);
        const data = { ...rest, slug, name, summary, categories };
        refuseContradiction(findContradiction({ ...nothingSaid, ...data }));
        const service = await tx.service.create({ data: { ...data, councilId, organisationId } });
        await writeParts(tx, service, parts);
        return service.id;
      });
      return getService(context, id);
    },
  }),
  changeService: t.field({
    type: Service,
    description: `Changes what is said about a service.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'The service to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: ServiceWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { serviceId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(serviceReaders, words);
      const parts = readParts(words);
      await write(context, serviceWriters, async (tx) => {
        const stored = await getRecord(tx, context, 'service', id, version);
        if (data.slug && data.slug !== stored.slug) await requireFreeSlug(tx, stored.councilId, data.slug);
        refuseContradiction(findContradiction({ ...stored, ...data }));
        await changeRecord(tx, context, 'service', { id, version, data });
        await writeParts(tx, stored, parts);
      });
      return getService(context, id);
    },
  }),
  confirmService: t.field({
    type: Service,
    description: `Says that all that is said about a service was checked today.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'The service.' }),
      expectedVersion: t.arg.int(expectedVersion),
      checkedBy: t.arg({ type: CheckerKind, required: true, description: 'What sort of body checked it.' }),
    },
    resolve: async (_root, { serviceId: { id }, expectedVersion: version, checkedBy }, context) => {
      await write(context, serviceWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'service', id);
        const { timeZone } = await tx.council.findUniqueOrThrow({ where: { id: councilId } });
        const lastCheckedOn = dayToStore(calendarDate(await readClock(tx), timeZone));
        await changeRecord(tx, context, 'service', { id, version, data: { lastCheckedOn, checkedBy } });
      });
      return getService(context, id);
    },
  }),
  removeService: t.boolean({
    description: `Removes a service with its times, for good. To say that it is there no more, change its state. True when it is gone.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'The service to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { serviceId: { id }, expectedVersion: version }, context) => {
      await write(context, serviceWriters, (tx) => removeRecord(tx, context, 'service', { id, version }));
      return true;
    },
  }),
}));

const nothingSaid = {
  regulator: null,
  regulatorNumber: null,
  minimumAge: null,
  maximumAge: null,
  noticeFrom: null,
  noticeUntil: null,
};

async function requireFreeSlug(tx: Transaction, councilId: string, slug: string) {
  if (await tx.service.findUnique({ where: { councilId_slug: { councilId, slug } } }))
    throw invalid(`There is a service \`${slug}\` already. Choose another \`slug\`.`);
}

export const getService = ({ database }: Context, id: string) =>
  database.service.findUniqueOrThrow({ where: { id }, include: wholeService });

function readContact({ kind, value, label, language, note }: typeof ContactWords.$inferInput) {
  const readValue = { EMAIL: optionalEmail, WEB: optionalWebAddress, TELEPHONE: optionalNumber }[
    kind === 'SMS' || kind === 'WHATSAPP' ? 'TELEPHONE' : kind
  ];
  const read = readValue(value, 'value');
  if (!read) throw invalid('`value` may not be empty.');
  return {
    kind,
    value: read,
    label: optionalTitle(label, 'label'),
    language: requireLanguage(language ?? 'en', 'language'),
    note: optionalText(note, 'note'),
  };
}

function optionalNumber(given: string, name: string): string | null {
  const number = optionalText(given, name, 60);
  if (number && !/^\+?[\d ()-]{3,}$/.test(number)) throw invalid(`\`${name}\` must be a telephone number.`);
  return number;
}

export function requireOutcode(given: string, name: string): string {
  const read = readPostcode(given);
  if ('problem' in read || read.code !== read.outcode)
    throw invalid(`\`${name}\` must be first halves of postcodes, such as \`E8\`.`);
  return read.outcode;
}

const requireOutcodes = listOf(requireOutcode, 100);

/** What is given of the lists that belong to a service. */
function readParts({ languages, contacts, areas }: Words) {
  const most = { languages: 50, contacts: 20, areas: 50 };
  for (const [name, list] of Object.entries({ languages, contacts, areas })) {
    if ((list?.length ?? 0) > most[name as keyof typeof most])
      throw invalid(`\`${name}\` may have at most ${most[name as keyof typeof most]} entries.`);
  }
  const read = {
    languages: languages?.map(({ language, note }) => ({
      language: requireLanguage(language, 'language'),
      note: optionalText(note, 'note'),
    })),
    contacts: contacts?.map((contact, position) => ({ ...readContact(contact), position })),
    areas: areas?.map(({ name, outcodes }) => ({
      name: requireTitle(name, 'name'),
      outcodes: requireOutcodes(outcodes ?? [], 'outcodes'),
    })),
  };
  listOf(asGiven<string>, 50)(read.languages?.map(({ language }) => language) ?? [], 'languages');
  listOf(asGiven<string>, 50)(read.areas?.map(({ name }) => name) ?? [], 'areas');
  return read;
}

/** Puts the lists that are given in the place of those that are stored; one that says the same is left alone. */
async function writeParts(
  tx: Transaction,
  { id: serviceId, councilId }: Stored,
  { languages, contacts, areas }: ReturnType<typeof readParts>,
) {
  const where = { serviceId };
  const of = { serviceId, councilId };
  if (languages && !isSame(languages, await tx.serviceLanguage.findMany({ where }), 'language')) {
    await tx.serviceLanguage.deleteMany({ where });
    await tx.serviceLanguage.createMany({ data: languages.map((each) => ({ ...of, ...each })) });
  }
  if (contacts && !isSame(contacts, await tx.serviceContact.findMany({ where }), 'position')) {
    await tx.serviceContact.deleteMany({ where });
    await tx.serviceContact.createMany({ data: contacts.map((each) => ({ ...of, ...each })) });
  }
  if (areas && !isSame(areas, await tx.serviceArea.findMany({ where }), 'name')) {
    await tx.serviceArea.deleteMany({ where });
    await tx.serviceArea.createMany({ data: areas.map((each) => ({ ...of, ...each })) });
  }
}

function isSame<Given extends object>(
  given: readonly Given[],
  stored: readonly (Given & { id: string; serviceId: string; councilId: string })[],
  key: keyof Given,
): boolean {
  const byKey = (list: readonly Given[]) => new Map(list.map((each) => [each[key], each]));
  return isDeepStrictEqual(
    byKey(given),
    byKey(
      stored.map(({ id: _id, serviceId: _serviceId, councilId: _councilId, ...words }) => words as never),
    ),
  );
}
