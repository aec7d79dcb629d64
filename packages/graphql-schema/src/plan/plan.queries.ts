import { Action, CommitmentStrength } from '../action/action.type.ts';
import { isFound, sortActions, type ActionFilter } from '../action/action-filter.rules.ts';
import { builder, meanings, shown } from '../builder.ts';
import { ExpectedError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { ActionStatus, GroupView } from '../report/report.enums.ts';
import { longest } from '../text.rules.ts';
import { listKnownActions } from './plan.facts.ts';
import { Plan } from './plan.type.ts';

const ActionSort = builder.enumType('ActionSort', {
  ...shown(
    'In which order. Actions that left the document always come last; what is equal stays in the order of the plan.',
  ),
  values: meanings({
    REF: 'As in the plan.',
    DUE: 'Due soonest first; those without a last day come after.',
    LAST_REPORTED: 'Reported on most recently first; those never reported on come after.',
    STATUS: 'Not reported, not started, in progress, delayed, done, stopped.',
  }),
});

const PlanActions = builder.connectionObject(
  {
    type: Action,
    name: 'PlanActionsConnection',
    ...shown("One page of a plan's actions."),
    fields: (t) => ({
      totalCount: t.int({
        ...shown('How many actions the filters find, on all pages.'),
        resolve: (connection) => (connection as unknown as { totalCount: number }).totalCount,
      }),
    }),
  },
  { name: 'PlanActionsConnectionEdge', ...shown('One action, with its place in the list.') },
);

builder.objectField(Plan, 'actions', (t) =>
  t.field({
    type: PlanActions,
    ...shown(
      'Its actions, filtered and sorted. An action is found when it meets every filter; of a list, one value will do.',
    ),
    args: {
      theme: t.arg.string({ description: 'Of the theme with this number.' }),
      lead: t.arg.string({ description: 'With a lead of exactly this name, accountable or partner.' }),
      status: t.arg({ type: [ActionStatus], description: 'With one of these statuses.' }),
      strength: t.arg({ type: [CommitmentStrength], description: 'Promised in one of these strengths.' }),
      late: t.arg.boolean({ description: 'True: only late ones; false: only those that are not.' }),
      noDate: t.arg.boolean({
        description: 'True: only those with no words about time; false: only those with some.',
      }),
      noLead: t.arg.boolean({
        description: 'True: only those with no lead published; false: only those with one.',
      }),
      noMeasure: t.arg.boolean({
        description: 'True: only those with no target or outcome of their own; false: only those with one.',
      }),
      stale: t.arg.boolean({
        description:
          'True: only those not reported on in the rhythm the council set; false: only the others.',
      }),
      groupView: t.arg({
        type: [GroupView],
        description: 'Where the group says one of these about the newest report.',
      }),
      words: t.arg.string({
        description:
          'With all of these words in number, title, detail, lead or translations; at most 200 characters.',
      }),
      sort: t.arg({ type: ActionSort, description: 'In which order; `REF` unless asked.' }),
      first: t.arg.int({ description: 'How many actions to give, 1 to 100; 20 unless asked.' }),
      after: t.arg.string({ description: 'Cursor of the action to go on from.' }),
      last: t.arg.int({
        description: 'How many actions to give from the end, 1 to 100, instead of `first`.',
      }),
      before: t.arg.string({ description: 'Cursor of the action to stop before.' }),
    },
    resolve: async ({ id }, { sort, first, after, last, before, ...filter }, context) => {
      checkFilter(filter);
      const actions = sortActions(await listKnownActions(id, context), sort ?? 'REF');
      const { edges, ...page } = pageOf(actions, (action) => isFound(action, filter), {
        first,
        after,
        last,
        before,
      });
      return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: node.action })) };
    },
  }),
);

function checkFilter({ words, status, strength, groupView }: ActionFilter): void {
  if ((words?.length ?? 0) > longest.words)
    throw new ExpectedError(`\`words\` may have at most ${longest.words} characters.`, 'INVALID_INPUT');
  if ([status, strength, groupView].some((values) => (values?.length ?? 0) > 20))
    throw new ExpectedError('A filter may name at most 20 values.', 'INVALID_INPUT');
}
