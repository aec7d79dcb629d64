import { type ManagementDatabase, type PrismaClient, readClock } from '@open-sanctuary/database/client';
import type { Editor } from './editor.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What varies from request to request. */
export interface Context {
  database: PrismaClient;
  /** The moment it is, as the database says. */
  now: Date;
  /** What this request has loaded; replaced after a write. */
  load: Loaders;
  /** Who may write, and how; null for the public. */
  management: { write: ManagementDatabase['write']; editor: Editor } | null;
}

/** For one request of the public, who only read. */
export async function createContext({ database }: { database: PrismaClient }): Promise<Context> {
  return { database, now: await readClock(database), load: createLoaders(database), management: null };
}

/** For one request of an editor, who sees of the councils of others what the public sees. */
export async function createManageContext({
  management,
  editor,
}: {
  management: Pick<ManagementDatabase, 'forCouncil'>;
  editor: Editor;
}): Promise<Context> {
  const { read, write } = management.forCouncil(editor.councilId);
  return { ...(await createContext({ database: read })), management: { write, editor } };
}
