// What changed in a plan: wordings, leads and dates, and actions that came or left. What stood there at first is no change.

import { findAdded, listRewordings, type Rewording, type Wording } from '../action/wording.rules.ts';
import { toDay } from '../page/day.ts';

/** An action with all that it said. */
export interface ReadAction {
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly title: string;
  readonly language: string;
  readonly leftDocumentOn: string | null;
  readonly wordings: readonly Wording[];
}

export interface PlanChange {
  readonly day: string;
  readonly action: ReadAction;
  readonly what:
    | { readonly kind: 'added' }
    | { readonly kind: 'left' }
    | { readonly kind: 'reworded'; readonly rewording: Rewording };
}

/** Every change, newest first; those of one day in the order of the plan. */
export function listPlanChanges(
  themes: readonly { readonly actions: readonly ReadAction[] }[],
  timeZone: string,
): PlanChange[] {
  const actions = themes.flatMap((theme) => theme.actions);
  const { added } = findAdded(actions, timeZone);
  return actions
    .flatMap((action): PlanChange[] => {
      const day = added.get(action);
      return [
        ...(action.leftDocumentOn
          ? [{ day: action.leftDocumentOn, action, what: { kind: 'left' } as const }]
          : []),
        ...listRewordings(action.wordings).map((rewording) => ({
          day: toDay(rewording.since, timeZone),
          action,
          what: { kind: 'reworded', rewording } as const,
        })),
        ...(day ? [{ day, action, what: { kind: 'added' } as const }] : []),
      ];
    })
    .toSorted((one, other) => other.day.localeCompare(one.day));
}
