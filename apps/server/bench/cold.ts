import { join } from 'node:path';
import { planSlug } from '../src/testing/many-councils.ts';
import { councilSlugs } from './bench-database.ts';
import type { Bench } from './bench.ts';
import { planAtAGlance, trackerFacts } from './documents.ts';
import { startRival, startServer } from './processes.ts';
import { atLeast, formatNumber, formatRatio, noBar, type Row } from './report.ts';
import {
  type Contender,
  median,
  type Question,
  raceSideBySide,
  ratioOf,
  type Speed,
} from './side-by-side.ts';
import { trackerPath } from './warm.ts';

const race = { rounds: 5, seconds: 3 };
const rate = (speed: Speed) => speed.rate;

/** Answers that nobody has asked for before, beside the same facts from PostGraphile and from SQL. */
export async function measureCold({ databases, folder, say }: Bench): Promise<Row[]> {
  const databaseUrl = await (await databases()).copy();
  const server = await startServer(databaseUrl, join(folder, 'cold'));
  const postgraphile = await startRival('postgraphile', { DATABASE_URL: databaseUrl });
  const sql = await startRival('json-agg', { DATABASE_URL: databaseUrl });

  const own: Contender = { name: 'ours, own document', process: server, questions: askAnew() };
  const ownRival: Contender = {
    name: 'PostGraphile, own document',
    process: postgraphile,
    questions: everyCouncil((council) =>
      post(trackerFacts.postgraphile, { council, plan: planSlug, language: 'ar' }),
    ),
  };
  const any: Contender = {
    name: 'ours, any document',
    process: server,
    questions: everyCouncil((council) => post(planAtAGlance.graphql, { council, plan: planSlug })),
  };
  const anyRival: Contender = {
    name: 'PostGraphile, any document',
    process: postgraphile,
    questions: everyCouncil((council) => post(planAtAGlance.postgraphile, { council, plan: planSlug })),
  };
  const anySql: Contender = {
    name: 'SQL by hand, any document',
    process: sql,
    questions: everyCouncil((council) => ({ path: `/answer?council=${council}&plan=${planSlug}` })),
  };

  const speeds = await raceSideBySide([own, ownRival, any, anyRival, anySql], race, say);
  const of = (contender: Contender) => speeds.get(contender) ?? [];
  const describe = (contender: Contender) => `${formatNumber(median(of(contender).map(rate)))}/s`;
  const compare = (what: string, ours: Contender, theirs: Contender, name: string, least?: number): Row => {
    const ratio = ratioOf(of(ours), of(theirs), rate);
    return {
      what,
      ours: describe(ours),
      beside: `${name} ${describe(theirs)}: ${formatRatio(ratio)}`,
      ...(least === undefined ? noBar : atLeast(ratio, least)),
    };
  };
  return [
    compare('Cold: the tracker’s own document', own, ownRival, 'PostGraphile', 1),
    compare('Cold: any document, a plan with reports', any, anyRival, 'PostGraphile', 0.5),
    compare('Cold: the same', any, anySql, 'SQL by hand'),
  ];
}

/** Asks for an answer that is kept nowhere: each time in a language that nobody has asked for. */
function askAnew(): () => Question {
  let count = 0;
  return () => {
    const council = councilSlugs[(count += 1) % councilSlugs.length] ?? '';
    return {
      path: trackerPath({ council, plan: planSlug, language: `x-${count}` }),
      headers: { 'accept-encoding': 'br' },
    };
  };
}

const everyCouncil = (ask: (council: string) => Question): Question[] => councilSlugs.map(ask);

const post = (query: string, variables: object): Question => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify({ query, variables }),
});
