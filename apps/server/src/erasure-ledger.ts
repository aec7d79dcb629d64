import type { ManagementDatabase } from '@open-sanctuary/database/client';
import { applyErasures, type ErasureNote, listErasures } from '@open-sanctuary/graphql-schema';
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Revisions } from './revisions.ts';

const fileName = 'erasures.jsonl';

/**
 * Keeps, beside the database, a list of withdrawn names and erased persons: identifiers and days, nothing that tells
 * who. An older copy of the database that is restored knows nothing of them; what the list says is done again before
 * anybody is served.
 */
export class ErasureLedger {
  readonly #file: string;
  readonly #folder: string;
  readonly #management: Pick<ManagementDatabase, 'read' | 'write'>;
  #noted = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string, management: Pick<ManagementDatabase, 'read' | 'write'>) {
    this.#folder = folder;
    this.#file = join(folder, fileName);
    this.#management = management;
  }

  /** Applies what the database does not know, then notes what the list does not. Returns how many notes it applied. */
  async apply(): Promise<number> {
    const notes = await this.#read();
    this.#noted = new Set(notes.map(({ id }) => id));
    const count =
      notes.length === 0 ? 0 : await this.#management.write('RESTORE', (tx) => applyErasures(tx, notes));
    await this.#note();
    return count;
  }

  /** Notes every later withdrawal, by whichever process. */
  follow(revisions: Revisions): void {
    revisions.on('change', () => {
      this.#writing = this.#writing.then(() => this.#note()).catch((error: unknown) => console.error(error));
    });
  }

  /** Waits for what is being written. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  async #read(): Promise<ErasureNote[]> {
    const text = await readFile(this.#file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // A line that was cut off by an end in the middle is still in the database, or was never acknowledged.
    return text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as ErasureNote];
      } catch {
        return [];
      }
    });
  }

  async #note(): Promise<void> {
    const fresh = (await listErasures(this.#management.read)).filter(({ id }) => !this.#noted.has(id));
    if (fresh.length === 0) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(this.#file, 'a+', 0o600);
    try {
      const lines = fresh.map((note) => `${JSON.stringify(note)}\n`).join('');
      await file.appendFile((await endsWithLine(file)) ? lines : `\n${lines}`);
      await file.sync();
    } finally {
      await file.close();
    }
    for (const { id } of fresh) this.#noted.add(id);
  }
}

/** Whether what is added begins a line of its own. What an end in the middle cut off would swallow it. */
async function endsWithLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}
