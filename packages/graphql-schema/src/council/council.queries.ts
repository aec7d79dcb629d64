import { builder, shown } from '../builder.ts';
import { ExpectedError } from '../errors.ts';
import { countFrom } from '../paging.ts';
import { Council } from './council.type.ts';

builder.queryFields((t) => ({
  councils: t.field({
    type: [Council],
    ...shown('The councils, by name.'),
    args: {
      first: t.arg.int({ description: 'How many councils to give, 1 to 100; 100 unless asked.' }),
      after: t.arg.string({ description: 'Short name of the council to go on after.' }),
      slugs: t.arg.stringList({
        description:
          'Only the councils of these short names, at most 100; those that are not here are left out.',
      }),
    },
    resolve: async (_root, { first, after, slugs }, { database, load }) => {
      if ((slugs?.length ?? 0) > 100)
        throw new ExpectedError('`slugs` may have at most 100 short names.', 'INVALID_INPUT');
      const isFurther = typeof after === 'string';
      if (isFurther && !(await database.council.findUnique({ where: { slug: after } })))
        throw new ExpectedError('There is no council of the short name in `after`.', 'INVALID_INPUT');
      return load.council.keep(
        await database.council.findMany({
          take: countFrom(first, 'first', 100),
          ...(slugs && { where: { slug: { in: slugs } } }),
          ...(isFurther && { cursor: { slug: after }, skip: 1 }),
          orderBy: [{ name: 'asc' }, { slug: 'asc' }],
        }),
      );
    },
  }),
  council: t.field({
    type: Council,
    nullable: true,
    ...shown('One council; null when there is none of that name.'),
    args: { slug: t.arg.string({ required: true, description: 'Its short name, such as `hackney`.' }) },
    resolve: async (_root, { slug }, { database, load }) => {
      const council = await database.council.findUnique({ where: { slug } });
      if (council) load.council.keep([council]);
      return council;
    },
  }),
}));
