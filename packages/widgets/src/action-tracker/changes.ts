import type { ActionPartsFragment, PlanPartsFragment } from '../../generated/operations.ts';
import type { Words } from '../words/words.ts';

/** What a reader would call a change; ages and lateness move by themselves. */
const substance = ({
  status,
  title,
  detail,
  leadText,
  dueText,
  reports,
  groupView,
  milestones,
  targets,
}: ActionPartsFragment) =>
  JSON.stringify([status, title, detail, leadText, dueText, reports, groupView, milestones, targets]);

/** The actions that are new or changed since the plan was last shown. */
export function listChanged(before: PlanPartsFragment, after: PlanPartsFragment): ActionPartsFragment[] {
  const known = new Set(before.themes.flatMap(({ actions }) => actions.map(substance)));
  return after.themes.flatMap(({ actions }) => actions.filter((action) => !known.has(substance(action))));
}

/** More than this would take too long to listen to. */
const mostNamed = 3;

/** What changed, said in a sentence or two. */
export function describeChanges(changed: readonly ActionPartsFragment[], { t }: Words): string {
  if (changed.length > mostNamed) return t('changedMany', { n: changed.length });
  return changed
    .map(({ ref, status }) => t('changed', { ref, status: t(`status.${status}`).toLowerCase() }))
    .join(' ');
}
