import {
  columnNames,
  headerKey,
  isPlaceholder,
  reportedStatuses,
  type Place,
  type PlanDraft,
} from '@open-sanctuary/plan-document';
import { intervalFromWords, planPeriod } from '@open-sanctuary/graphql-schema/timescale.rules';
import {
  describeMap,
  describeMeaning,
  describeStatus,
  describeStatusOption,
  isUnknown,
  listColumnNames,
  type ImportWord,
  type ImportWords,
} from './import-words.ts';
import { count } from '../count.ts';
import type { FieldChange, PlacedAction, PlanDifference, StoredAction } from './plan-difference.ts';
import type { Question } from './match-actions.ts';
import { asOneLine } from './run-command.ts';
import type { StatusChanges, StatusWord } from './status-reports.ts';

/** Lines of a list before only their number is said. */
const MOST_LINES = 40;
const MOST_PLACES = 12;
const MOST_PARTS = 6;

/** The page or sheet in which something stands. */
type Part = Pick<Place, 'sheet' | 'page'>;

/** What was read out of the document. */
export function describeDraft(
  draft: PlanDraft,
  words: ImportWords,
  statuses: readonly StatusWord[],
  timeZone: string,
): string[] {
  const actions = draft.themes.flatMap((theme) => theme.actions);
  const targets = [...draft.themes, ...actions].flatMap((owner) => owner.targets);
  const undated = actions.filter(({ dueText }) => dueText === null || isPlaceholder(dueText)).length;
  const unled = actions.filter(({ leadText }) => leadText === null || isPlaceholder(leadText)).length;
  const progressAlone = actions.filter(
    ({ statusText, progressText }) => statusText === null && progressText !== null,
  ).length;
  return [
    `In the document (${draft.format}): ${count(draft.themes.length, 'theme')}, ${count(actions.length, 'action')}, ${count(targets.length, 'target and outcome', 'targets and outcomes')}`,
    ...(draft.title ? [`  Title: ${shorten(draft.title, 120)}`] : []),
    '',
    'Themes',
    ...limit(
      draft.themes.map(
        (theme) =>
          `  ${theme.ref}${theme.refIsDerived ? ' (our own number)' : ''}  ${shorten(theme.title, 80)}: ${count(theme.actions.length, 'action')}`,
      ),
    ),
    ...listSection('Leads, as written', countTexts(actions.map(({ leadText }) => leadText))),
    ...(actions.length > 0 ? [`  ${unled} without a lead, ${undated} without a date`] : []),
    ...listSection('Status, as written and as it is read', describeStatuses(statuses, words, timeZone)),
    ...(progressAlone > 0
      ? [
          '',
          `${count(progressAlone, 'action')} of the document ${progressAlone === 1 ? 'says' : 'say'} what has happened, but no status. That is not taken over: a report needs a status.`,
        ]
      : []),
    ...listSection('Columns, by your word', describeGivenColumns(draft, words, timeZone)),
    ...listSection(
      `Columns that are not known, so they were not read. To read one, add its line; a meaning is one of: ${listColumnNames()}. Nothing after the = leaves it out without a word`,
      draft.columns
        .filter(isUnknown)
        .map(
          ({ header, nearest }) =>
            `  ${describeMap(shorten(header, 120), nearest ? columnNames[nearest] : '…')}`,
        ),
    ),
    ...listSection(
      'Please check',
      describeWarnings(draft.warnings.filter(({ code }) => code !== 'unknown-column')),
    ),
    ...listSection(
      'Left out, not part of the plan and not stored',
      draft.leftOut.map(
        ({ from, to, text, why, ...part }) =>
          `  ${describeLines(part, from === to ? [from] : [from, to], '–')}: “${shorten(text, 60)}” (${shorten(why, 80)})`,
      ),
    ),
  ];
}

/** What importing it would do. */
export function describeDifference(
  difference: PlanDifference,
  planChanges: readonly FieldChange[],
): string[] {
  const { themes, actions, targets } = difference;
  const moved = actions.changed.filter(isOnlyMoved);
  const changed = actions.changed.filter((action) => !isOnlyMoved(action));
  const newlyLeft = actions.left.filter(({ isNew }) => isNew);
  const renamed = actions.left.filter(({ action, ref }) => ref !== action.ref);
  const changedThemes = themes.changed.filter(({ changes }) =>
    changes.some(({ field }) => field !== 'order'),
  );
  return [
    `Actions: ${actions.created.length} new, ${changed.length} changed, ${newlyLeft.length + actions.removed.length} gone, ${actions.unchanged.length + moved.length} unchanged`,
    ...listSection(
      'The plan',
      planChanges.map((change) => `  ${describeChange(change)}`),
    ),
    ...listSection(
      'New',
      actions.created.map(
        (action) => `  + ${describeAction(action)}${describeDetail(action.drafted.detail)}`,
      ),
    ),
    ...listSection(
      'Changed',
      changed.map((action) =>
        [
          `  ~ ${describeAction(action)}`,
          ...action.changes.map((change) => `      ${describeChange(change)}`),
        ].join('\n'),
      ),
    ),
    ...listSection(
      'Gone: removed, since they were recorded only today and nothing was reported about them',
      actions.removed.map((action) => `  - ${describeAction(action)}`),
    ),
    ...listSection(
      'Gone: kept as they were and marked "not in the new document"',
      newlyLeft.map(({ action }) => `  - ${describeAction(action)}${describeHistory(action)}`),
    ),
    ...listSection(
      'Reference now used by another action, so the earlier one gets a new reference',
      renamed.map(({ action, ref }) => `  ${action.ref} becomes ${ref}: ${shorten(action.title, 70)}`),
    ),
    ...listSection('Themes', [
      ...themes.created.map(({ drafted }) => `  + ${drafted.ref}  ${shorten(drafted.title, 80)}`),
      ...changedThemes.map(
        ({ drafted, changes }) =>
          `  ~ ${drafted.ref}  ${shorten(drafted.title, 80)}\n${changes.map((change) => `      ${describeChange(change)}`).join('\n')}`,
      ),
      ...themes.removed.map(({ ref, title }) => `  - ${ref}  ${shorten(title, 80)}`),
      ...themes.kept.map(
        ({ theme, ref }) => `  kept, though not in the document: ${ref}  ${shorten(theme.title, 80)}`,
      ),
    ]),
    ...listSection('Targets and outcomes', [
      ...targets.created.map(({ drafted }) => `  + ${shorten(drafted.statement, 100)}`),
      ...targets.changed
        .filter(
          ({ stored, drafted }) => stored?.statement !== drafted.statement || stored.kind !== drafted.kind,
        )
        .map(({ drafted }) => `  ~ ${shorten(drafted.statement, 100)}`),
      ...targets.removed.map(({ statement }) => `  - ${shorten(statement, 100)}`),
      ...targets.kept.map(
        ({ statement }) =>
          `  kept for its measurements, though not in the document: ${shorten(statement, 100)}`,
      ),
    ]),
    ...(moved.length > 0 ? ['', `${count(moved.length, 'action')} only moved in the order.`] : []),
  ];
}

/** Timescales that are shown as written, and count neither as late nor as missing. */
export function describeUnreadTimescales({ themes }: PlanDraft, periodText: string | null): string[] {
  const period = planPeriod(periodText);
  const unread = themes
    .flatMap(({ actions }) => actions.map(({ dueText }) => dueText))
    .filter((text) => text !== null && !isPlaceholder(text))
    .filter((text) => intervalFromWords(text, period).kind === 'UNDATED');
  return listSection('Timescales from which no day could be read', countTexts(unread));
}

function describeStatuses(
  statuses: readonly StatusWord[],
  { known }: ImportWords,
  timeZone: string,
): string[] {
  return statuses.map(({ key, written, status, by, lines }) => {
    const word = known.find((each) => each.kind === 'STATUS' && each.key === key);
    const why =
      by === 'KEY' ? ', by the key in the document' : by === 'WORD' ? describeSince(word, timeZone) : '';
    const meaning = status === undefined ? 'not known' : describeStatus(status);
    return `  ${String(lines.length).padStart(3)}  “${shorten(written, 60)}”: ${meaning}${why}`;
  });
}

function describeSince(word: ImportWord | undefined, timeZone: string): string {
  if (!word?.since) return '';
  const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return `, as on ${days.format(word.since)}`;
}

/** The reports that applying it publishes, in the words that everybody will read. */
export function describeReports({ reports, onlyWordsDiffer }: StatusChanges): string[] {
  return [
    ...listSection(
      'Reports to publish, from the status in the document',
      reports.map(({ action, before, status, progressText }) => {
        const words = progressText === null ? '' : `\n      ${shorten(progressText, 160)}`;
        return `  ${describeAction(action)}: ${describeStatus(before)} → ${describeStatus(status)}${words}`;
      }),
    ),
    ...(onlyWordsDiffer.length > 0
      ? [
          '',
          `The status is as reported and only its words are other ones, so no report is added to ${shorten(onlyWordsDiffer.map(({ ref }) => ref).join(', '), 200)}.`,
        ]
      : []),
  ];
}

/** The words that nobody knows, with the lines to add. */
export function describeUnknownStatuses(statuses: readonly StatusWord[], { columns }: PlanDraft): string {
  const find = (wanted: string) => columns.find(({ column }) => column === wanted);
  const header = (find('status') ?? find('progress'))?.header;
  return [
    `Nothing was changed: nobody has said what ${statuses.length === 1 ? 'this status means' : 'these statuses mean'}. Say it with one of ${reportedStatuses.join(', ')}; with nothing after the = the words tell nothing:`,
    ...statuses.map(({ written, explained, lines }) => {
      const shown = lines.slice(0, 8).join(', ') + (lines.length > 8 ? ' …' : '');
      const key = explained === null ? '' : `; the document explains it as “${shorten(explained, 80)}”`;
      return `  ${describeStatusOption(written, '…')}   (${lines.length === 1 ? 'line' : 'lines'} ${shown}${key})`;
    }),
    ...(header === undefined
      ? []
      : [
          `If “${shorten(header, 60)}” is no status at all: ${describeMap(header, columnNames.progress)}, or ${describeMap(header, '')} to leave it out`,
        ]),
  ].join('\n');
}

function describeGivenColumns({ columns }: PlanDraft, { known }: ImportWords, timeZone: string): string[] {
  return columns
    .filter(({ isGiven }) => isGiven)
    .map(({ header, column }) => {
      const word = known.find(({ kind, key }) => kind === 'COLUMN' && key === headerKey(header));
      const what = `“${shorten(header, 80)}”`;
      const since = describeSince(word, timeZone);
      return column ? `  Read ${what} as ${columnNames[column]}${since}` : `  Left out ${what}${since}`;
    });
}

/** What the next import for the council will know, and what it will not. */
export function describeWords({ toRemember, toForget }: ImportWords): string[] {
  return [
    ...listSection(
      'To be remembered at the next import',
      toRemember.map((word) => `  ${describeWord(word)}`),
    ),
    ...listSection(
      'To be forgotten',
      toForget.map((word) => `  ${describeWord(word)}`),
    ),
  ];
}

function describeWord({ kind, written, meaning }: ImportWord): string {
  const what = `“${shorten(written, 80)}”`;
  if (meaning !== null) return `${what} is read as ${describeMeaning(meaning)}`;
  return kind === 'STATUS' ? `${what} tells nothing` : `${what} is left out`;
}

/** What only a person can say, and what happens as long as nobody has. */
export function describeOpenQuestions(questions: PlanDifference['questions']): string[] {
  return listSection(
    'Not sure: these may be the same action. They count as gone and new; without --yes, from a terminal, you are asked one by one',
    questions.map(
      ({ stored, drafted }) =>
        `  ${stored.ref} “${shorten(stored.title, 70)}”\n    and ${drafted.ref} “${shorten(drafted.title, 70)}”`,
    ),
  );
}

export function describeQuestion({ kind, stored, drafted }: Question<StoredAction, PlacedAction>): string {
  const why =
    kind === 'SIMILAR_WORDING'
      ? 'These two read alike, under different references.'
      : `The reference is the same, but it reads quite differently, and ${describeHistory(stored)} would belong to it.`;
  return [
    '',
    why,
    `  stored    ${stored.ref}  ${describeWording(stored)}`,
    `  document  ${drafted.ref}  ${describeWording(drafted)}`,
    'Is it the same action?',
  ].join('\n');
}

const describeWording = ({ title, detail }: { title: string; detail: string | null }) =>
  shorten(`${title} ${detail ?? ''}`, 300);

function describeHistory({ reports, hasHistory }: StoredAction): string {
  if (!hasHistory) return '';
  return ` (${reports > 0 ? count(reports, 'report') : 'its measurements or milestones'})`;
}

const isOnlyMoved = ({ changes }: PlacedAction) => changes.every(({ field }) => field === 'order');

const describeAction = ({ ref, title }: { ref: string; title: string }) => `${ref}  ${shorten(title, 90)}`;

/** What is stored with an action, so that a promise that slipped into another's detail is seen. */
const describeDetail = (detail: string | null) =>
  detail === null ? '' : ` + ${count(detail.split('\n').length, 'line')} of detail`;

const quote = (text: string | null) => (text === null ? 'nothing' : `“${text}”`);

function describeChange({ field, before, after }: FieldChange): string {
  const [from, to] = focusOnDifference(before, after);
  return `${field}: ${quote(from)} → ${quote(to)}`;
}

/** Short enough to read, and still showing where two long texts differ. */
function focusOnDifference(before: string | null, after: string | null): [string | null, string | null] {
  if (before === null || after === null) return [before && shorten(before, 60), after && shorten(after, 60)];
  const [one, other] = [asOneLine(before), asOneLine(after)];
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  const from = Math.max(0, same - 20);
  const cut = (text: string) => (from > 0 ? '…' : '') + shorten(text.slice(from), 60);
  return [cut(one), cut(other)];
}

function countTexts(written: readonly (string | null)[]): string[] {
  const counts = Map.groupBy(
    written.filter((text) => text !== null),
    (text) => text,
  );
  return [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([text, found]) => `  ${String(found.length).padStart(3)}  ${shorten(text, 100)}`);
}

/** What is said of many places is said once, with all of them. */
function describeWarnings(warnings: PlanDraft['warnings']): string[] {
  const alike = Map.groupBy(warnings, ({ what, why }) => `${shorten(what, 160)}. ${shorten(why, 200)}`);
  return [...alike].map(([words, found]) => {
    const places = found.flatMap(({ place }) => (place ? [place] : []));
    const [first] = places;
    if (!first) return `  ${words}`;
    const parts = [...Map.groupBy(places, ({ sheet, page }) => sheet ?? page).values()];
    const shown = parts.slice(0, MOST_PARTS).flatMap((inPart) => {
      const lines = [...new Set(inPart.map(({ line }) => line))];
      return inPart[0] ? [describeLines(inPart[0], lines)] : [];
    });
    if (parts.length > shown.length) shown.push(`${parts.length - shown.length} more places`);
    const column = first.column ? `, ${shorten(first.column, 30)}` : '';
    return `  ${shown.join('; ')}${column}: ${words}`;
  });
}

/** "line 4", "lines 2, 4", "page 2, lines 1–5" or "rows 2, 3 of sheet “Homes”". */
function describeLines({ sheet, page }: Part, lines: readonly number[], between = ', '): string {
  const more = lines.length > MOST_PLACES ? ` and ${lines.length - MOST_PLACES} more` : '';
  const shown = lines.slice(0, MOST_PLACES).join(between) + more;
  if (sheet !== undefined)
    return `${lines.length === 1 ? 'row' : 'rows'} ${shown} of sheet “${shorten(sheet, 30)}”`;
  return `${page === undefined ? '' : `page ${page}, `}${lines.length === 1 ? 'line' : 'lines'} ${shown}`;
}

const listSection = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', heading, ...limit(lines)] : [];

const limit = (lines: readonly string[]): string[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [...lines.slice(0, MOST_LINES), `  … and ${(lines.length - MOST_LINES).toLocaleString('en-GB')} more`];

function shorten(text: string, most: number): string {
  const line = asOneLine(text);
  const letters = Array.from(line.slice(0, most * 2));
  return letters.length <= most && line.length <= most * 2
    ? line
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
