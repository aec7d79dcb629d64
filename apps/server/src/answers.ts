import type { ApolloServer } from '@apollo/server';
import type { PrismaClient } from '@open-sanctuary/database/client';
import { calendarDate, type Context, createContext } from '@open-sanctuary/graphql-schema';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Revisions } from './revisions.ts';

const mostBytes = 64 * 1024 * 1024;
const documents = new Map<string, string>(Object.entries(persistedDocuments));

/** The bytes of an answer, ready to be sent in the encodings that browsers ask for. */
export interface Answer {
  body: Buffer;
  etag: string;
  br: Buffer;
  gzip: Buffer;
}

/** The text of one of our own documents. */
export const findDocument = (id: string): string | undefined => documents.get(id);

/**
 * Answers to our own documents, kept for as long as they are true: by document, variables, the council's revision,
 * which rises in the writer's own transaction, and the council's calendar day, on which things become late.
 */
export class Answers {
  readonly #apollo: ApolloServer<Context>;
  readonly #database: PrismaClient;
  readonly #revisions: Revisions;
  readonly #kept = new Map<string, Promise<Answer>>();
  #bytes = 0;

  constructor(apollo: ApolloServer<Context>, database: PrismaClient, revisions: Revisions) {
    this.#apollo = apollo;
    this.#database = database;
    this.#revisions = revisions;
  }

  async answer(documentId: string, variables: Record<string, unknown>): Promise<Answer> {
    const slug = typeof variables['council'] === 'string' ? variables['council'] : '';
    const council = await this.#revisions.find(slug);
    // An unknown council, or a document about no one council, is asked each time: it is rare and small.
    if (!council) return this.#ask(documentId, variables);
    const today = calendarDate(new Date(), council.timeZone);
    const key = JSON.stringify([documentId, council.slug, council.revision, today, sorted(variables)]);
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const asked = this.#ask(documentId, variables);
    this.#kept.set(key, asked);
    asked.then(
      (answer) => this.#makeRoom(answer),
      () => this.#kept.delete(key),
    );
    return asked;
  }

  async #ask(documentId: string, variables: Record<string, unknown>): Promise<Answer> {
    const contextValue = await createContext({ database: this.#database });
    const { body } = await this.#apollo.executeOperation(
      { query: documents.get(documentId) ?? '', variables },
      { contextValue },
    );
    if (body.kind !== 'single') throw new Error('An answer in parts was not expected.');
    const { data, errors } = body.singleResult;
    if (errors)
      throw new FailedAnswer(
        errors[0]?.message ?? '',
        errors[0]?.extensions?.['code'],
        JSON.stringify({ errors, data }),
      );
    return toAnswer(Buffer.from(JSON.stringify({ data })));
  }

  #makeRoom({ body, br, gzip }: Answer) {
    this.#bytes += body.length + br.length + gzip.length;
    for (const [key, kept] of this.#kept) {
      if (this.#bytes <= mostBytes) return;
      this.#kept.delete(key);
      void kept
        .then((old) => (this.#bytes -= old.body.length + old.br.length + old.gzip.length))
        .catch(() => {});
    }
  }
}

/** Our own document could not be answered whole; such an answer is never kept. */
export class FailedAnswer extends Error {
  override name = 'FailedAnswer';
  readonly code: unknown;
  readonly body: string;

  constructor(message: string, code: unknown, body: string) {
    super(message);
    this.code = code;
    this.body = body;
  }
}

const sorted = (variables: Record<string, unknown>) =>
  Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1));

const compressBrotli = promisify(zlib.brotliCompress);
const compressGzip = promisify(zlib.gzip);

/** Compressed once; what is sent a thousand times is worth it. */
export async function toAnswer(body: Buffer, quality = 5): Promise<Answer> {
  const [br, zipped] = await Promise.all([
    compressBrotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } }),
    compressGzip(body),
  ]);
  return {
    body,
    br,
    gzip: zipped,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  };
}
