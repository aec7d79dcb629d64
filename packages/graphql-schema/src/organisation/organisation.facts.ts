import { notFound, type Transaction } from '../write.ts';

/** A body of the same council; nothing when none was given. */
export async function findOrganisationOf(
  tx: Transaction,
  councilId: string,
  given: { id: string } | null | undefined,
): Promise<{ organisationId?: string | null }> {
  if (given === undefined) return {};
  if (given === null) return { organisationId: null };
  if (!(await tx.organisation.findFirst({ where: { id: given.id, councilId } })))
    throw notFound('organisation');
  return { organisationId: given.id };
}
