import type { Prisma } from '@open-sanctuary/database/client';
import { calendarDate, type CalendarDate } from './calendar.rules.ts';
import type { Context } from './context.ts';
import type { EditorRole } from './editor.ts';
import { ExpectedError } from './errors.ts';
import { invalid } from './input.ts';
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
export const ofEditor = ({ management }: Context): { councilId?: string } =>
  management?.editor.councilId ? { councilId: management.editor.councilId } : {};

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

/** Refuses a day that has not come yet at the council. */
export async function refuseDayToCome(tx: Transaction, councilId: string, day: CalendarDate, name: string) {
  const { timeZone } = await tx.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { timeZone: true },
  });
  if (day > calendarDate(await readMoment(tx), timeZone))
    throw invalid(`\`${name}\` may not be a day to come.`);
}

/** The moment of this write, as the database says. */
export async function readMoment(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT sanctuary.now() AS now`;
  if (!row) throw new Error('The database did not tell the time.');
  return row.now;
}
