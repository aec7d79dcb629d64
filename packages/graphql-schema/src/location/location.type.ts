import type { Prisma } from '@open-sanctuary/database/client';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { Schedule, ScheduleException } from '../schedule/schedule.type.ts';
import type { ServiceAtLocation } from '../service/service.facts.ts';

export const LocationKind = builder.enumType('LocationKind', {
  ...shown('Whether it is told where a place is.'),
  values: meanings({
    PLACE: 'Everybody may know where it is.',
    ON_CONTACT:
      'It is told only to those who get in touch, such as of a refuge: nothing here says where it is.',
  }),
});

export const AccessibilityFeature = builder.enumType('AccessibilityFeature', {
  ...shown('What makes a place usable for more people.'),
  values: meanings({
    STEP_FREE: 'One gets in without a step.',
    ACCESSIBLE_TOILET: 'There is a toilet that can be used with a wheelchair.',
    HEARING_LOOP: 'There is a hearing loop.',
    PARKING: 'There is parking for people with a disability.',
    QUIET_SPACE: 'There is a quiet room.',
  }),
});

export const Location: TypeOf<Prisma.LocationGetPayload<object>> = builder.prismaNode('Location', {
  ...shown('A place where services are.'),
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    name: t.exposeString('name', { nullable: true, ...shown('What people call it.') }),
    kind: t.expose('kind', { type: LocationKind, ...shown('Whether it is told where it is.') }),
    address: t.exposeString('address', { nullable: true, ...shown('House and street.') }),
    city: t.exposeString('city', { nullable: true, ...shown('Town or city.') }),
    postcode: t.exposeString('postcode', { nullable: true, ...shown('Postcode, such as `E8 1EA`.') }),
    latitude: t.exposeFloat('latitude', { nullable: true, ...shown('Degrees north, WGS 84.') }),
    longitude: t.exposeFloat('longitude', { nullable: true, ...shown('Degrees east, WGS 84.') }),
    directions: t.exposeString('directions', { nullable: true, ...shown('How to get there, in words.') }),
    accessibility: t.expose('accessibility', {
      type: [AccessibilityFeature],
      ...shown('What it is known to have.'),
    }),
    accessibilityNote: t.exposeString('accessibilityNote', {
      nullable: true,
      ...shown('What else there is to know about getting in and about.'),
    }),
    language: t.exposeString('language', shown('Language of its words.')),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this place.' }),
  }),
});

export const ServiceLocation: TypeOf<ServiceAtLocation> = builder
  .objectRef<ServiceAtLocation>('ServiceLocation')
  .implement({
    ...shown('That a service is at a place, and when it is open there.'),
    fields: (t) => ({
      uuid: t.exposeString('id', shown('The record itself, as UUID.')),
      note: t.exposeString('note', { nullable: true, ...shown('What there is to know about it there.') }),
      location: t.expose('location', { type: Location, ...shown('The place.') }),
      schedules: t.expose('schedules', { type: [Schedule], ...shown('Its sessions there.') }),
      exceptions: t.expose('exceptions', {
        type: [ScheduleException],
        ...shown('Days on which it is otherwise there.'),
      }),
    }),
  });
