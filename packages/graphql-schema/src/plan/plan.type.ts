import type { ActionFacts } from '../action/action.facts.ts';
import { Action } from '../action/action.type.ts';
import { ActionStatus } from '../report/report.enums.ts';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { Council } from '../council/council.type.ts';
import { getCouncil, isExample } from '../council/council.facts.ts';
import { isTopTarget } from '../target/target.facts.ts';
import { Target } from '../target/target.type.ts';
import { Theme } from '../theme/theme.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import { wholePlan, type WholePlan } from '../whole-records.ts';
import { listKnownActions, planFacts } from './plan.facts.ts';
import { planProgress, type PlanProgress as Progress } from './progress.rules.ts';

const PlanKind = builder.enumType('PlanKind', {
  ...shown('What sort of plan it is.'),
  values: meanings({
    SANCTUARY: 'A plan for people seeking sanctuary.',
    RELATED: 'Another plan that holds promises to them as well.',
  }),
});

export const PlanState = builder.enumType('PlanState', {
  ...shown('Where a plan stands today.'),
  values: meanings({
    DRAFT: 'Not published yet.',
    CURRENT: 'In force.',
    ENDED: 'Its period is over. Nothing in it is late any more.',
    SUPERSEDED: 'Another plan has taken its place.',
  }),
});

export const PlanLead = builder.objectRef<{ name: string; actionCount: number }>('PlanLead').implement({
  ...shown('A body that is accountable for actions of a plan.'),
  fields: (t) => ({
    name: t.exposeString('name', shown('Its name as the plan writes it.')),
    actionCount: t.exposeInt('actionCount', shown('How many actions it is accountable for.')),
  }),
});

const StatusCount = builder.objectRef<Progress['byStatus'][number]>('StatusCount').implement({
  ...shown('How many actions have one status.'),
  fields: (t) => ({
    status: t.expose('status', { type: ActionStatus, ...shown('The status.') }),
    count: t.exposeInt('count', shown('How many actions have it.')),
  }),
});

export const PlanProgress = builder.objectRef<Progress>('PlanProgress').implement({
  ...shown(
    'How far a plan is, in numbers of actions. Actions that left the document are in `leftDocument` only.',
  ),
  fields: (t) => ({
    total: t.exposeInt('total', shown('All actions that are promised.')),
    byStatus: t.expose('byStatus', {
      type: [StatusCount],
      ...shown('How many have each status, also those that none has. They add up to `total`.'),
    }),
    delivered: t.exposeInt('delivered', shown('Done, and promised to be delivered or continued.')),
    explored: t.exposeInt('explored', shown('Done, and promised to be explored only.')),
    stopped: t.exposeInt('stopped', shown('Given up. Never counted as progress.')),
    noDate: t.exposeInt('noDate', shown('No words about time are published; “TBC” and the like are none.')),
    noLead: t.exposeInt('noLead', shown('No lead is published; “TBC” and the like are none.')),
    noMeasure: t.exposeInt('noMeasure', shown('No target or outcome is published for the action itself.')),
    late: t.exposeInt('late', shown('Past the last day of their timescale and neither done nor stopped.')),
    stale: t.exposeInt('stale', shown('Not reported on for longer than the rhythm that the council set.')),
    agreed: t.exposeInt('agreed', shown('The group agrees with the newest report.')),
    doneOfUnknownStrength: t.exposeInt(
      'doneOfUnknownStrength',
      shown('Done, where the words do not tell how strong the promise was: neither delivered nor explored.'),
    ),
    disagreed: t.exposeInt('disagreed', shown('The group disagrees with the newest report.')),
    partlyAgreed: t.exposeInt('partlyAgreed', shown('The group partly agrees with the newest report.')),
    notAssessed: t.exposeInt(
      'notAssessed',
      shown('The group has said nothing about the newest report, or there is none.'),
    ),
    endedWithoutReport: t.exposeInt(
      'endedWithoutReport',
      shown('Never reported on before the period of the plan was over.'),
    ),
    leftDocument: t.exposeInt('leftDocument', shown('No longer in the newest version of the document.')),
  }),
});

const periodDay =
  (side: 'from' | 'to') => async (plan: WholePlan, _args: object, context: Parameters<typeof planFacts>[1]) =>
    (await planFacts(plan, context)).period[side];

export const Plan: TypeOf<WholePlan> = builder.prismaNode('Plan', {
  ...shown('A plan that a council has published.'),
  id: { field: 'id' },
  nullable: true,
  include: wholePlan,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    slug: t.exposeString('slug', shown('Short name in web addresses, such as `2026-2029`.')),
    title: t.exposeString('title', shown('Its title.')),
    summary: t.exposeString('summary', { nullable: true, ...shown('What it is about, in a few sentences.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    kind: t.expose('kind', { type: PlanKind, ...shown('What sort of plan it is.') }),
    state: t.field({
      type: PlanState,
      ...shown('Where it stands today.'),
      resolve: async (plan, _args, context) => (await planFacts(plan, context)).state,
    }),
    periodText: t.exposeString('periodText', {
      nullable: true,
      ...shown('The time it covers, as published.'),
    }),
    periodFrom: t.field({
      type: 'Date',
      nullable: true,
      ...shown('First day of its period; our reading of `periodText`.'),
      resolve: periodDay('from'),
    }),
    periodTo: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Last day of its period; our reading of `periodText`.'),
      resolve: periodDay('to'),
    }),
    adoptedText: t.exposeString('adoptedText', {
      nullable: true,
      ...shown('When and by whom it was adopted, as published.'),
    }),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, ...shown('Where the council published it.') }),
    coProductionNote: t.exposeString('coProductionNote', {
      nullable: true,
      ...shown('Who wrote it together.'),
    }),
    supersedes: t.field({
      type: Plan,
      nullable: true,
      ...shown('The plan whose place it takes, if that one is here.'),
      resolve: ({ supersedesPlanId }, _args, { load }) =>
        supersedesPlanId ? load.plan(supersedesPlanId) : null,
    }),
    supersedesNames: t.exposeStringList(
      'supersedesNames',
      shown('Names of documents whose place it takes and that are not here.'),
    ),
    supersededBy: t.field({
      type: [Plan],
      ...shown('The plans that have taken its place.'),
      resolve: async ({ id, councilId }, _args, { load }) =>
        (await load.plansOfCouncil(councilId)).filter(({ supersedesPlanId }) => supersedesPlanId === id),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', { description: 'Raised by every edit of this record.' }),
    council: t.field({
      type: Council,
      ...shown('The council whose plan it is.'),
      resolve: (plan, _args, context) => getCouncil(plan, context),
    }),
    themes: t.field({
      type: [Theme],
      ...shown('Its themes, in the order of the document.'),
      resolve: async ({ id }, _args, { load }) => [...(await load.themesOfPlan(id))],
    }),
    theme: t.field({
      type: Theme,
      nullable: true,
      ...shown('One theme; null when there is none of that number.'),
      args: { ref: t.arg.string({ required: true, description: "The theme's number in the plan." }) },
      resolve: async ({ id }, { ref }, { load }) =>
        (await load.themesOfPlan(id)).find((theme) => theme.ref === ref) ?? null,
    }),
    action: t.field({
      type: Action,
      nullable: true,
      ...shown('One action; null when there is none of that number.'),
      args: { ref: t.arg.string({ required: true, description: "The action's number in the plan." }) },
      resolve: ({ id }, { ref }, { load }) => load.actionOfPlan(id, ref),
    }),
    targets: t.field({
      type: [Target],
      ...shown('What it is measured by; shares stand under the target they are part of.'),
      resolve: async ({ id }, _args, { load }) => (await load.targetsOfPlan(id)).filter(isTopTarget),
    }),
    leads: t.field({
      type: [PlanLead],
      ...shown('Who is accountable for its actions, those with most actions first.'),
      resolve: async ({ id }, _args, context) =>
        countLeads((await listKnownActions(id, context)).map(({ facts }) => facts)),
    }),
    progress: t.field({
      type: PlanProgress,
      ...shown('How far it is.'),
      resolve: async (plan, _args, context) => {
        const [{ today }, actions] = await Promise.all([
          planFacts(plan, context),
          listKnownActions(plan.id, context),
        ]);
        return planProgress(
          actions.map(({ facts }) => facts),
          today,
        );
      },
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
  }),
});

export function countLeads(actions: readonly ActionFacts[]) {
  const names = actions
    .filter(({ hasLeftDocument }) => !hasLeftDocument)
    .flatMap(({ wording }) => [
      ...new Set(wording.leads.filter(({ role }) => role === 'ACCOUNTABLE').map(({ name }) => name)),
    ]);
  return [...Map.groupBy(names, (name) => name)]
    .map(([name, actionsOfLead]) => ({ name, actionCount: actionsOfLead.length }))
    .toSorted((one, other) => other.actionCount - one.actionCount);
}
