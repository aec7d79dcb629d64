import type { ManagementDatabase, PrismaClient } from '@open-sanctuary/database/client';
import { Editor } from '@open-sanctuary/graphql-schema';
import { createHash, randomBytes } from 'node:crypto';

const form = /^Bearer (sanctuary_[A-Za-z0-9_-]{43})$/;

/** Who a request's token stands for; null when it is missing, unknown or revoked. */
export async function findEditor(
  database: PrismaClient,
  authorization: string | undefined,
): Promise<Editor | null> {
  const token = form.exec(authorization ?? '')?.[1];
  if (!token) return null;
  const known = await database.managementToken.findUnique({ where: { tokenHash: hashOf(token) } });
  return known && !known.revokedAt ? new Editor(known.role, known.councilId) : null;
}

/** Makes the administrator's token at the very first start; null at every later one. Only its hash is stored. */
export async function createFirstToken({ write }: Pick<ManagementDatabase, 'write'>): Promise<string | null> {
  return write('ADMINISTRATOR', async (tx) => {
    if ((await tx.managementToken.count()) > 0) return null;
    const token = `sanctuary_${randomBytes(32).toString('base64url')}`;
    await tx.managementToken.create({ data: { role: 'ADMINISTRATOR', tokenHash: hashOf(token) } });
    return token;
  });
}

// 256 random bits need no slow hash.
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
