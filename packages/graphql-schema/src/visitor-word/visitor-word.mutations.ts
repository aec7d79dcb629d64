import { builder, meanings, shown } from '../builder.ts';
import { ServiceCategory } from '../service/service.enums.ts';
import { reportEntryProblem, reportNothingFound } from './visitor-word.facts.ts';

const ProblemKind = builder.enumType('ProblemKind', {
  ...shown('What is wrong with an entry.'),
  values: meanings({
    CLOSED: 'It is closed, or there no more.',
    MOVED: 'It is somewhere else.',
    WRONG_TIMES: 'Its times are others.',
    WRONG_CONTACT: 'It cannot be reached this way.',
    WRONG_LANGUAGE: 'The language is not spoken there.',
    NOT_WELCOME: 'Somebody was sent away or not treated well.',
    OTHER: 'Something else.',
  }),
});

builder.mutationFields((t) => ({
  reportEntryProblem: t.boolean({
    ...shown(
      'Says that something is wrong with an entry. It is counted by day; nothing of who said it is kept. True when it was.',
    ),
    args: {
      service: t.arg.string({ required: true, description: 'The service, as UUID.' }),
      kind: t.arg({ type: ProblemKind, required: true, description: 'What is wrong.' }),
    },
    resolve: (_root, { service, kind }, context) => reportEntryProblem(context, service, kind),
  }),
  reportNothingFound: t.boolean({
    ...shown(
      'Says that help was looked for and not found. It is counted by month; no words and nothing of who said it are kept. True when it was.',
    ),
    args: {
      council: t.arg.string({ required: true, description: 'The short name of the council.' }),
      category: t.arg({ type: ServiceCategory, description: 'With what.' }),
      language: t.arg.string({ description: 'In which language, such as `ti`.' }),
    },
    resolve: (_root, { council, category, language }, context) =>
      reportNothingFound(context, council, category ?? null, language ?? null),
  }),
}));
