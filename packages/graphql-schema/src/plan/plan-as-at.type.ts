import { ActionAsAt } from '../action/action.type.ts';
import { builder, shown } from '../builder.ts';
import {
  firstDay,
  planAsAt,
  type PlanAsAt as AsAt,
  type ThemeAsAt as ThemeThen,
} from './plan-as-at.facts.ts';
import { countLeads, Plan, PlanLead, PlanProgress, PlanState } from './plan.type.ts';
import { planProgress } from './progress.rules.ts';

const ThemeAsAt = builder.objectRef<ThemeThen>('ThemeAsAt').implement({
  ...shown('A theme as it stood at the end of a day. Its number and words are those of today.'),
  fields: (t) => ({
    ref: t.string({ ...shown('Its number in the plan.'), resolve: ({ theme }) => theme.ref }),
    refIsDerived: t.boolean({
      ...shown('Whether we counted it, since none is published.'),
      resolve: ({ theme }) => theme.refIsDerived,
    }),
    title: t.string({ ...shown('Its heading.'), resolve: ({ theme }) => theme.title }),
    detail: t.string({
      nullable: true,
      ...shown('What the plan says under the heading.'),
      resolve: ({ theme }) => theme.detail,
    }),
    language: t.string({ ...shown('Language of its words.'), resolve: ({ theme }) => theme.language }),
    actions: t.expose('actions', {
      type: [ActionAsAt],
      ...shown('The actions that the document held under it then, in the order of the plan.'),
    }),
  }),
});

const PlanAsAt = builder.objectRef<AsAt>('PlanAsAt').implement({
  ...shown(
    'A plan as it stood at the end of a day, as far as it is recorded. The period and the rhythm of reporting are those of today.',
  ),
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', ...shown('The day.') }),
    state: t.expose('state', { type: PlanState, ...shown('Where it stood then.') }),
    themes: t.expose('themes', {
      type: [ThemeAsAt],
      ...shown('The themes that it had then, with their actions.'),
    }),
    theme: t.field({
      type: ThemeAsAt,
      nullable: true,
      ...shown('One theme; null when it had none of that number.'),
      args: { ref: t.arg.string({ required: true, description: "The theme's number in the plan." }) },
      resolve: ({ themes }, { ref }) => themes.find(({ theme }) => theme.ref === ref) ?? null,
    }),
    leads: t.field({
      type: [PlanLead],
      ...shown('Who was accountable for its actions then, those with most actions first.'),
      resolve: ({ actions }) => countLeads(actions.map(({ facts }) => facts)),
    }),
    progress: t.field({
      type: PlanProgress,
      ...shown('How far it was.'),
      resolve: ({ actions, date }) =>
        planProgress(
          actions.map(({ facts }) => facts),
          date,
        ),
    }),
  }),
});

builder.objectField(Plan, 'asAt', (t) =>
  t.field({
    type: PlanAsAt,
    nullable: true,
    ...shown(
      'How it stood at the end of a day, in the time zone of the council; null before it was recorded or published, and for days to come.',
    ),
    args: { date: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    resolve: (plan, { date }, context) => planAsAt(plan, date, context),
  }),
);

builder.objectField(Plan, 'asAtFrom', (t) =>
  t.field({
    type: 'Date',
    ...shown('The first day for which `asAt` tells how it stood.'),
    resolve: (plan, _args, context) => firstDay(plan, context),
  }),
);
