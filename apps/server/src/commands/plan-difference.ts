import type { DraftAction, DraftLead, DraftTarget, DraftTheme } from '@open-sanctuary/plan-document';
import { randomUUID } from 'node:crypto';
import {
  matchActions,
  pairByKey,
  type Answers,
  type Matchable,
  type MatchableStored,
  type Question,
} from './match-actions.ts';
import { listWords, measureOverlap, normaliseWording } from './wording.ts';

type CommitmentStrength = 'DELIVER' | 'CONTINUE' | 'EXPLORE';

export interface StoredTheme {
  id: string;
  ref: string;
  refIsDerived: boolean;
  position: number;
  title: string;
  detail: string | null;
}

export interface StoredAction extends MatchableStored {
  themeId: string;
  position: number;
  dueText: string | null;
  leads: DraftLead[];
  wordingNumber: number;
  strengths: CommitmentStrength[];
  language: string;
  reports: number;
  /** A day has ended with it, and every day can be shown as it ended. */
  hasStood: boolean;
}

/** A target that is not itself a share of another. */
export interface StoredTarget {
  id: string;
  themeId: string;
  actionId: string | null;
  position: number;
  kind: DraftTarget['kind'];
  statement: string;
  isMeasured: boolean;
}

/** What is stored of a plan, and nothing else of it. */
export interface StoredPlan {
  themes: StoredTheme[];
  actions: StoredAction[];
  targets: StoredTarget[];
}

/** In the words of an operator; both sides as they are written. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface PlacedTheme {
  id: string;
  position: number;
  drafted: DraftTheme;
  stored: StoredTheme | null;
  changes: FieldChange[];
}

export interface PlacedAction extends Matchable {
  id: string;
  themeId: string;
  position: number;
  drafted: DraftAction;
  stored: StoredAction | null;
  changes: FieldChange[];
  hasNewWording: boolean;
  /** Title and detail stay, so what an officer has read into them stays as well. */
  keepsWords: boolean;
}

export interface PlacedTarget {
  id: string;
  themeId: string;
  actionId: string | null;
  position: number;
  drafted: DraftTarget;
  stored: StoredTarget | null;
}

export interface PlanDifference {
  themes: {
    created: PlacedTheme[];
    changed: PlacedTheme[];
    removed: StoredTheme[];
    /** Not in the document, but something that must stay belongs to them. */
    kept: { theme: StoredTheme; ref: string }[];
  };
  actions: {
    created: PlacedAction[];
    changed: PlacedAction[];
    unchanged: PlacedAction[];
    removed: StoredAction[];
    /** Not in the document any more, but to be shown as they were; `isNew` when they were until now. */
    left: { action: StoredAction; ref: string; isNew: boolean }[];
  };
  targets: {
    created: PlacedTarget[];
    changed: PlacedTarget[];
    removed: StoredTarget[];
    kept: StoredTarget[];
  };
  questions: Question<StoredAction, PlacedAction>[];
}

/** What importing a document would do to what is stored. */
export function comparePlans(
  stored: StoredPlan,
  drafted: readonly DraftTheme[],
  answers: Answers = new Map(),
  createId: () => string = randomUUID,
): PlanDifference {
  const themes = placeThemes(stored.themes, drafted, createId);
  const { placed, questions } = placeActions(stored.actions, themes, answers, createId);
  const targets = placeTargets(stored.targets, themes, placed, createId);

  const foundActions = new Set(placed.map(({ id }) => id));
  const [left, removed] = partition(
    stored.actions.filter(({ id }) => !foundActions.has(id)),
    ({ hasHistory, hasStood }) => hasHistory || hasStood,
  );
  const foundTargets = new Set(targets.map(({ id }) => id));
  const removedActions = new Set(removed.map(({ id }) => id));
  const leftActions = new Set(left.map(({ id }) => id));
  const [keptTargets, removedTargets] = partition(
    stored.targets.filter(
      ({ id, actionId }) =>
        !foundTargets.has(id) &&
        // An action takes its targets with it, and keeps them when it is kept.
        !(actionId !== null && (removedActions.has(actionId) || leftActions.has(actionId))),
    ),
    ({ isMeasured }) => isMeasured,
  );

  const foundThemes = new Set(themes.map(({ id }) => id));
  const neededThemes = new Set([...left, ...keptTargets].map(({ themeId }) => themeId));
  const [keptThemes, removedThemes] = partition(
    stored.themes.filter(({ id }) => !foundThemes.has(id)),
    ({ id }) => neededThemes.has(id),
  );

  const keptThemeRefs = settleEarlierRefs(
    keptThemes,
    themes.map(({ drafted: { ref } }) => ref),
  );
  const leftRefs = settleEarlierRefs(
    left,
    placed.map(({ ref }) => ref),
  );
  return {
    themes: {
      created: themes.filter((theme) => theme.stored === null),
      changed: themes.filter((theme) => theme.stored !== null && theme.changes.length > 0),
      removed: removedThemes,
      kept: keptThemeRefs.map(({ item, ref }) => ({ theme: item, ref })),
    },
    actions: {
      created: placed.filter((action) => action.stored === null),
      changed: placed.filter((action) => action.stored !== null && action.changes.length > 0),
      unchanged: placed.filter((action) => action.stored !== null && action.changes.length === 0),
      removed,
      left: leftRefs.map(({ item, ref }) => ({ action: item, ref, isNew: !item.hasLeft })),
    },
    targets: {
      created: targets.filter((target) => target.stored === null),
      changed: targets.filter(isTargetChanged),
      removed: removedTargets,
      kept: keptTargets,
    },
    questions,
  };
}

/** Whether importing would leave everything as it is. */
export function isWithoutChanges({ themes, actions, targets }: PlanDifference): boolean {
  return (
    [themes, actions, targets].every(
      ({ created, changed, removed }) => created.length + changed.length + removed.length === 0,
    ) &&
    actions.left.every(({ action, ref, isNew }) => !isNew && action.ref === ref) &&
    themes.kept.every(({ theme, ref }) => theme.ref === ref)
  );
}

const byRef = ({ ref }: { ref: string }) => ref;
const byTitle = ({ title }: { title: string }) => normaliseWording(title);

function placeThemes(
  stored: readonly StoredTheme[],
  drafted: readonly DraftTheme[],
  createId: () => string,
): PlacedTheme[] {
  const matches = new Map<DraftTheme, StoredTheme>();
  const taken = new Set<StoredTheme>();
  const pair = (
    describe: (theme: StoredTheme | DraftTheme) => string,
    isSame: (one: StoredTheme, other: DraftTheme) => boolean,
  ) => {
    const waiting = stored.filter((theme) => !taken.has(theme));
    const unplaced = drafted.filter((theme) => !matches.has(theme));
    for (const [one, other] of pairByKey(waiting, unplaced, describe)) {
      if (!isSame(one, other)) continue;
      taken.add(one);
      matches.set(other, one);
    }
  };
  pair(
    (theme) => `${byRef(theme)}\n${byTitle(theme)}`,
    () => true,
  );
  pair(byTitle, () => true);
  // A number that we gave ourselves says where a theme stands, not which it is.
  pair(
    byRef,
    (one, other) =>
      (!one.refIsDerived && !other.refIsDerived) ||
      measureOverlap(listWords(one.title), listWords(other.title)) >= 0.6,
  );

  return drafted.map((theme, position) => {
    const match = matches.get(theme) ?? null;
    return {
      id: match?.id ?? createId(),
      position,
      drafted: theme,
      stored: match,
      changes: match
        ? listChanges([
            ['ref', match.ref, theme.ref],
            ['title', match.title, theme.title],
            ['text', match.detail, theme.detail],
            ['order', String(match.position + 1), String(position + 1)],
            ['numbered by', describeOrigin(match), describeOrigin(theme)],
          ])
        : [],
    };
  });
}

function placeActions(
  stored: readonly StoredAction[],
  themes: readonly PlacedTheme[],
  answers: Answers,
  createId: () => string,
) {
  const unplaced = themes.flatMap((theme) =>
    theme.drafted.actions.map((drafted, position) => ({
      ref: drafted.ref,
      refIsDerived: drafted.refIsDerived,
      title: drafted.title,
      detail: drafted.detail,
      leadText: drafted.leadText,
      // A theme that was only renamed is still the same place.
      themeTitle: theme.stored?.title ?? theme.drafted.title,
      newThemeTitle: theme.drafted.title,
      themeId: theme.id,
      position,
      drafted,
    })),
  );
  const { pairs, questions } = matchActions(stored, unplaced, answers);
  const matches = new Map(pairs.map(([one, other]) => [other, one]));

  const placed = new Map(
    unplaced.map((action): [typeof action, PlacedAction] => {
      const match = matches.get(action) ?? null;
      const { newThemeTitle, ...rest } = action;
      const wording = match ? listWordingChanges(match, action.drafted) : [];
      const changes = match
        ? listChanges([
            ['ref', match.ref, action.ref],
            ['in the document', match.hasLeft ? 'no' : 'yes', 'yes'],
            ['order', String(match.position + 1), String(action.position + 1)],
            ['numbered by', describeOrigin(match), describeOrigin(action)],
          ])
        : [];
      return [
        action,
        {
          ...rest,
          id: match?.id ?? createId(),
          stored: match,
          changes: [
            ...wording,
            ...(match && match.themeId !== action.themeId
              ? [{ field: 'theme', before: match.themeTitle, after: newThemeTitle }]
              : []),
            ...changes,
          ],
          hasNewWording: match === null || wording.length > 0,
          keepsWords: match !== null && match.title === action.title && match.detail === action.detail,
        },
      ];
    }),
  );
  return {
    placed: [...placed.values()],
    questions: questions.flatMap(({ drafted, ...question }): Question<StoredAction, PlacedAction>[] => {
      const action = placed.get(drafted);
      return action ? [{ ...question, drafted: action }] : [];
    }),
  };
}

function listWordingChanges(stored: StoredAction, drafted: DraftAction): FieldChange[] {
  return listChanges([
    ['title', stored.title, drafted.title],
    ['detail', stored.detail, drafted.detail],
    ['lead', stored.leadText, drafted.leadText],
    ['named bodies', describeLeads(stored.leads), describeLeads(drafted.leads)],
    ['timescale', stored.dueText, drafted.dueText],
  ]);
}

function placeTargets(
  stored: readonly StoredTarget[],
  themes: readonly PlacedTheme[],
  actions: readonly PlacedAction[],
  createId: () => string,
): PlacedTarget[] {
  const owned = [
    ...themes.flatMap((theme) =>
      theme.drafted.targets.map((drafted, position) => ({
        drafted,
        position,
        themeId: theme.id,
        actionId: null,
        statement: drafted.statement,
      })),
    ),
    ...actions.flatMap((action) =>
      action.drafted.targets.map((drafted, position) => ({
        drafted,
        position,
        themeId: action.themeId,
        actionId: action.id,
        statement: drafted.statement,
      })),
    ),
  ];
  const pairs = pairByKey(
    stored,
    owned,
    ({ themeId, actionId, statement }) => `${actionId ?? themeId}\n${normaliseWording(statement)}`,
  );
  const matches = new Map(pairs.map(([one, other]) => [other, one]));
  return owned.map((target) => {
    const { drafted, position, themeId, actionId } = target;
    const match = matches.get(target) ?? null;
    return { id: match?.id ?? createId(), themeId, actionId, position, drafted, stored: match };
  });
}

function isTargetChanged({ stored, drafted, themeId, position }: PlacedTarget): boolean {
  return (
    stored !== null &&
    (stored.statement !== drafted.statement ||
      stored.kind !== drafted.kind ||
      stored.themeId !== themeId ||
      stored.position !== position)
  );
}

/** Kept records give way when the new document uses their reference for something else. */
function settleEarlierRefs<Item extends { ref: string }>(
  kept: readonly Item[],
  taken: readonly string[],
): { item: Item; ref: string }[] {
  const used = new Set(taken);
  for (const { ref } of kept) used.add(ref);
  const gaveWay = new Set(taken);
  return kept.map((item) => {
    if (!gaveWay.has(item.ref)) return { item, ref: item.ref };
    const first = `${item.ref}-earlier`;
    let ref = first;
    for (let again = 2; used.has(ref); again += 1) ref = `${first}-${again}`;
    used.add(ref);
    return { item, ref };
  });
}

const describeOrigin = ({ refIsDerived }: { refIsDerived: boolean }) =>
  refIsDerived ? 'us' : 'the document';

const describeLeads = (leads: readonly DraftLead[]) =>
  leads.map(({ name, role }) => `${name} (${role.toLowerCase().replaceAll('_', ' ')})`).join('; ') || null;

function listChanges(fields: readonly [string, string | null, string | null][]): FieldChange[] {
  return fields
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ field, before, after }));
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
