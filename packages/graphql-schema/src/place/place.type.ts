import type { Prisma } from '@open-sanctuary/database/client';
import { builder, meanings, shown } from '../builder.ts';

export const PlaceKind = builder.enumType('PlaceKind', {
  ...shown('How much of a postcode names a place.'),
  values: meanings({
    OUTCODE: 'Its first half, such as `E8`: some streets to a whole town.',
    SECTOR: 'Its first half and a digit, such as `E8 3`.',
    POSTCODE: 'All of it, such as `E8 3BQ`: a few houses.',
  }),
});

export const PostcodePlace = builder
  .objectRef<Prisma.PostcodePlaceGetPayload<object>>('PostcodePlace')
  .implement({
    ...shown('About where the addresses of a postcode, or of the beginning of one, are.'),
    fields: (t) => ({
      code: t.exposeString('code', shown('The postcode, or its beginning.')),
      kind: t.expose('kind', { type: PlaceKind, ...shown('How much of a postcode that is.') }),
      latitude: t.exposeFloat('latitude', shown('Degrees north of its middle, WGS 84.')),
      longitude: t.exposeFloat('longitude', shown('Degrees east of its middle, WGS 84.')),
    }),
  });
