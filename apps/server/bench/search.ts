import { connectionsOfRole } from '@open-sanctuary/database/client';
import { migrate } from '@open-sanctuary/database/migrate';
import { query, startPostgres } from '@open-sanctuary/database/testing-postgres';
import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Bench } from './bench.ts';
import { describeServices } from './many-services.ts';
import { atMost, formatNumber, formatRatio, noBar, type Row } from './report.ts';

const callers = 20;
const callsEach = 60;
const servicesEach = 333;
const aTuesday = '2026-11-24T10:00:00Z';
const near = { latitude: 51.54, longitude: -0.06 };

/** What people look for: words, a language, who they are, where they are, when they can come, and mixes of these. */
const searches: readonly object[] = [
  { words: 'food bank', languages: ['ti'], orInterpreter: true, who: 'REFUGEES', near, openNow: true },
  { words: 'lawyer', near, languages: ['ar', 'prs'], orInterpreter: true },
  { categories: ['ENGLISH_CLASSES', 'EDUCATION'], who: 'PEOPLE_SEEKING_ASYLUM', day: 3, free: true },
  { words: 'طعام', near, withinMetres: 3000 },
  { words: 'women', isWomenOnly: true, near, day: 6 },
  { near, openNow: true, who: 'NO_RECOURSE_TO_PUBLIC_FUNDS', noPapers: true },
  { words: 'conselling', near, languages: ['uk'] },
  {},
];

/**
 * Services found in PostgreSQL by twenty callers at once, over as many connections as a server keeps, in more and more
 * councils, and in one that is large. The time of a call is all that its caller waits.
 */
export async function measureSearch({ folder, say }: Bench): Promise<Row[]> {
  const here = await mkdtemp(join(folder, 'search-'));
  await chmod(here, 0o755);
  const { url, stop } = await startPostgres(here);
  try {
    const measured: { councils: number; each: number; p50: number; p95: number }[] = [];
    for (const [councils, each] of [
      [3, servicesEach],
      [30, servicesEach],
      [300, servicesEach],
      [1, 5000],
    ] as const) {
      say(`${formatNumber(councils * each)} services in ${councils} councils`);
      measured.push({ councils, each, ...(await measure(url, councils, each)) });
    }
    const [small, , large] = measured;
    const growth = (large?.p50 ?? NaN) / (small?.p50 ?? NaN);
    return [
      ...measured.map(({ councils, each, p50, p95 }) => ({
        what: `Search: ${formatNumber(councils * each)} services in ${councils} councils, ${callers} callers over ${connectionsOfRole} connections`,
        ours: `p50 ${formatNumber(p50, 1)} ms, p95 ${formatNumber(p95, 1)} ms`,
        beside: '',
        ...(councils === 300 ? atMost(p95, 50, 'ms') : noBar),
      })),
      {
        what: 'Search: growth of the time, 100 times as many services',
        ours: formatRatio(growth),
        beside: '',
        ...atMost(growth, 100, '×'),
      },
    ];
  } finally {
    await stop();
  }
}

async function measure(url: string, councils: number, each: number): Promise<{ p50: number; p95: number }> {
  const name = `search_${councils}`;
  await query(`${url}/postgres`, `CREATE DATABASE ${name}`);
  await migrate({ connectionString: `${url}/${name}` });
  await query(`${url}/${name}`, describeServices(councils, each));
  await query(`${url}/${name}`, 'VACUUM ANALYZE');
  const pool = new pg.Pool({
    connectionString: `${url}/${name}`,
    max: connectionsOfRole,
    options: '-c role=sanctuary_public -c random_page_cost=1.1',
  });
  // Connections that rest end with PostgreSQL.
  pool.on('error', () => {});
  try {
    const { rows } = await pool.query<{ id: string }>('SELECT "id" FROM "Council" ORDER BY "slug"');
    const ask = async (turn: number) => {
      const council = rows[(turn * 7919) % rows.length]?.id;
      const filter = JSON.stringify(searches[turn % searches.length]);
      const began = performance.now();
      await pool.query('SELECT sanctuary.find_services($1::uuid, $2::jsonb, $3::timestamptz, 20)', [
        council,
        filter,
        aTuesday,
      ]);
      return performance.now() - began;
    };
    const askTogether = (calls: number) =>
      Promise.all(
        Array.from({ length: callers }, async (_, caller) => {
          const times: number[] = [];
          for (let call = 0; call < calls; call += 1) times.push(await ask(caller * calls + call));
          return times;
        }),
      );
    // Each connection plans the statements of the function once.
    await askTogether(16);
    const times = (await askTogether(callsEach)).flat().toSorted((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
    return { p50: at(0.5), p95: at(0.95) };
  } finally {
    await pool.end();
  }
}
