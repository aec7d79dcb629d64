import { formatLetter, formatRoman } from './list-numbers.ts';
import { describePlace, type FoundAction, type FoundTheme, type Place, type Warning } from './plan-draft.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const REF =
  /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]{1,4}[-.\s]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|\d{1,3}[-.]?[A-Za-z]|[A-Z])[.):]?$/;
const LABEL =
  /^(?:(?:strategic|key|priority|focus|our)\s)?(theme|priority|objective|aim|goal|pillar|area|strand|outcome|ambition|workstream|commitment|promise|pledge|action|activity|step)\s+(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]\d{0,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w'’])\s*[:.)–—-]?\s*/i;
const ACTION_LABELS = new Set(['commitment', 'promise', 'pledge', 'action', 'activity', 'step']);
const COUNTING = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export interface Label {
  word: string;
  ref: string;
  rest: string;
  isForActions: boolean;
}

/** "1", "1.2", "A1", "1a", "HS-03", "B." alone in a cell. */
export function isRef(text: string): boolean {
  return REF.test(text.trim());
}

export function cleanRef(text: string): string {
  const label = findLabel(text);
  return (label ? label.ref : text).trim().replace(/^\(|[.):]+$/g, '');
}

/** "Objective 1: Welcome" is the label "objective", the ref "1" and the rest. */
export function findLabel(text: string): Label | null {
  const match = LABEL.exec(text);
  const [matched, word, ref] = match ?? [];
  if (matched === undefined || word === undefined || ref === undefined) return null;
  const rest = text.slice(matched.length).trim();
  // "Action a plan" and "Area of work" are words, not labels.
  if (/^[a-z]$/.test(ref)) return null;
  const counted = COUNTING.indexOf(ref.toLowerCase());
  return {
    word: word.toLowerCase(),
    ref: counted === -1 ? ref : String(counted + 1),
    rest,
    isForActions: ACTION_LABELS.has(word.toLowerCase()),
  };
}

export interface SettledRef {
  ref: string;
  isDerived: boolean;
}

/** Gives each theme and action its ref: the document's own, else one from its position. */
export function settleRefs(themes: readonly FoundTheme[]): {
  ofTheme: Map<FoundTheme, SettledRef>;
  ofAction: Map<FoundAction, SettledRef>;
  warnings: Warning[];
} {
  const ofTheme = new Map<FoundTheme, SettledRef>();
  const ofAction = new Map<FoundAction, SettledRef>();
  const keepThemeRefs = areAllDifferent(themes.map((theme) => theme.ref).filter((ref) => ref !== null));
  const usedThemeRefs = new Set(themes.map((theme) => (keepThemeRefs ? theme.ref : null)));
  for (const [at, theme] of themes.entries()) {
    const own = keepThemeRefs ? theme.ref : null;
    ofTheme.set(
      theme,
      own === null
        ? { ref: nextFree(String(at + 1), usedThemeRefs), isDerived: true }
        : { ref: own, isDerived: false },
    );
  }

  const restarts = doNumbersRestart(themes);
  const seen = new Map<string, Place>();
  if (!restarts) {
    for (const action of themes.flatMap((theme) => theme.actions)) {
      if (action.ref !== null) refuseDuplicate(seen, action.ref, refPlaceOf(action));
    }
  }
  for (const theme of themes) {
    const themeRef = ofTheme.get(theme)?.ref ?? '';
    for (const [at, action] of theme.actions.entries()) {
      const own = restarts ? null : action.ref;
      ofAction.set(
        action,
        own === null
          ? { ref: nextFree(`${themeRef}.${at + 1}`, seen), isDerived: true }
          : { ref: own, isDerived: false },
      );
    }
  }
  return { ofTheme, ofAction, warnings: restarts ? [] : listGaps(themes) };
}

const refPlaceOf = ({ place, refColumn }: FoundAction): Place =>
  refColumn === undefined ? place : { ...place, column: refColumn };

function areAllDifferent(refs: readonly string[]): boolean {
  return new Set(refs).size === refs.length;
}

function nextFree(wanted: string, used: { has(ref: string): boolean }): string {
  let ref = wanted;
  for (let again = 2; used.has(ref); again += 1) ref = `${wanted}-${again}`;
  return ref;
}

function refuseDuplicate(seen: Map<string, Place>, ref: string, place: Place) {
  const earlier = seen.get(ref);
  if (earlier) {
    throw new UnreadableDocument(
      'DUPLICATE_REFS',
      `The reference ${ref} stands on ${describePlace(earlier)} and again on ${describePlace(place)}. Give each action a reference of its own.`,
      place,
    );
  }
  seen.set(ref, place);
}

/** "1, 2, 3", "a, b, c" or "i, ii, iii" under each theme anew number a list; they do not tell actions apart. */
function doNumbersRestart(themes: readonly FoundTheme[]): boolean {
  const numbered = themes.filter((theme) => theme.actions.some(({ ref }) => ref !== null));
  if (numbered.length < 2) return false;
  return numbered.every((theme) =>
    theme.actions.every(({ ref }, at) =>
      [String(at + 1), formatLetter(at + 1), formatRoman(at + 1)].includes(ref?.toLowerCase() ?? ''),
    ),
  );
}

function listGaps(themes: readonly FoundTheme[]): Warning[] {
  const warnings: Warning[] = [];
  let before: { stem: string; number: number } | null = null;
  for (const action of themes.flatMap((theme) => theme.actions)) {
    const match = action.ref === null ? null : /^(.*?)(\d{1,3})$/.exec(action.ref);
    const stem = match?.[1];
    const number = Number(match?.[2]);
    if (stem === undefined) {
      before = null;
      continue;
    }
    if (before && before.stem === stem && number > before.number + 1) {
      const missing = `${stem}${before.number + 1}`;
      warnings.push({
        place: refPlaceOf(action),
        what: `${missing} is not in the document`,
        why: `${action.ref} follows ${stem}${before.number}. Check that nothing is lost between them.`,
        code: 'missing-ref',
      });
    }
    before = { stem, number };
  }
  return warnings;
}
