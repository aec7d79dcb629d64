import type { PGlite } from '@electric-sql/pglite';

const endsTurn = new Set(['Q', 'S', 'X'].map((letter) => letter.charCodeAt(0)));
const sync = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);

interface Watch {
  before(): void;
  after(): void;
}

/**
 * Gives each connection its turn until the message that "ready for query" answers. The socket server queues
 * single protocol messages and keeps a turn only inside a transaction, so that two connections' unnamed
 * statements would mix and one would get the other's rows.
 */
export function withTurns(database: PGlite, watch: Watch): PGlite {
  let isMidTurn = false;
  return new Proxy(database, {
    get(target, key) {
      if (key === 'isInTransaction') return () => isMidTurn || target.isInTransaction();
      if (key === 'execProtocolRawStream') {
        return async (message: Uint8Array, options: Parameters<PGlite['execProtocolRawStream']>[1]) => {
          try {
            watch.before();
            await target.execProtocolRawStream(message, options);
            watch.after();
          } catch {
            // The engine itself failed, and the queue in front of it would wait for ever: whoever needs it
            // starts a fresh process, which finds everything that was committed.
            process.exit(70);
          } finally {
            const kind = message[0] ?? 0;
            isMidTurn = kind !== 0 && !endsTurn.has(kind);
          }
        };
      }
      // The socket server rolls back so what a lost connection had begun.
      if (key === 'exec') {
        return async (sql: string) => {
          if (isMidTurn) await target.execProtocolRaw(sync);
          isMidTurn = false;
          return target.exec(sql);
        };
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
