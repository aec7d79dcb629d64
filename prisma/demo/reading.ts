import type { DemoAction, DemoCouncil, DemoPlan, DemoTarget } from './demo-data.ts';

export function getPlan(council: DemoCouncil, slug: string): DemoPlan {
  const plan = council.plans.find((candidate) => candidate.slug === slug);
  if (!plan) throw new Error(`${council.name} has no plan ${slug}`);
  return plan;
}

export const listActions = (plan: DemoPlan): DemoAction[] => plan.themes.flatMap((theme) => theme.actions);

export const listThemeTargets = (plan: DemoPlan): DemoTarget[] =>
  plan.themes.flatMap((theme) => theme.targets ?? []);

/** Every text in a piece of demo data, wherever it stands. */
export function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(listTexts);
  return [];
}
