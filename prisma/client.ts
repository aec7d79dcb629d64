import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { portConnection } from './embedded/port.ts';
import { Prisma, PrismaClient } from './generated/client/client.ts';

export { Prisma, PrismaClient };

/** Where the embedded engine is: the folder of its socket, or the file with its port and password. */
type EmbeddedAddress = { host: string } | { portFile: string };

/** Where the database is: the embedded engine, or a PostgreSQL server. */
export type DatabaseAddress = EmbeddedAddress | { connectionString: string };

const publicRole = 'sanctuary_public';
const managementRole = 'sanctuary_management';
const unnamed = '';
const mostNamedStatements = 300;
const mostNamedArguments = 10;

/** Reads as the public: row-level security shows published rows only, and nothing can be written. */
export function connectPublic(at: DatabaseAddress) {
  const client = createClient(at, publicRole);
  return { read: asRole(client, at, publicRole, null), close: () => client.$disconnect() };
}

/** Reads and writes as management: of every council, or for one of them. */
export function connectManagement(at: DatabaseAddress) {
  const client = createClient(at, managementRole);
  const open = (councilId: string | null) => ({
    read: asRole(client, at, managementRole, councilId),

    /** One transaction: all or nothing. The database records its changes as made by `byRole`. */
    write: <T>(byRole: string, work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
      client.$transaction(
        async (tx) => {
          // The embedded engine's connections share one session, so the role lasts for this transaction only.
          if (isEmbedded(at)) await tx.$executeRaw`SET LOCAL ROLE sanctuary_management`;
          await tx.$executeRaw`SELECT set_config('sanctuary.by_role', ${byRole}, true)`;
          if (councilId !== null) await tx.$executeRaw(ofCouncil(councilId));
          return work(tx);
        },
        { maxWait: 10_000, timeout: 60_000 },
      ),
  });
  const ofAll = open(null);
  const ofOne = new Map<string, typeof ofAll>();
  return {
    ...ofAll,
    /** Of all other councils, the database shows what the public sees, and lets nothing be written. */
    forCouncil(councilId: string | null): typeof ofAll {
      if (councilId === null) return ofAll;
      const opened = ofOne.get(councilId) ?? open(councilId);
      ofOne.set(councilId, opened);
      return opened;
    },
    close: () => client.$disconnect(),
  };
}

/** Says for a transaction which council it is for; the policies of the tables heed it. */
const ofCouncil = (councilId: string) =>
  Prisma.sql`SELECT set_config('sanctuary.of_council', ${councilId}, true)`;

export type ManagementDatabase = ReturnType<typeof connectManagement>;

/** The moment it is, as the database says: the one clock of every rule. */
export async function readClock(client: Pick<PrismaClient, '$queryRaw'>): Promise<Date> {
  const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT sanctuary.now() AS now`;
  if (!row) throw new Error('The database did not tell the time.');
  return row.now;
}

/** The owner of the tables: for migrations and for nothing else. */
export function ownerConnection(at: DatabaseAddress): pg.PoolConfig {
  if (!isEmbedded(at)) return at;
  const way = 'host' in at ? at : portConnection(at.portFile);
  return { ...way, user: 'postgres', database: 'postgres' };
}

function isEmbedded(at: DatabaseAddress): at is EmbeddedAddress {
  return !('connectionString' in at);
}

/** So many connections a process keeps for a role: who waits for one is served sooner than all at once would be. */
export const connectionsOfRole = 5;

function createClient(at: DatabaseAddress, role: string) {
  const adapter = new PrismaPg(
    { ...roleConnection(at, role), max: connectionsOfRole },
    {
      // A lost connection is met again, and answered, at the next query.
      onPoolError: () => {},
      onConnectionError: () => {},
      // There, all connections share one session, and one would be given another's statement.
      ...(isEmbedded(at) ? {} : { statementNameGenerator: createStatementNames() }),
    },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

/**
 * A name makes PostgreSQL keep the plan of a statement. What is asked again and again is named; a connection keeps
 * its plans until it ends, so there are only so many, and none for lists of any length.
 */
function createStatementNames() {
  const names = new Map<string, string>();
  return ({ sql, args }: { sql: string; args: readonly unknown[] }): string => {
    const known = names.get(sql);
    if (known) return known;
    if (args.length > mostNamedArguments || names.size >= mostNamedStatements) return unnamed;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function roleConnection(at: DatabaseAddress, role: string): pg.PoolConfig {
  // There, a new connection waits until the transaction of another has ended.
  if (isEmbedded(at)) return { ...ownerConnection(at), connectionTimeoutMillis: 15_000 };
  // Options in the address would take the place of ours, and with them of the role.
  const url = new URL(at.connectionString);
  // Plans here fit into memory: a row by its key costs hardly more than the next one of its table.
  const given = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return {
    connectionString: url.href,
    options: `${given} -c role=${role} -c random_page_cost=1.1 -c statement_timeout=15s -c idle_in_transaction_session_timeout=90s`,
    connectionTimeoutMillis: 5_000,
  };
}

function asRole(
  client: PrismaClient,
  at: DatabaseAddress,
  role: string,
  councilId: string | null,
): PrismaClient {
  const first = [
    ...(isEmbedded(at) ? [Prisma.sql`${Prisma.raw(`SET LOCAL ROLE ${role}`)}`] : []),
    ...(councilId === null ? [] : [ofCouncil(councilId)]),
  ];
  if (first.length === 0) return client;
  return client.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        const results: unknown[] = await client.$transaction([
          ...first.map((statement) => client.$executeRaw(statement)),
          query(args) as never,
        ]);
        return results.at(-1);
      },
    },
  }) as unknown as PrismaClient;
}
