import type { Prisma } from '@open-sanctuary/database/client';
import { readPostcode } from '@open-sanctuary/service-rules/postcode';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Council } from '../council/council.type.ts';
import {
  asGiven,
  expectedVersion,
  invalid,
  listOf,
  needed,
  numberBetween,
  optionalText,
  optionalTitle,
  readFields,
  refuseContradiction,
  requireLanguage,
} from '../input.ts';
import { findOrganisationOf } from '../organisation/organisation.facts.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { byServiceWriters, getService, serviceWriters } from '../service/service.mutations.ts';
import { Service } from '../service/service.type.ts';
import {
  changeRecord,
  getCouncilOfEditor,
  getRecord,
  notFound,
  removeRecord,
  type Transaction,
  write,
} from '../write.ts';
import { findContradiction, whereabouts } from './location.rules.ts';
import { AccessibilityFeature, Location, LocationKind } from './location.type.ts';

type Stored = Prisma.LocationGetPayload<object>;

function optionalPostcode(given: string | null, name: string): string | null {
  if (!given?.trim()) return null;
  const read = readPostcode(given);
  if ('problem' in read || !read.isFull)
    throw invalid(`\`${name}\` must be a whole postcode, such as \`E8 1EA\`.`);
  return read.code;
}

const locationReaders = {
  name: optionalTitle,
  kind: needed(asGiven<Stored['kind']>),
  address: optionalTitle,
  city: optionalTitle,
  postcode: optionalPostcode,
  latitude: numberBetween(-90, 90),
  longitude: numberBetween(-180, 180),
  directions: optionalText,
  accessibility: listOf(asGiven<Stored['accessibility'][number]>, 10),
  accessibilityNote: optionalText,
  language: needed(requireLanguage),
};

const LocationWords = builder.inputType('LocationWords', {
  description: 'What is said about a place. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    organisationId: t.globalID({ for: [Organisation], description: 'Whose place it is.' }),
    name: t.string({ description: 'What people call it.' }),
    kind: t.field({
      type: LocationKind,
      description:
        'Whether it is told where it is; made ON_CONTACT, it loses all that told it, its name too unless one is given.',
    }),
    address: t.string({ description: 'House and street.' }),
    city: t.string({ description: 'Town or city.' }),
    postcode: t.string({ description: 'Postcode, such as `E8 1EA`.' }),
    latitude: t.float({ description: 'Degrees north, WGS 84.' }),
    longitude: t.float({ description: 'Degrees east, WGS 84.' }),
    directions: t.string({ description: 'How to get there, in words.' }),
    accessibility: t.field({ type: [AccessibilityFeature], description: 'What it is known to have.' }),
    accessibilityNote: t.string({ description: 'What else there is to know about getting in and about.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
  }),
});

builder.mutationFields((t) => ({
  createLocation: t.field({
    type: Location,
    description: `Adds a place to a council. The public sees it once a published service is there.${byServiceWriters}`,
    args: {
      councilId: t.arg.globalID({ required: true, for: [Council], description: 'Its council.' }),
      words: t.arg({ type: LocationWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { councilId: { id: councilId }, words }, context) => {
      const read = readFields(locationReaders, words);
      refuseContradiction(findContradiction({ ...nothingSaid, ...read }));
      const id = await write(context, serviceWriters, async (tx) => {
        await getCouncilOfEditor(tx, context, councilId);
        const data = {
          ...read,
          ...(await findOrganisationOf(tx, councilId, words.organisationId)),
          councilId,
        };
        return (await tx.location.create({ data, select: { id: true } })).id;
      });
      return getLocation(context, id);
    },
  }),
  changeLocation: t.field({
    type: Location,
    description: `Changes what is said about a place.${byServiceWriters}`,
    args: {
      locationId: t.arg.globalID({ required: true, for: [Location], description: 'The place to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: LocationWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { locationId: { id }, expectedVersion: version, words }, context) => {
      const read = readFields(locationReaders, words);
      await write(context, serviceWriters, async (tx) => {
        const stored = await getRecord(tx, context, 'location', id, version);
        const isHidden = read.kind === 'ON_CONTACT' && stored.kind !== 'ON_CONTACT';
        const hidden = isHidden ? { ...noWhereabouts, name: null, accessibilityNote: null } : {};
        refuseContradiction(findContradiction({ ...stored, ...hidden, ...read }));
        const organisation = await findOrganisationOf(tx, stored.councilId, words.organisationId);
        await changeRecord(tx, context, 'location', {
          id,
          version,
          data: { ...hidden, ...read, ...organisation },
        });
        // Words about a service there, such as which door, may name the street.
        if (isHidden)
          await tx.serviceLocation.updateMany({ where: { locationId: id }, data: { note: null } });
      });
      return getLocation(context, id);
    },
  }),
  removeLocation: t.boolean({
    description: `Removes a place, and the times that services had there, for good. True when it is gone.${byServiceWriters}`,
    args: {
      locationId: t.arg.globalID({ required: true, for: [Location], description: 'The place to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { locationId: { id }, expectedVersion: version }, context) => {
      await write(context, serviceWriters, (tx) => removeRecord(tx, context, 'location', { id, version }));
      return true;
    },
  }),
  placeService: t.field({
    type: Service,
    description: `Says that a service is at a place of the same council, after those where it is; or changes what is said about it there.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'The service.' }),
      expectedVersion: t.arg.int({ required: true, description: 'Its version that you have read.' }),
      locationId: t.arg.globalID({ required: true, for: [Location], description: 'The place.' }),
      note: t.arg.string({ description: 'What there is to know about it there.' }),
      position: t.arg.int({ description: 'Where it comes in its list of places, 0 to 100.' }),
    },
    resolve: async (
      _root,
      {
        serviceId: { id: serviceId },
        expectedVersion: version,
        locationId: { id: locationId },
        note,
        position,
      },
      context,
    ) => {
      const words = {
        ...(note === undefined ? {} : { note: optionalText(note, 'note') }),
        ...(typeof position === 'number' ? { position: numberBetween(0, 100)(position, 'position') } : {}),
      };
      await write(context, serviceWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'service', serviceId);
        await getLocationOf(tx, councilId, locationId);
        await changeRecord(tx, context, 'service', { id: serviceId, version, data: {} });
        const { _max } = await tx.serviceLocation.aggregate({
          where: { serviceId },
          _max: { position: true },
        });
        await tx.serviceLocation.upsert({
          where: { serviceId_locationId: { serviceId, locationId } },
          update: words,
          create: { position: (_max.position ?? -1) + 1, ...words, councilId, serviceId, locationId },
        });
      });
      return getService(context, serviceId);
    },
  }),
  unplaceService: t.field({
    type: Service,
    description: `Says that a service is no longer at a place; its times there go with it.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'The service.' }),
      expectedVersion: t.arg.int({ required: true, description: 'Its version that you have read.' }),
      locationId: t.arg.globalID({ required: true, for: [Location], description: 'The place.' }),
    },
    resolve: async (
      _root,
      { serviceId: { id: serviceId }, expectedVersion: version, locationId: { id: locationId } },
      context,
    ) => {
      await write(context, serviceWriters, async (tx) => {
        await changeRecord(tx, context, 'service', { id: serviceId, version, data: {} });
        const { count } = await tx.serviceLocation.deleteMany({ where: { serviceId, locationId } });
        if (count === 0) throw notFound('service at this place');
      });
      return getService(context, serviceId);
    },
  }),
}));

const noWhereabouts = Object.fromEntries(whereabouts.map((field) => [field, null])) as Record<
  (typeof whereabouts)[number],
  null
>;
const nothingSaid = { kind: 'PLACE' as const, ...noWhereabouts };

async function getLocationOf(tx: Transaction, councilId: string, id: string) {
  if (!(await tx.location.findFirst({ where: { id, councilId } }))) throw notFound('place');
}

const getLocation = ({ database }: Context, id: string) =>
  database.location.findUniqueOrThrow({ where: { id } });
