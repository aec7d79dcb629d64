import { Action } from '../action/action.type.ts';
import { builder, shown, type TypeOf } from '../builder.ts';
import { isExample } from '../council/council.facts.ts';
import { getPlan } from '../plan/plan.facts.ts';
import { Plan } from '../plan/plan.type.ts';
import { isTopTarget } from '../target/target.facts.ts';
import { Target } from '../target/target.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import { wholeTheme, type WholeTheme } from '../whole-records.ts';

export const Theme: TypeOf<WholeTheme> = builder.prismaNode('Theme', {
  ...shown('A part of a plan under one heading.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeTheme,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    ref: t.exposeString('ref', shown('Its number in the plan.')),
    refIsDerived: t.exposeBoolean('refIsDerived', shown('Whether we counted it, since none is published.')),
    title: t.exposeString('title', shown('Its heading.')),
    detail: t.exposeString('detail', { nullable: true, ...shown('What the plan says under the heading.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    plan: t.field({
      type: Plan,
      ...shown('The plan it is part of.'),
      resolve: (theme, _args, context) => getPlan(theme, context),
    }),
    actions: t.field({
      type: [Action],
      ...shown('Its actions, in the order of the plan.'),
      resolve: async ({ id, planId }, _args, { load }) =>
        (await load.actionsOfPlan(planId)).filter(({ themeId }) => themeId === id),
    }),
    targets: t.field({
      type: [Target],
      ...shown(
        'What it is measured by, also those of its actions; shares stand under the target they are part of.',
      ),
      resolve: async ({ id, planId }, _args, { load }) =>
        (await load.targetsOfPlan(planId)).filter((target) => target.themeId === id && isTopTarget(target)),
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
  }),
});
