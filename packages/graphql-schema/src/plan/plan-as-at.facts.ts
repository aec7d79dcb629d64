import { actionOn, type ActionAsAt } from '../action/action.facts.ts';
import { isBy, partSince, publicSince } from '../as-at.rules.ts';
import { calendarDate, type CalendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import type { WholePlan, WholeTheme } from '../whole-records.ts';
import { planFacts, planFactsOn, type PlanFacts } from './plan.facts.ts';

export interface ThemeAsAt {
  theme: WholeTheme;
  /** Those that the document held then, in its order. */
  actions: ActionAsAt[];
}

/** A plan as it stood at the end of a day. */
export interface PlanAsAt {
  date: CalendarDate;
  state: PlanFacts['state'];
  themes: ThemeAsAt[];
  /** Every action that had been recorded by then, also those that had left the document. */
  actions: ActionAsAt[];
}

/** Null before the plan was recorded or published, and for days to come. */
export async function planAsAt(
  plan: WholePlan,
  date: CalendarDate,
  context: Context,
): Promise<PlanAsAt | null> {
  const { load } = context;
  const [stood, record, themes, actions, targets] = await Promise.all([
    planFactsOn(plan, date, context),
    load.recordOfPlan(plan.id),
    load.themesOfPlan(plan.id),
    load.actionsOfPlan(plan.id),
    load.targetsOfPlan(plan.id),
  ]);
  const recorded = record.creations.get(plan.id);
  const end = stood && { day: date, timeZone: stood.timeZone };
  if (!end || !isBy(record.since, end)) return null;

  const actionsThen = actions.flatMap((action) => actionOn(action, stood, record, targets) ?? []);
  const held = Map.groupBy(
    actionsThen.filter(({ facts }) => !facts.hasLeftDocument),
    ({ action }) => action.themeId,
  );
  return {
    date,
    state: stood.state,
    actions: actionsThen,
    themes: themes
      .filter(
        ({ id }) => held.has(id) || isBy(partSince(record.creations.get(id), recorded, record.since), end),
      )
      .map((theme) => ({ theme, actions: held.get(theme.id) ?? [] })),
  };
}

/** The first day on which a plan was recorded and published. */
export async function firstDay(plan: WholePlan, context: Context): Promise<CalendarDate> {
  const [{ timeZone }, { since }] = await Promise.all([
    planFacts(plan, context),
    context.load.recordOfPlan(plan.id),
  ]);
  const published = publicSince(plan.standings);
  return calendarDate(published && published > since ? published : since, timeZone);
}
