import { type Prisma, readClock } from '@open-sanctuary/database/client';
import { calendarDate, type CalendarDate } from './calendar.rules.ts';
import type { Context } from './context.ts';
import type { EditorRole } from './editor.ts';
import { ExpectedError } from './errors.ts';
import { invalid, requireDaysInOrder } from './input.ts';
import { createLoaders } from './loaders.ts';

export type Transaction = Prisma.TransactionClient;

/**
 * One write by an editor in one of these roles: all or nothing, recorded as made in that role. What the request has
 * loaded before is forgotten, so that the answer shows what is stored now.
 */
export async function write<Result>(
  context: Context,
  roles: readonly EditorRole[],
  work: (tx: Transaction, byRole: EditorRole) => Promise<Result>,
): Promise<Result> {
  const { management } = context;
  if (!management || !roles.includes(management.editor.role))
    throw new ExpectedError(`Only these roles may do this: ${roles.join(', ')}.`, 'NOT_ALLOWED');
  const { role } = management.editor;
  const result = await management.write(role, (tx) => work(tx, role));
  context.load = createLoaders(context.database);
  return result;
}

/** Narrows a search to the records that the editor may write; all others are as good as absent. */
export function ofEditor({ management }: Context): { councilId?: string } {
  const councilId = management?.editor.councilId ?? null;
  return councilId === null ? {} : { councilId };
}

export const notFound = (noun: string) => new ExpectedError(`There is no such ${noun}.`, 'NOT_FOUND');

/** Says that somebody else was faster, and which version is there now. */
export const conflict = (currentVersion: number) =>
  new ExpectedError(
    'Somebody has changed this since you read it. Read it again and decide anew.',
    'CONFLICT',
    {
      currentVersion,
    },
  );

/** Whether a day has not come yet at the council. */
export async function isToCome(tx: Transaction, councilId: string, day: CalendarDate): Promise<boolean> {
  const { timeZone } = await tx.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { timeZone: true },
  });
  return day > calendarDate(await readClock(tx), timeZone);
}

/** Refuses a day that has not come yet at the council. */
export async function refuseDayToCome(tx: Transaction, councilId: string, day: CalendarDate, name: string) {
  if (await isToCome(tx, councilId, day)) throw invalid(`\`${name}\` may not be a day to come.`);
}

type VersionedNoun =
  | 'steeringGroup'
  | 'constituency'
  | 'seat'
  | 'term'
  | 'meeting'
  | 'decision'
  | 'organisation'
  | 'service'
  | 'location'
  | 'schedule'
  | 'scheduleException'
  | 'synonymGroup';

interface VersionedRecord {
  councilId: string | null;
  version: number;
  /** Only some have days. */
  startsOn?: Date | null;
  endsOn?: Date | null;
}

type Stored<Noun extends VersionedNoun> = Prisma.Result<Transaction[Noun], object, 'findFirstOrThrow'> & {
  councilId: string;
};

/** What the tables of these nouns have in common; what is written to them is typed where it is read from the input. */
interface VersionedTable {
  findFirst(args: { where: object }): Promise<VersionedRecord | null>;
  updateMany(args: { where: object; data: object }): Promise<{ count: number }>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
}

const tableOf = (tx: Transaction, noun: VersionedNoun) => tx[noun] as unknown as VersionedTable;

const wordsFor: Record<VersionedNoun, string> = {
  steeringGroup: 'steering group',
  constituency: 'constituency',
  seat: 'seat',
  term: 'term',
  meeting: 'meeting',
  decision: 'decision',
  organisation: 'organisation',
  service: 'service',
  location: 'place',
  schedule: 'session',
  scheduleException: 'exception',
  synonymGroup: 'group of words of this council',
};

/** The council that an editor names, if they may write for it. */
export async function getCouncilOfEditor(tx: Transaction, context: Context, councilId: string) {
  const { councilId: own = councilId } = ofEditor(context);
  if (own !== councilId || !(await tx.council.findUnique({ where: { id: councilId } })))
    throw notFound('council');
}

/**
 * A stored record that the editor may write about; what is added to it belongs to the same council. With a version, it
 * must still be the one that they read.
 */
export async function getRecord<Noun extends VersionedNoun>(
  tx: Transaction,
  context: Context,
  noun: Noun,
  id: string,
  version?: number,
): Promise<Stored<Noun>> {
  const record = await tableOf(tx, noun).findFirst({ where: { id, ...ofEditor(context) } });
  // What is of no council is for all of them, and no editor's.
  if (!record?.councilId) throw notFound(wordsFor[noun]);
  if (version !== undefined && version !== record.version) throw conflict(record.version);
  return record as Stored<Noun>;
}

/** Changes a record that the editor may write, if it is still the one that they read. */
export async function changeRecord(
  tx: Transaction,
  context: Context,
  noun: VersionedNoun,
  { id, version, data }: { id: string; version: number; data: object },
) {
  const stored: VersionedRecord = await getRecord(tx, context, noun, id);
  const { councilId } = stored;
  if (stored.version === version) {
    // What was left out stands as it is stored.
    const { startsOn, endsOn } = { ...stored, ...data };
    requireDaysInOrder(startsOn, endsOn);
  }
  const { count } = await tableOf(tx, noun).updateMany({
    where: { id, councilId, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw conflict((await getRecord(tx, context, noun, id)).version);
}

/** Removes a record with all that belongs to it, if it is still the one that the editor read. */
export async function removeRecord(
  tx: Transaction,
  context: Context,
  noun: VersionedNoun,
  { id, version }: { id: string; version: number },
) {
  const { councilId } = await getRecord(tx, context, noun, id);
  const { count } = await tableOf(tx, noun).deleteMany({ where: { id, councilId, version } });
  if (count === 0) throw conflict((await getRecord(tx, context, noun, id)).version);
}
