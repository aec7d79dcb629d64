import { exportFormat } from '@open-sanctuary/plan-document';
import type { CouncilAddresses } from '../council-addresses.ts';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';
import type { ExportedAction, ExportedPlan, ExportedTarget } from './exported-plan.queries.ts';

/** The names of the API, one theme or action a line. */
export function writeActionsJson(
  { council, plan, themes, actions }: ExportedPlan,
  addresses: CouncilAddresses,
): string {
  const titles = new Map(themes.map(({ ref, title }) => [ref, title]));
  const head = {
    format: exportFormat,
    council: { slug: council.slug, name: council.name, url: addresses.home },
    plan: { ...plan, url: addresses.plan(plan.slug) },
    licence: describeLicence(council.dataLicence),
    isExample: council.isExample,
    asAt: council.today,
    revision: council.revision,
    howWeCount: addresses.howWeCount,
  };
  const listOf = (items: readonly object[]) =>
    `[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}\n]`;
  return `${JSON.stringify(head, null, 1).slice(0, -2)},
 "themes": ${listOf(themes.map((theme) => ({ ...theme, targets: theme.targets.map(withoutUuid) })))},
 "actions": ${listOf(
   actions.map((action) => ({
     ...describeAction(action, titles.get(action.theme.ref) ?? ''),
     permalink: addresses.action(plan.slug, action.ref),
   })),
 )}
}
`;
}

function describeAction(action: ExportedAction, themeTitle: string) {
  const { reports, leads, dueFrom, dueTo, theme, targets, ...rest } = action;
  return {
    ...rest,
    theme: { ref: theme.ref, title: themeTitle },
    targets: targets.map(withoutUuid),
    ourReading: { leads, from: dueFrom, to: dueTo },
    report: reports[0] ?? null,
  };
}

function withoutUuid(target: ExportedTarget) {
  const { uuid: _, ...rest } = target;
  return rest;
}
