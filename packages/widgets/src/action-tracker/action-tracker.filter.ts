import type { ActionPartsFragment } from '../../generated/operations.ts';

export const statuses = ['NOT_REPORTED', 'NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED'] as const;
export const strengths = ['DELIVER', 'CONTINUE', 'EXPLORE'] as const;
/** Orders other than that of the plan. */
export const sorts = ['DUE', 'LAST_REPORTED', 'STATUS'] as const;

/** What of an action a filter can ask about. */
export type FilteredAction = Pick<
  ActionPartsFragment,
  | 'ref'
  | 'title'
  | 'detail'
  | 'status'
  | 'strengths'
  | 'leadText'
  | 'noDate'
  | 'noLead'
  | 'dueTo'
  | 'isOverdue'
  | 'isStale'
  | 'lastReportedOn'
  | 'leftDocumentOn'
  | 'groupView'
> & {
  readonly leads: readonly { readonly name: string }[];
  readonly targets: readonly unknown[];
  readonly translations: readonly { readonly text: string }[];
};

type Test = (action: FilteredAction, value: string, themeRef: string) => boolean;

/** What each filter asks; the server's filters carry the same names and mean the same. */
const tests = {
  theme: (_, ref, themeRef) => ref === themeRef,
  lead: ({ leads }, lead) => leads.some(({ name }) => name === lead),
  status: ({ status }, wanted) => status === wanted,
  strength: (action, wanted) => action.strengths.some((strength) => strength === wanted),
  groupView: ({ groupView }, wanted) => groupView === wanted,
  late: ({ isOverdue }) => isOverdue === true,
  stale: ({ isStale }) => isStale,
  noDate: ({ noDate }) => noDate,
  noLead: ({ noLead }) => noLead,
  // What left the document lacks nothing any more, and is not counted.
  noMeasure: ({ targets, leftDocumentOn }) => !targets.length && !leftDocumentOn,
  words: ({ ref, title, detail, leadText, translations }, words) => {
    const haystack = fold([ref, title, detail, leadText, ...translations.map(({ text }) => text)].join('\n'));
    return fold(words)
      .split(/\s+/)
      .every((word) => haystack.includes(word));
  },
  sort: () => true,
} satisfies Record<string, Test>;

/** Letters without case and accents, so that "Café" is found by "cafe". */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .toLowerCase();

export type FilterName = keyof typeof tests;

/** What a reader asked to see: the values of each filter in use, any of which will do. */
export type ActionFilter = Readonly<Partial<Record<FilterName, readonly string[]>>>;

export const everything: ActionFilter = {};

const choices: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  status: statuses,
  strength: strengths,
  groupView: ['AGREES', 'PARTLY_AGREES', 'DISAGREES', 'NOT_ASSESSED'],
  sort: sorts,
};

/** Reads a form or a query string; what we do not know is left out. */
export function readFilter(entries: Iterable<readonly [string, unknown]>): ActionFilter {
  const filter: Partial<Record<FilterName, string[]>> = {};
  for (const [key, given] of entries) {
    const name = key as FilterName;
    const value = String(given).trim();
    const isKnown = Object.keys(tests).includes(key) && (!choices[name] || choices[name].includes(value));
    if (isKnown && value) (filter[name] ||= []).push(value);
  }
  return filter;
}

/** The names and values of a form that would ask for this filter. */
export const listEntries = (filter: ActionFilter): [name: FilterName, value: string][] =>
  Object.entries(filter).flatMap(([name, values]) =>
    values.map((value): [FilterName, string] => [name as FilterName, value]),
  );

/** What a filter asks for under this name; nothing where it does not ask. */
export const listValues = (filter: ActionFilter, name: FilterName): readonly string[] => filter[name] || [];

/** Whether a filter asks for this value. */
export const isChosen = (filter: ActionFilter, name: FilterName, value: string): boolean =>
  listValues(filter, name).includes(value);

/** Whether an action of the theme with this reference is among those asked for. */
export const isShown = (action: FilteredAction, themeRef: string, filter: ActionFilter): boolean =>
  Object.entries(filter).every(([name, values]) =>
    values.some((value) => (tests[name as FilterName] as Test)(action, value, themeRef)),
  );

/** The actions of a theme that are asked for. */
export const listShown = <Action extends FilteredAction>(
  { ref, actions }: { readonly ref: string; readonly actions: readonly Action[] },
  filter: ActionFilter,
): Action[] => actions.filter((action) => isShown(action, ref, filter));

const orders: Readonly<Record<string, (action: FilteredAction) => number>> = {
  DUE: ({ dueTo }) => Date.parse(dueTo || '9999'),
  LAST_REPORTED: ({ lastReportedOn }) => -Date.parse(lastReportedOn || '0000'),
  STATUS: ({ status }) => statuses.indexOf(status),
};

/** Ordered as asked, else as in the plan; what left the document comes last. `before` holds what they were when ordered. */
export function sortActions<Action extends FilteredAction>(
  actions: readonly Action[],
  { sort = [] }: ActionFilter,
  before: ReadonlyMap<string, FilteredAction> = new Map(),
): Action[] {
  const order = orders[sort[0] || ''] || (() => 0);
  const place = (action: Action) => order(before.get(action.ref) || action);
  // oxlint-disable-next-line unicorn/no-array-sort -- older phones have no toSorted
  return [...actions].sort(
    (one, other) =>
      Number(Boolean(one.leftDocumentOn)) - Number(Boolean(other.leftDocumentOn)) ||
      place(one) - place(other),
  );
}
