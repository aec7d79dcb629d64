import {
  connectManagement,
  connectPublic,
  readClock,
  type DatabaseAddress,
} from '@open-sanctuary/database/client';
import { loadDemo } from '@open-sanctuary/database/demo';
import { keepEmbedded, openEmbedded } from '@open-sanctuary/database/embedded';
import { migrate } from '@open-sanctuary/database/migrate';
import type { Environment } from './environment.ts';

type Place = Pick<Environment, 'databaseUrl' | 'dataFolder'>;

/** The migrated database: PostgreSQL where DATABASE_URL is set, else the embedded engine of the data folder. */
export async function openDatabase({ databaseUrl, dataFolder }: Place): Promise<DatabaseAddress> {
  const at = databaseUrl ? { connectionString: databaseUrl } : await openEmbedded(dataFolder);
  await migrate(at);
  return at;
}

/** Both roles over one database, for as long as the server runs; the demo is loaded into an empty embedded one. */
export async function connectDatabase(environment: Environment) {
  const at = await openDatabase(environment);
  const keeper = environment.databaseUrl ? null : keepEmbedded(environment.dataFolder);
  const visitor = connectPublic(at);
  const management = connectManagement(at);
  const wantsDemo = environment.demo === '1' || (!environment.databaseUrl && environment.demo !== '0');
  if (wantsDemo && (await management.read.council.count()) === 0) {
    const now = await readClock(management.read);
    await management.write('DEMO', (tx) => loadDemo(tx, now));
  }
  return {
    visitor,
    management,
    async close() {
      keeper?.stop();
      await Promise.all([visitor.close(), management.close()]);
    },
  };
}

export type Database = Awaited<ReturnType<typeof connectDatabase>>;
