import { type Prisma, readClock } from '@open-sanctuary/database/client';
import { longest } from '@open-sanctuary/graphql-schema/text.rules';
import {
  findColour,
  readStatusWords,
  reportedStatuses,
  statusKey,
  type DraftAction,
  type PlanDraft,
  type ReportedStatus,
} from '@open-sanctuary/plan-document';
import type { ImportWord, ImportWords } from './import-words.ts';
import type { PlacedAction, PlanDifference } from './plan-difference.ts';
import { asOneLine, ExpectedFailure } from './run-command.ts';
import type { StoredCouncil } from './stored-plan.ts';

/** A status word of the document, and what it is read as. */
export interface StatusWord {
  key: string;
  written: string;
  /** Null when it says nothing; undefined when nobody knows. */
  status: ReportedStatus | null | undefined;
  by: 'TABLE' | 'WORD' | 'KEY';
  /** What the document itself says about it. */
  explained: string | null;
  lines: number[];
}

/** A report that the document's status makes, because the newest one says otherwise. */
export interface StatusReport {
  action: PlacedAction;
  before: ReportedStatus | null;
  status: ReportedStatus;
  /** Null where the document says nothing but the status. */
  progressText: string | null;
}

export interface StatusChanges {
  reports: StatusReport[];
  /** The status is the one that is reported; what is said about it differs. */
  onlyWordsDiffer: PlacedAction[];
}

const TAKEN_FROM_TRACKER = 'Status taken from the council’s own tracker.';

const isStatus = (text: string): text is ReportedStatus => reportedStatuses.some((status) => status === text);

/** Every status word of the document once, with what somebody has said about it, or else our table, or its own key. */
export function listStatusWords({ themes, colours }: PlanDraft, { known }: ImportWords): StatusWord[] {
  const said = new Map(known.flatMap((word) => (word.kind === 'STATUS' ? [[word.key, word]] : [])));
  const explained = new Map(colours.map(({ colour, words }) => [colour, words]));
  const words = new Map<string, StatusWord>();
  for (const { statusText, place } of themes.flatMap(({ actions }) => actions)) {
    if (statusText === null) continue;
    const key = statusKey(statusText);
    const word = words.get(key) ?? {
      key,
      written: asOneLine(statusText),
      explained: explained.get(findColour(statusText) ?? '') ?? null,
      lines: [],
      ...readWord(statusText, said.get(key), explained),
    };
    word.lines.push(place.line);
    words.set(key, word);
  }
  return [...words.values()];
}

function readWord(
  text: string,
  said: ImportWord | undefined,
  explained: ReadonlyMap<string, string>,
): Pick<StatusWord, 'status' | 'by'> {
  if (said && (said.meaning === null || isStatus(said.meaning))) return { status: said.meaning, by: 'WORD' };
  const read = readStatusWords(text);
  if (read !== null) return { status: read === 'NOTHING' ? null : read, by: 'TABLE' };
  const explanation = explained.get(findColour(text) ?? '');
  const byKey = explanation === undefined ? null : readStatusWords(explanation);
  return byKey === null || byKey === 'NOTHING'
    ? { status: undefined, by: 'TABLE' }
    : { status: byKey, by: 'KEY' };
}

/** What the status of the document changes: a report for each action whose newest one says otherwise. */
export function listStatusChanges(
  { actions }: PlanDifference,
  words: readonly StatusWord[],
  newest: NewestReports,
): StatusChanges {
  const statuses = new Map(words.map(({ key, status }) => [key, status ?? null]));
  const placed = [...actions.created, ...actions.changed, ...actions.unchanged].flatMap((action) => {
    const status = statuses.get(statusKey(action.drafted.statusText ?? '')) ?? null;
    return status === null ? [] : [{ action, status, before: newest.get(action.id) ?? null }];
  });
  return {
    reports: placed
      .filter(({ status, before }) => status !== before?.status)
      .map(({ action, status, before }) => ({
        action,
        status,
        before: before?.status ?? null,
        progressText: readProgress(action.drafted),
      })),
    onlyWordsDiffer: placed
      .filter(({ action: { drafted }, status, before }) => {
        const said = drafted.progressText?.trim();
        return status === before?.status && said !== undefined && said !== before.whatHappened;
      })
      .map(({ action }) => action),
  };
}

function readProgress({ ref, progressText }: DraftAction): string | null {
  const words = progressText?.trim() ?? '';
  if (words.length <= longest.text) return words || null;
  throw new ExpectedFailure(
    `What has happened to ${ref} has ${words.length.toLocaleString('en-GB')} characters; a report can have at most ${longest.text.toLocaleString('en-GB')}. Shorten it in the document.`,
  );
}

export type NewestReports = ReadonlyMap<string, { status: ReportedStatus; whatHappened: string }>;

/** Publishes the reports as an officer's; the caller holds the transaction. */
export async function publishStatusReports(
  tx: Prisma.TransactionClient,
  council: StoredCouncil,
  reports: readonly StatusReport[],
) {
  if (reports.length === 0) return;
  const publishedAt = await readClock(tx);
  const language = council.plan?.language ?? council.languages[0] ?? 'en';
  // Whoever has read the action before must not report without having seen this.
  await tx.action.updateMany({
    where: { id: { in: reports.map(({ action }) => action.id) } },
    data: { version: { increment: 1 } },
  });
  await tx.report.createMany({
    data: reports.map(({ action, status, progressText }) => ({
      councilId: council.id,
      actionId: action.id,
      status,
      whatHappened: progressText ?? TAKEN_FROM_TRACKER,
      language: progressText === null ? 'en' : (action.stored?.language ?? language),
      byRole: 'COUNCIL_OFFICER' as const,
      publishedAt,
    })),
  });
}
