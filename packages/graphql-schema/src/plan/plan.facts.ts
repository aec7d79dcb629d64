import { actionFacts, type ActionFacts } from '../action/action.facts.ts';
import { effectivePlanState, type PlanState } from '../action/lateness.rules.ts';
import { planPeriod, type Period } from '../action/timescale.rules.ts';
import { stateBy } from '../as-at.rules.ts';
import { calendarDate, type CalendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { getCouncil } from '../council/council.facts.ts';
import type { WholeAction, WholePlan } from '../whole-records.ts';

export interface PlanFacts {
  period: Period;
  state: PlanState;
  today: CalendarDate;
  timeZone: string;
  reportingEveryMonths: number | null;
}

const known = new WeakMap<WholePlan, Promise<PlanFacts>>();

/** What is worked out about a plan, once a request. */
export function planFacts(plan: WholePlan, context: Context): Promise<PlanFacts> {
  const facts = known.get(plan) ?? workOut(plan, context);
  known.set(plan, facts);
  return facts;
}

async function workOut(plan: WholePlan, context: Context): Promise<PlanFacts> {
  const { timeZone, reportingEveryMonths } = await getCouncil(plan, context);
  const today = calendarDate(context.now, timeZone);
  const period = planPeriod(plan.periodText);
  return {
    period,
    state: effectivePlanState({ ...plan, period }, today),
    today,
    timeZone,
    reportingEveryMonths,
  };
}

/** The same on a day; null for days to come, and for those on which it was not published. */
export async function planFactsOn(
  plan: WholePlan,
  day: CalendarDate,
  context: Context,
): Promise<PlanFacts | null> {
  const facts = await planFacts(plan, context);
  const state = stateBy(plan.standings, { day, timeZone: facts.timeZone });
  if (!state || day > facts.today) return null;
  return { ...facts, today: day, state: effectivePlanState({ state, period: facts.period }, day) };
}

/** The plan that a record belongs to; whoever can see the record can see its plan. */
export async function getPlan({ planId }: { planId: string }, { load }: Context): Promise<WholePlan> {
  const plan = await load.plan(planId);
  if (!plan) throw new Error('A record can be seen and its plan cannot.');
  return plan;
}

export interface KnownAction {
  id: string;
  action: WholeAction;
  facts: ActionFacts;
}

/** Every action of a plan in the order of the document, with what is worked out about each. */
export async function listKnownActions(planId: string, context: Context): Promise<KnownAction[]> {
  const actions = await context.load.actionsOfPlan(planId);
  return Promise.all(
    actions.map(async (action) => ({ id: action.id, action, facts: await actionFacts(action, context) })),
  );
}
