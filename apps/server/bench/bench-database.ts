import { migrate } from '@open-sanctuary/database/migrate';
import { query, startPostgres } from '@open-sanctuary/database/testing-postgres';
import { describeCouncils } from '../src/testing/many-councils.ts';

const template = 'bench_template';

export const councilSlugs = Array.from({ length: 200 }, (_, index) => `council-${index + 1}`);

export type BenchDatabases = Awaited<ReturnType<typeof startBenchDatabases>>;

/** A real PostgreSQL that hands out databases of 200 councils, each with a plan of 7 × 5 actions and their newest reports. */
export async function startBenchDatabases(folder: string) {
  const { url, stop } = await startPostgres(folder);
  await query(`${url}/postgres`, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await query(`${url}/postgres`, `CREATE DATABASE ${template}`);
  await migrate({ connectionString: `${url}/${template}` });
  await query(
    `${url}/${template}`,
    describeCouncils({ councils: councilSlugs.length, plans: 1, themes: 7, actions: 5, services: 0 }),
  );
  await query(`${url}/${template}`, 'VACUUM ANALYZE');
  let count = 0;
  return {
    /** The address of a copy of its own. */
    async copy(): Promise<string> {
      const name = `bench_${(count += 1)}`;
      await query(`${url}/postgres`, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await query(`${url}/postgres`, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return `${url}/${name}`;
    },
    stop,
  };
}
