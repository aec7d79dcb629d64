import { type ManagementDatabase, type PrismaClient, readClock } from '@open-sanctuary/database/client';
import { createHash, randomBytes } from 'node:crypto';
import { dayFrom } from '../scalars.ts';
import { type Transaction } from '../write.ts';

/**
 * Takes a name away at once: from what is shown, and for good. It is never refused, whatever else has changed
 * meanwhile; with `andHideSeat` the seat itself goes from view as well.
 */
export async function withdrawName(tx: Transaction, termId: string, andHideSeat: boolean): Promise<void> {
  const { councilId } = await raiseVersion(tx, termId);
  const stored = await tx.appearance.findUnique({ where: { termId } });
  const form = andHideSeat || stored?.form === 'NOT_SHOWN' ? 'NOT_SHOWN' : 'ROLE_ONLY';
  const withdrawnAt = await readClock(tx);
  // Where a name goes, the database itself leaves a note.
  const { count } = await tx.shownName.deleteMany({ where: { termId } });
  await tx.appearance.upsert({
    where: { termId },
    create: { councilId, termId, form, withdrawnAt },
    update: { form, withdrawnAt, version: { increment: 1 } },
  });
  if (count === 0) await note(tx, councilId, termId, 'NAME_WITHDRAWN');
}

/** Removes all that tells who holds a term. The seat stays held, by role only, and an opaque note stays behind. */
export async function erasePerson(tx: Transaction, termId: string): Promise<void> {
  const { councilId } = await raiseVersion(tx, termId);
  await removeTraces(tx, termId);
  await note(tx, councilId, termId, 'PERSON_ERASED');
}

async function removeTraces(tx: Transaction, termId: string) {
  const where = { termId };
  const hidden = await tx.appearance.findUnique({ where });
  await tx.shownName.deleteMany({ where });
  await tx.holder.deleteMany({ where });
  await tx.declaredInterest.deleteMany({ where });
  await tx.recusal.updateMany({ where, data: { termId: null } });
  // Whoever wished not to be shown stays hidden; nothing else of their choice is kept.
  if (hidden?.form === 'NOT_SHOWN')
    await tx.appearance.update({
      where,
      data: { consentGivenOn: null, consentMeans: null, consentUntil: null, withdrawnAt: null },
    });
  else await tx.appearance.deleteMany({ where });
}

/** Whoever has read the term before may not write what they read. First of all, so that one of two writers waits. */
const raiseVersion = (tx: Transaction, termId: string) =>
  tx.term.update({ where: { id: termId }, data: { version: { increment: 1 } }, select: { councilId: true } });

const note = (tx: Transaction, councilId: string, termId: string, kind: 'NAME_WITHDRAWN' | 'PERSON_ERASED') =>
  tx.erasure.create({ data: { councilId, termId, kind } });

/** What a note tells: that a term's name, its seat or its person must not come back. Nothing in it tells who. */
export interface ErasureNote {
  id: string;
  termId: string;
  kind: 'NAME_WITHDRAWN' | 'PERSON_ERASED' | 'SEAT_HIDDEN' | 'NAME_REPLACED';
  at: string;
}

export const listErasures = async (database: PrismaClient): Promise<ErasureNote[]> =>
  (await database.erasure.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
    ({ id, termId, kind, at }) => ({ id, termId, kind, at: at.toISOString() }),
  );

/**
 * Does again what notes say that the database does not know, as after a restore of an older copy. A choice that a
 * person has made anew after a note is theirs, and stays. Returns how many notes were applied.
 */
export async function applyErasures(tx: Transaction, notes: readonly ErasureNote[]): Promise<number> {
  const known = new Set((await tx.erasure.findMany({ select: { id: true } })).map(({ id }) => id));
  let count = 0;
  for (const { id, termId, kind, at } of notes) {
    if (known.has(id)) continue;
    if (!(await tx.term.findUnique({ where: { id: termId } }))) continue;
    const { councilId } = await raiseVersion(tx, termId);
    if (kind === 'PERSON_ERASED') await removeTraces(tx, termId);
    else if (kind === 'SEAT_HIDDEN') await hideAgain(tx, councilId, termId);
    else await withdrawAgain(tx, termId, at);
    await tx.erasure.create({ data: { id, councilId, termId, kind, at } });
    count += 1;
  }
  return count;
}

async function withdrawAgain(tx: Transaction, termId: string, at: string) {
  const stored = await tx.appearance.findUnique({ where: { termId } });
  await tx.shownName.deleteMany({ where: { termId } });
  if (stored)
    await tx.appearance.update({
      where: { termId },
      data: { withdrawnAt: at, ...(stored.form === 'NOT_SHOWN' ? {} : { form: 'ROLE_ONLY' }) },
    });
}

const hideAgain = (tx: Transaction, councilId: string, termId: string) =>
  tx.appearance.upsert({
    where: { termId },
    create: { councilId, termId, form: 'NOT_SHOWN' },
    update: { form: 'NOT_SHOWN' },
  });

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of 100 random bits that can be read out, such as `7KQ2P-…`; only its hash is kept. */
export function makeCode(): { code: string; codeHash: string } {
  const symbols = [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
  const code = symbols.match(/.{5}/g)?.join('-') ?? '';
  return { code, codeHash: hashOf(code) };
}

/** However a person types it: any case, with or without dashes, O for 0, I or L for 1. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .digest('hex');

/** What a person sees of their own entry, by the code of their own link. */
export interface OwnEntry {
  councilName: string;
  groupName: string;
  constituencyName: string;
  /** The name that is recorded, whether or not the public sees it today. */
  name: string | null;
  isNameShown: boolean;
  /** The first day of a term that is still to come, on which a recorded name begins to show. */
  startsOn: string | null;
  /** The last day on which the name shows, by whatever ends first; null when nothing does. */
  endsOn: string | null;
  isSeatHidden: boolean;
}

export async function findOwnEntry(
  { read }: Pick<ManagementDatabase, 'read'>,
  code: string,
): Promise<OwnEntry | null> {
  const holder = await read.holder.findUnique({
    where: { codeHash: hashOf(code) },
    include: {
      council: { select: { name: true } },
      term: {
        include: {
          appearance: true,
          shownName: true,
          seat: { include: { constituency: { include: { group: true } } } },
        },
      },
    },
  });
  if (!holder) return null;
  const { council, term } = holder;
  const { constituency } = term.seat;
  const [row] = await read.$queryRaw<{ shows: boolean; today: Date }[]>`
    SELECT sanctuary.shows_name(${term.id}::uuid) AS shows, sanctuary.today(${term.councilId}::uuid) AS today`;
  const [endsOn] = [term.appearance?.consentUntil, term.endsOn, term.seat.endsOn, constituency.group.endsOn]
    .flatMap((day) => (day ? [dayFrom(day)] : []))
    .toSorted();
  return {
    councilName: council.name,
    groupName: constituency.group.name,
    constituencyName: constituency.name,
    name: term.shownName?.name ?? null,
    isNameShown: row?.shows ?? false,
    startsOn: row && term.startsOn && term.startsOn > row.today ? dayFrom(term.startsOn) : null,
    endsOn: endsOn ?? null,
    isSeatHidden: term.appearance?.form === 'NOT_SHOWN',
  };
}

/** Withdraws by the code of a person's own link; false when there is no such code. */
export async function withdrawByCode(
  { write }: Pick<ManagementDatabase, 'write'>,
  code: string,
  andHideSeat: boolean,
): Promise<boolean> {
  return write('HOLDER', async (tx) => {
    const holder = await tx.holder.findUnique({ where: { codeHash: hashOf(code) } });
    if (!holder) return false;
    await withdrawName(tx, holder.termId, andHideSeat);
    return true;
  });
}
