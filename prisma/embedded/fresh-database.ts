// npm run generate: makes, once for each version of PGlite, the empty database that every new data folder begins
// as a copy of. Making one takes seconds, copying it an instant.
import { PGlite } from '@electric-sql/pglite';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import room from '../package.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../generated/fresh-database');

/** The folder of the empty database; it holds nothing of anybody. */
export const freshDatabase = join(folder, room.dependencies['@electric-sql/pglite']);

if (import.meta.main && !existsSync(freshDatabase)) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unfinished = `${freshDatabase}.unfinished`;
  const database = await PGlite.create(unfinished);
  await database.close();
  // Whoever runs the engine may be another than who installed it; the copies lie in closed folders.
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  renameSync(unfinished, freshDatabase);
}
