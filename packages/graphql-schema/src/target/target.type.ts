import { Action } from '../action/action.type.ts';
import { intervalFromWords } from '../action/timescale.rules.ts';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import type { Context } from '../context.ts';
import { isExample } from '../council/council.facts.ts';
import { getPlan, planFacts } from '../plan/plan.facts.ts';
import { dayFrom } from '../scalars.ts';
import { Theme } from '../theme/theme.type.ts';
import { wholeTarget, type WholeTarget } from '../whole-records.ts';
import { listMeasurements, listShares, progressOf } from './target.facts.ts';
import type { TargetProgress as Progress } from './target.rules.ts';

const TargetKind = builder.enumType('TargetKind', {
  ...shown('What sort of measure it is.'),
  values: meanings({
    TARGET: 'A figure or a state to be reached.',
    OUTCOME: 'What is to be different for people.',
  }),
});

const TargetProgress = builder.objectRef<Progress>('TargetProgress').implement({
  ...shown('How near a target is, by its newest measurement.'),
  fields: (t) => ({
    fraction: t.exposeFloat('fraction', {
      nullable: true,
      ...shown('0 at the baseline, 1 at the target and beyond; null when it cannot be known.'),
    }),
    isMet: t.exposeBoolean('isMet', {
      nullable: true,
      ...shown('Whether the target is reached; null when it cannot be known.'),
    }),
  }),
});

const Measurement = builder.objectRef<WholeTarget['measurements'][number]>('Measurement').implement({
  ...shown('A value measured on a day. Figures that would tell of one to four people are not shown.'),
  fields: (t) => ({
    measuredOn: t.field({
      type: 'Date',
      ...shown('The day it was measured, or the last day it counts.'),
      resolve: ({ measuredOn }) => dayFrom(measuredOn),
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      ...shown('The figure, in the unit of the target; null when it is too small to show.'),
    }),
    isFewerThanFive: t.exposeBoolean(
      'isFewerThanFive',
      shown('Whether it stands for one to four people or things.'),
    ),
    source: t.exposeString('source', shown('Where the figure comes from.')),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, ...shown('Address of that source.') }),
  }),
});

const timescaleOf = async (target: WholeTarget, context: Context) =>
  intervalFromWords(target.dueText, (await planFacts(await getPlan(target, context), context)).period);

export const Target: TypeOf<WholeTarget> = builder.prismaNode('Target', {
  ...shown('What a theme, or one of its actions, is measured by.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeTarget,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    kind: t.expose('kind', { type: TargetKind, ...shown('What sort of measure it is.') }),
    statement: t.exposeString('statement', shown('What is to be reached.')),
    language: t.exposeString('language', shown('Language of its words.')),
    unit: t.exposeString('unit', {
      nullable: true,
      ...shown('What its figures count, such as `people` or `%`.'),
    }),
    baselineValue: t.exposeFloat('baselineValue', {
      nullable: true,
      ...shown('The figure it starts from, in its unit.'),
    }),
    targetValue: t.exposeFloat('targetValue', {
      nullable: true,
      ...shown('The figure to be reached, in its unit.'),
    }),
    forWhom: t.exposeString('forWhom', { nullable: true, ...shown('Whom it is about.') }),
    dueText: t.exposeString('dueText', { nullable: true, ...shown('By when, as published.') }),
    dueFrom: t.field({
      type: 'Date',
      nullable: true,
      ...shown('First day of the time that `dueText` names; our reading.'),
      resolve: async (target, _args, context) => (await timescaleOf(target, context)).from,
    }),
    dueTo: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Last day of the time that `dueText` names; our reading.'),
      resolve: async (target, _args, context) => (await timescaleOf(target, context)).to,
    }),
    shares: t.field({
      type: [Target],
      ...shown('Parts of it with a figure of their own, such as "half of them from one ward".'),
      resolve: async (target, _args, { load }) => listShares(target, await load.targetsOfPlan(target.planId)),
    }),
    measurements: t.field({
      type: [Measurement],
      ...shown('What was measured, oldest first.'),
      resolve: async (target, _args, { load }) =>
        listMeasurements(target, await load.targetsOfPlan(target.planId)),
    }),
    progress: t.field({
      type: TargetProgress,
      ...shown('How near it is.'),
      resolve: async (target, _args, { load }) => progressOf(target, await load.targetsOfPlan(target.planId)),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    theme: t.field({
      type: Theme,
      ...shown('The theme it belongs to.'),
      resolve: async ({ planId, themeId }, _args, { load }) => {
        const theme = (await load.themesOfPlan(planId)).find(({ id }) => id === themeId);
        if (!theme) throw new Error('A target can be seen and its theme cannot.');
        return theme;
      },
    }),
    action: t.field({
      type: Action,
      nullable: true,
      ...shown('The action it belongs to; null when it belongs to the theme as a whole.'),
      resolve: ({ actionId }, _args, { load }) => (actionId ? load.action(actionId) : null),
    }),
  }),
});
