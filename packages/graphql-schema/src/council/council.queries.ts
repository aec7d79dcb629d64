import { builder, shown } from '../builder.ts';
import { countFrom } from '../paging.ts';
import { Council } from './council.type.ts';

builder.queryFields((t) => ({
  councils: t.field({
    type: [Council],
    ...shown('The councils, by name.'),
    args: { first: t.arg.int({ description: 'How many councils to give, 1 to 100; 100 unless asked.' }) },
    resolve: async (_root, { first }, { database, load }) =>
      load.council.keep(
        await database.council.findMany({
          take: countFrom(first, 'first', 100),
          orderBy: [{ name: 'asc' }, { slug: 'asc' }],
        }),
      ),
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
