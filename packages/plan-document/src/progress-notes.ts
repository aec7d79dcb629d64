import type { Glossary } from './glossary.ts';
import type { FoundAction, FoundTheme } from './plan-draft.ts';
import { countWords } from './text-lines.ts';

const SHORT = 3;

/**
 * A column "Progress" that holds a word or two for each action, with no other status beside it, is the status;
 * unless somebody has said that it is not.
 */
export function takeProgressForStatus(themes: readonly FoundTheme[], glossary: Glossary) {
  const actions = themes.flatMap((theme) => theme.actions);
  const { columns } = glossary.listSeen();
  const isGiven = columns.some((known) => known.column === 'progress' && known.isGiven);
  const hasStatus = columns.some((known) => known.column === 'status');
  if (isGiven || hasStatus || !readsAsStatuses(actions)) return;
  for (const action of actions) {
    action.statusText = action.progressText;
    action.progressText = null;
  }
}

function readsAsStatuses(actions: readonly FoundAction[]): boolean {
  const notes = actions.map(({ progressText }) => progressText).filter((text) => text !== null);
  return (
    actions.every(({ statusText }) => statusText === null) &&
    notes.length > 0 &&
    notes.filter((text) => countWords(text) <= SHORT).length >= notes.length / 2
  );
}
