import Fastify from 'fastify';
import { connectDatabase } from './database.ts';
import { serveEmbed } from './embed.ts';
import { endConnections } from './ending.ts';
import { type Environment, readEnvironment, WrongEnvironment } from './environment.ts';
import { ErasureLedger } from './erasure-ledger.ts';
import { answerErrorsAsJson, sendError } from './errors.ts';
import { serveExport } from './export/export.ts';
import { serveFeeds } from './feed/feed.ts';
import { serveMeetings } from './feed/meetings.ts';
import { serveHealth } from './health.ts';
import { serveLive } from './live.ts';
import { serveManageGraphQL } from './manage-graphql.ts';
import { createFirstToken } from './management-token.ts';
import { serveOwnName } from './own-name/own-name.ts';
import { servePlayground } from './playground.ts';
import { servePublicGraphQL } from './public-graphql.ts';
import { reloadPages } from './reload.ts';
import { Revisions } from './revisions.ts';
import { describeStart } from './start-message.ts';
import { refuseUnreadableBodies } from './unreadable-body.ts';

/** The process that a council runs: migrates, connects, and serves one API and what is embedded of it. */
export async function startServer(environment: Environment) {
  const database = await connectDatabase(environment);
  const ledger = new ErasureLedger(environment.dataFolder, database.management);
  await ledger.apply();
  const revisions = new Revisions(database.visitor.read);
  await revisions.start();
  ledger.follow(revisions);

  const app = Fastify({
    trustProxy: (_address, hop) => hop < environment.trustedProxies,
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => {
      sendError(reply, 400, 'BAD_REQUEST', 'This address holds signs that no address of ours has.');
    },
  });
  app.addHook('onClose', async () => {
    revisions.stop();
    await ledger.settle();
    await database.close();
  });
  endConnections(app);
  if (environment.reloadUrl) reloadPages(app, environment.reloadUrl);
  answerErrorsAsJson(app);
  refuseUnreadableBodies(app);
  serveHealth(app, revisions);
  serveLive(app, revisions);
  await servePlayground(app);
  const answers = await servePublicGraphQL(app, database, revisions, environment.siteKey);
  await serveManageGraphQL(app, database, revisions);
  serveOwnName(app, database.management, revisions);
  await serveEmbed(app, answers, environment);
  serveExport(app, answers, revisions, environment);
  serveFeeds(app, answers, revisions, environment);
  serveMeetings(app, answers, revisions, environment);
  app.get('/', async (_request, reply) => reply.redirect('/graphql', 302));

  const url = await app.listen({ port: environment.port, host: '0.0.0.0' });
  // Last of all: a token is shown once, so nothing may fail between its making and its showing.
  const firstToken = await createFirstToken(database.management);
  return { url: url.replace('0.0.0.0', '127.0.0.1'), firstToken, close: () => app.close() };
}

if (import.meta.main) {
  try {
    const environment = readEnvironment(process.env);
    const server = await startServer(environment);
    console.log(await describeStart(environment, server.firstToken));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const isExpected = error instanceof WrongEnvironment || (error as Error).name === 'NewerDatabase';
    console.error(isExpected ? (error as Error).message : error);
    process.exit(1);
  }
}
