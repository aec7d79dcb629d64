import type { ApolloServer } from '@apollo/server';
import type { PrismaClient } from '@open-sanctuary/database/client';
import { type Context, createContext } from '@open-sanctuary/graphql-schema';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { parse } from 'graphql';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { isSearch } from './private-search.ts';
import type { KnownCouncil, Revisions } from './revisions.ts';

const mostBytes = 64 * 1024 * 1024;
/** Of a question whose answer is kept; nobody has longer ones by chance. */
export const mostCharacters = 1000;
const documents = new Map(Object.entries(persistedDocuments).map(([id, text]) => [id, readDocument(text)]));

function readDocument(text: string) {
  const document = parse(text);
  const declared = document.definitions.flatMap((each) =>
    each.kind === 'OperationDefinition'
      ? (each.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  return { text, declared, isSearch: isSearch(document) };
}

/** Only what the document asks for: anything else would be kept as an answer of its own. */
const pickDeclared = (id: string, given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    (documents.get(id)?.declared ?? []).filter((name) => name in given).map((name) => [name, given[name]]),
  );

/** One of our own documents with the variables that it declares. */
export interface Question {
  documentId: string;
  variables: Record<string, unknown>;
  /** The slug of the council that it is about; empty when it is about no one council. */
  council: string;
  /** The same for the same question. */
  key: string;
}

export function toQuestion(documentId: string, given: Record<string, unknown>): Question {
  const variables = pickDeclared(documentId, given);
  const council = typeof variables['council'] === 'string' ? variables['council'] : '';
  return { documentId, variables, council, key: JSON.stringify([documentId, variables]) };
}

export type Encoding = 'br' | 'gzip';

/** The bytes of an answer, and what they come to in the encodings that somebody has asked for. */
export interface Answer {
  body: Buffer;
  etag: string;
  encoded: Partial<Record<Encoding, Buffer>>;
  /** When what it tells of last changed, where it says so. */
  modified?: Date;
}

/** One of our own documents. */
export const findDocument = (id: string) => documents.get(id);

/**
 * Answers to our own documents, kept for as long as they are true: by document, variables, the council's revision,
 * which rises in the writer's own transaction, and the council's calendar day, on which things become late. Searches
 * are not kept, and no document of ours asks for `opening`, which changes by the minute.
 */
export class Answers {
  readonly #apollo: ApolloServer<Context>;
  readonly #database: PrismaClient;
  readonly #revisions: Revisions;
  /** The least recently asked for comes first. */
  readonly #kept = new Map<string, Kept>();
  #lookedAt: Kept | undefined;
  #bytes = 0;

  constructor(apollo: ApolloServer<Context>, database: PrismaClient, revisions: Revisions) {
    this.#apollo = apollo;
    this.#database = database;
    this.#revisions = revisions;
  }

  /** The answer that is kept, where no more than a look is needed to know that it is true. */
  findKept(question: Question): Answer | undefined {
    const council = this.#revisions.hasTouch ? this.#revisions.findKnown(question.council) : undefined;
    return council && this.#look(this.#keyOf(question, council))?.ready;
  }

  async answer(question: Question): Promise<Answer> {
    const isSearched = findDocument(question.documentId)?.isSearch;
    const council = isSearched ? undefined : await this.#revisions.find(question.council);
    // What somebody looks for is kept nowhere. An unknown council, or a document about no one council, is asked each time: it is rare and small.
    if (!council) return this.ask(question);
    return this.#keep(this.#keyOf(question, council), () => this.ask(question));
  }

  /** An answer that nothing remembers. */
  async ask({ documentId, variables }: Question): Promise<Answer> {
    const contextValue = await createContext({ database: this.#database });
    const data = await this.#execute(documents.get(documentId)?.text ?? '', variables, contextValue);
    return toAnswer(Buffer.from(JSON.stringify({ data })));
  }

  /** What `make` gives, kept for as long as it is true; `name` tells it from all else that is kept of the council. */
  async keep(council: KnownCouncil, name: string, make: () => Promise<Answer>): Promise<Answer> {
    return this.#keep(this.#keyOf({ key: `${council.slug} ${name}` }, council), make);
  }

  #keep(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#look(key);
    if (kept) return kept.answer;
    if (key.length > mostCharacters) return make();
    const asked: Kept = { answer: make(), ready: undefined };
    this.#kept.set(key, asked);
    asked.answer.then(
      (answer) => {
        asked.ready = answer;
        this.#bytes += bytesOf(key, answer);
        this.#makeRoom();
      },
      () => this.#kept.delete(key),
    );
    return asked.answer;
  }

  /** For several questions about one moment: what one has loaded, the next need not load again. */
  async startAsking(): Promise<Ask> {
    const contextValue = await createContext({ database: this.#database });
    return async <Data>(query: string, variables: Record<string, unknown>) =>
      (await this.#execute(query, variables, contextValue)) as Data;
  }

  #keyOf({ key }: Pick<Question, 'key'>, council: KnownCouncil): string {
    return `${council.revision} ${this.#revisions.today(council)} ${key}`;
  }

  #look(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    if (kept && this.#lookedAt !== kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      this.#lookedAt = kept;
    }
    return kept;
  }

  async #execute(query: string, variables: Record<string, unknown>, contextValue: Context) {
    const { body } = await this.#apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer in parts was not expected.');
    const { data, errors } = body.singleResult;
    if (errors)
      throw new FailedAnswer(
        errors[0]?.message ?? '',
        errors[0]?.extensions?.['code'],
        JSON.stringify({ errors, data }),
      );
    return data;
  }

  #makeRoom() {
    for (const [key, { ready }] of this.#kept) {
      if (this.#bytes <= mostBytes) return;
      if (!ready) continue;
      this.#kept.delete(key);
      this.#bytes -= bytesOf(key, ready);
    }
  }
}

/** Asks the public schema, in process. */
export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** All there is of a list, or its first `most` pages; empty where there is no such list. */
export async function listPages<Node>(
  getPage: (after: string | null) => Promise<Page<Node> | undefined>,
  most = Infinity,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let count = 0; count < most; count += 1) {
    const page: Page<Node> | undefined = await getPage(after);
    nodes.push(...(page?.edges ?? []).map(({ node }) => node));
    if (!page?.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return nodes;
}

interface Kept {
  answer: Promise<Answer>;
  /** Undefined while it is under way. */
  ready: Answer | undefined;
}

/** At most, with both encodings, and with what is asked, of which a sign takes two. */
const bytesOf = (key: string, { body }: Answer) => 2 * (key.length + body.length);

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

const compressBrotli = promisify(zlib.brotliCompress);
const compressGzip = promisify(zlib.gzip);

export const toAnswer = (body: Buffer): Answer => ({
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  encoded: {},
});

/** Its bytes in one encoding, compressed for the first who asks; what is sent a thousand times is worth it. */
export async function encode(answer: Answer, encoding: Encoding, quality = 5): Promise<Buffer> {
  const { body } = answer;
  const bytes =
    encoding === 'br'
      ? await compressBrotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } })
      : await compressGzip(body);
  answer.encoded[encoding] = bytes;
  return bytes;
}
