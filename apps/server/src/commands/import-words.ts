import type { ManagementDatabase, Prisma } from '@open-sanctuary/database/client';
import {
  columnNames,
  headerKey,
  reportedStatuses,
  statusKey,
  type Column,
  type ColumnMeanings,
  type ReadColumn,
  type ReportedStatus,
} from '@open-sanctuary/plan-document';
import { asOneLine, ExpectedFailure } from './run-command.ts';

/** What a word of a council's own documents means, by somebody's word; without a meaning it is left out. */
export interface ImportWord {
  kind: 'COLUMN' | 'STATUS';
  /** The word as it is compared. */
  key: string;
  written: string;
  meaning: string | null;
  /** When an earlier import was told; null when this one is. */
  since: Date | null;
}

/** What holds for this import, and what applying it changes in what is remembered. */
export interface ImportWords {
  known: ImportWord[];
  toRemember: ImportWord[];
  toForget: ImportWord[];
}

const LONGEST_WORD = 200;

const statusNames = reportedStatuses.join(', ');

export const listColumnNames = (): string => Object.values(columnNames).join(', ');

export const findColumnByName = (name: string): Column | null =>
  (Object.keys(columnNames) as Column[]).find((column) => columnNames[column] === name.toLowerCase()) ?? null;

export const describeMeaning = (meaning: string): string =>
  isColumn(meaning) ? columnNames[meaning] : describeStatus(meaning);

/** "IN_PROGRESS" in words. */
export const describeStatus = (status: string | null): string =>
  (status ?? 'not reported').toLowerCase().replaceAll('_', ' ');

const isColumn = (text: string): text is Column => text in columnNames;

/** Reads "Responsible team=lead" of the command line. */
export const readMaps = (texts: readonly string[]): ImportWord[] => readWords('--map', texts, readMap);

/** Reads "On hold=STOPPED" of the command line. */
export const readStatuses = (texts: readonly string[]): ImportWord[] =>
  readWords('--status', texts, readStatus);

function readWords(
  option: string,
  texts: readonly string[],
  read: (text: string) => ImportWord,
): ImportWord[] {
  const words = texts.map((text) => read(asOneLine(text)));
  const twice = words.find((word, at) =>
    words.slice(0, at).some(({ key, meaning }) => key === word.key && meaning !== word.meaning),
  );
  if (twice)
    throw new ExpectedFailure(`${option} says two things about “${twice.written}”. Keep one of them.`);
  return words.filter((word, at) => words.findIndex(({ key }) => key === word.key) === at);
}

function readMap(text: string): ImportWord {
  const { written, meaning } = cutAtMeaning(text);
  const way = `Write --map "Header=meaning", where the meaning is one of: ${listColumnNames()}. Nothing after the = leaves the column out.`;
  if (written === '') throw new ExpectedFailure(`--map "${text}" names no column and its meaning. ${way}`);
  const column = meaning === '' ? null : findColumnByName(meaning);
  if (meaning !== '' && column === null) {
    throw new ExpectedFailure(`--map "${text}": no column means “${meaning}”. ${way}`);
  }
  return nameColumn(written, column);
}

function readStatus(text: string): ImportWord {
  const { written, meaning } = cutAtMeaning(text);
  const way = `Write --status "On hold=STOPPED", with one of: ${statusNames}. Nothing after the = says that the words tell nothing.`;
  if (written === '') throw new ExpectedFailure(`--status "${text}" names no words and their status. ${way}`);
  const status = meaning === '' ? null : findStatusByName(meaning);
  if (meaning !== '' && status === null) {
    throw new ExpectedFailure(`--status "${text}": there is no status “${meaning}”. ${way}`);
  }
  return nameStatus(written, status);
}

function cutAtMeaning(text: string): { written: string; meaning: string } {
  const cut = text.lastIndexOf('=');
  const written = text.slice(0, Math.max(cut, 0)).trim();
  if (written.length > LONGEST_WORD) {
    throw new ExpectedFailure(`“${written.slice(0, 40)}…” is too long: at most ${LONGEST_WORD} characters.`);
  }
  return { written, meaning: text.slice(cut + 1).trim() };
}

export const findStatusByName = (name: string): ReportedStatus | null => {
  const plain = name.toUpperCase().replace(/[\s_-]+/g, '_');
  return reportedStatuses.find((status) => status === plain) ?? null;
};

export const nameStatus = (written: string, meaning: ReportedStatus | null): ImportWord => ({
  kind: 'STATUS',
  key: statusKey(written),
  written: asOneLine(written),
  meaning,
  since: null,
});

export const nameColumn = (header: string, meaning: Column | null): ImportWord => ({
  kind: 'COLUMN',
  key: headerKey(header),
  written: asOneLine(header),
  meaning,
  since: null,
});

/** What is said now stands before what was said earlier. */
export function combineWords(
  remembered: readonly ImportWord[],
  given: readonly ImportWord[],
  forgets: boolean,
): ImportWords {
  const isSame = (one: ImportWord, other: ImportWord) => one.kind === other.kind && one.key === other.key;
  const isSaidAgain = (word: ImportWord) =>
    remembered.some((earlier) => isSame(earlier, word) && earlier.meaning === word.meaning);
  const kept = remembered.filter((word) => {
    const now = given.find((other) => isSame(other, word));
    return now ? now.meaning === word.meaning : !forgets;
  });
  const toRemember = given.filter((word) => !isSaidAgain(word));
  return {
    known: [...kept, ...toRemember],
    toRemember,
    toForget: remembered.filter(
      (word) => !kept.includes(word) && !toRemember.some((other) => isSame(other, word)),
    ),
  };
}

export const areKeptAsTheyAre = ({ toRemember, toForget }: ImportWords): boolean =>
  toRemember.length === 0 && toForget.length === 0;

export const listColumnMeanings = ({ known }: ImportWords): ColumnMeanings =>
  new Map(
    known.flatMap(({ kind, key, meaning }): [string, Column | null][] =>
      kind === 'COLUMN' && (meaning === null || isColumn(meaning)) ? [[key, meaning]] : [],
    ),
  );

export const isUnknown = ({ column, isGiven, clashesWith }: ReadColumn): boolean =>
  column === null && !isGiven && clashesWith === null;

/** Refuses what the document has no column for, and two headers for one column. */
export function refuseWrongMaps(given: readonly ImportWord[], columns: readonly ReadColumn[]) {
  const headers = columns.map(({ header }) => `“${asOneLine(header)}”`).join(', ');
  const stray = given.find(
    ({ kind, key }) => kind === 'COLUMN' && !columns.some(({ header }) => headerKey(header) === key),
  );
  if (stray) {
    throw new ExpectedFailure(
      `--map: there is no column “${stray.written}” in the document. ${headers ? `Its columns are ${headers}.` : 'It has no columns at all.'}`,
    );
  }
  const clash = columns.find(({ clashesWith }) => clashesWith !== null);
  if (!clash) return;
  const rival = clash.clashesWith ?? '';
  const column = columns.find(({ header }) => header === rival)?.column ?? null;
  throw new ExpectedFailure(
    `“${asOneLine(rival)}” and “${asOneLine(clash.header)}” can't both be read as ${column ? columnNames[column] : 'one column'}. Leave one of them out: ${describeMap(clash.header, '')} or ${describeMap(rival, '')}`,
  );
}

/** The words to add to the command line, as a shell takes them. */
export function describeMap(header: string, meaning: string): string {
  return `--map ${quoteForShell(`${asOneLine(header)}=${meaning}`)}`;
}

export function describeStatusOption(written: string, meaning: string): string {
  return `--status ${quoteForShell(`${asOneLine(written)}=${meaning}`)}`;
}

function quoteForShell(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}

export async function listRememberedWords(
  read: ManagementDatabase['read'],
  councilId: string,
): Promise<ImportWord[]> {
  return read.importWord.findMany({
    where: { councilId },
    select: { kind: true, key: true, written: true, meaning: true, since: true },
    orderBy: [{ kind: 'asc' }, { since: 'asc' }, { key: 'asc' }],
  });
}

/** Writes what is remembered from now on; the caller holds the transaction. */
export async function writeWords(
  tx: Prisma.TransactionClient,
  councilId: string,
  { toRemember, toForget }: ImportWords,
) {
  const gone = [...toForget, ...toRemember].map(({ kind, key }) => ({ kind, key }));
  if (gone.length > 0) await tx.importWord.deleteMany({ where: { councilId, OR: gone } });
  await tx.importWord.createMany({
    data: toRemember.map(({ kind, key, written, meaning }) => ({ councilId, kind, key, written, meaning })),
  });
}
