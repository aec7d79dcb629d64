import { builder, meanings, shown } from '../builder.ts';
import { isExample } from '../council/council.facts.ts';

const OrganisationKind = builder.enumType('OrganisationKind', {
  ...shown('What sort of body an organisation is.'),
  values: meanings({
    DEPARTMENT: 'A directorate, department or team of the council.',
    CHARITY: 'A registered charity.',
    COMMUNITY_GROUP: 'A group of residents that is no registered charity.',
    HEALTH_BODY: 'A part of the health service.',
    PUBLIC_BODY: 'Another public body, such as the police or a school.',
  }),
});

export const Organisation = builder.prismaNode('Organisation', {
  ...shown('A body that a plan names. It is never merged with one whose name sounds alike.'),
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    name: t.exposeString('name', shown('Its name exactly as published.')),
    kind: t.expose('kind', { type: OrganisationKind, ...shown('What sort of body it is.') }),
    charityNumber: t.exposeString('charityNumber', {
      nullable: true,
      ...shown('Registered charity number, where published.'),
    }),
    website: t.exposeString('website', {
      nullable: true,
      ...shown('Address of its own site, where published.'),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
  }),
});
