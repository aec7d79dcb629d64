import { builder, meanings } from '../builder.ts';
import { dayOrNull } from '../scalars.ts';
import { Term } from '../seat/seat.type.ts';

// How somebody chose to appear is between them and the group: nothing here is ever marked as shown.

export const NameForm = builder.enumType('NameForm', {
  description: 'The ways in which the holder of a seat can choose to appear.',
  values: meanings({
    FULL_NAME: 'By full name.',
    FIRST_NAME: 'By first name only.',
    CHOSEN_NAME: 'By a name that they chose for this.',
    ROLE_ONLY: 'By role only, without a name.',
    NOT_SHOWN: 'Not at all: the seat itself is hidden, and does not read as vacant.',
  }),
});

export const ConsentMeans = builder.enumType('ConsentMeans', {
  description: 'By which means somebody agreed to be named.',
  values: meanings({
    IN_PERSON: 'They said so in person.',
    EMAIL: 'They wrote an e-mail.',
    LETTER: 'They wrote a letter.',
    FORM: 'They signed a form.',
    TELEPHONE: 'They said so on the telephone.',
  }),
});

interface StoredAppearance {
  form: 'FULL_NAME' | 'FIRST_NAME' | 'CHOSEN_NAME' | 'ROLE_ONLY' | 'NOT_SHOWN';
  consentGivenOn: Date | null;
  consentMeans: 'IN_PERSON' | 'EMAIL' | 'LETTER' | 'FORM' | 'TELEPHONE' | null;
  consentUntil: Date | null;
  withdrawnAt: Date | null;
}

const Appearance = builder.objectRef<StoredAppearance>('Appearance').implement({
  description: 'How the holder of a term chose to appear.',
  fields: (t) => ({
    form: t.expose('form', { type: NameForm, description: 'The way that they chose.' }),
    consentGivenOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day they agreed to be named.',
      resolve: ({ consentGivenOn }) => dayOrNull(consentGivenOn),
    }),
    consentMeans: t.expose('consentMeans', {
      type: ConsentMeans,
      nullable: true,
      description: 'By which means they agreed.',
    }),
    consentUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day for which they agreed; null for the whole term.',
      resolve: ({ consentUntil }) => dayOrNull(consentUntil),
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they withdrew.',
    }),
  }),
});

const Holder = builder
  .objectRef<{ legalName: string | null; contact: string | null; codeHash: string | null }>('Holder')
  .implement({
    description: 'Who holds a term, where that is kept at all. It is never published.',
    fields: (t) => ({
      legalName: t.exposeString('legalName', { nullable: true, description: 'Their name.' }),
      contact: t.exposeString('contact', { nullable: true, description: 'How to reach them.' }),
      hasCode: t.boolean({
        description: 'Whether they have a code with which they withdraw without an account.',
        resolve: ({ codeHash }) => codeHash !== null,
      }),
    }),
  });

builder.objectFields(Term, (t) => ({
  appearance: t.field({
    type: Appearance,
    nullable: true,
    description: 'How its holder chose to appear; null until they choose, which is by role only.',
    resolve: ({ id }, _args, { database }) => database.appearance.findUnique({ where: { termId: id } }),
  }),
  holder: t.field({
    type: Holder,
    nullable: true,
    description: 'Who holds it; null where that is not kept.',
    resolve: ({ id }, _args, { database }) => database.holder.findUnique({ where: { termId: id } }),
  }),
  isNameShown: t.boolean({
    description: 'Whether the public sees the name today.',
    resolve: async ({ id }, _args, { database }) => {
      const [row] = await database.$queryRaw<{ shows: boolean }[]>`
        SELECT sanctuary.shows_name(${id}::uuid) AS shows`;
      return row?.shows ?? false;
    },
  }),
}));
