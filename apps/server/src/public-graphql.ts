import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { type Context, createContext, publicSchema } from '@open-sanctuary/graphql-schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type Answer,
  Answers,
  FailedAnswer,
  findDocument,
  mostCharacters,
  type Question,
  toQuestion,
} from './answers.ts';
import type { Database } from './database.ts';
import { costLimit, documentLimits, limits } from './document-limits.ts';
import { maskUnexpectedErrors, sendError } from './errors.ts';
import { sendPlayground } from './playground.ts';
import { askByPost, isSearchText } from './private-search.ts';
import type { Revisions } from './revisions.ts';
import { sendAnswer } from './send-answer.ts';
import { findUnsafeValue } from './text-safety.ts';

const methods = ['PUT', 'DELETE', 'PATCH'] as const;

const mostKept = 1000;

type Asked = { query?: string; documentId?: string; variables?: string };
type Sent = { documentId?: unknown; variables?: unknown } | null | undefined;

/** /graphql: what everybody may ask, from any site, with no regard to cookies. */
export async function servePublicGraphQL(
  app: FastifyInstance,
  { visitor }: Database,
  revisions: Revisions,
  siteKey: string | undefined,
) {
  const shared = {
    schema: publicSchema,
    introspection: true,
    persistedQueries: false,
    formatError: maskUnexpectedErrors,
    includeStacktraceInErrorResponses: false,
    executionOptions: { maxCoercionErrors: 5 },
  } as const;
  // Nothing here depends on who asks, so a plain GET from any page is safe and needs no preflight.
  const anyDocument = new ApolloServer<Context>({
    ...shared,
    csrfPrevention: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 5 },
    validationRules: [documentLimits],
    plugins: [
      costLimit(publicSchema, siteKey),
      fastifyApolloDrainPlugin(app),
      // Apollo's own page asks other sites for its parts.
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  // Our own documents were weighed when they were written.
  const ownDocuments = new ApolloServer<Context>(shared);
  await Promise.all([anyDocument.start(), ownDocuments.start()]);
  const answers = new Answers(ownDocuments, visitor.read, revisions);
  const handle = fastifyApolloHandler(anyDocument, {
    context: () => createContext({ database: visitor.read }),
  });

  const handler = (request: FastifyRequest<{ Querystring: Asked }>, reply: FastifyReply) => {
    reply.header('x-content-type-options', 'nosniff');
    const { documentId } = request.query;
    const isByAddress = request.method !== 'POST';
    if (isByAddress && documentId) return answerOwnDocument(request, reply, documentId);
    if (isByAddress && !request.query.query && wantsPage(request)) return sendPlayground(request, reply);
    const problem = findUnsafeValue(request.body) ?? findUnsafeValue(request.query);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    if (isByAddress && isSearchText(String(request.query.query ?? '')))
      return sendError(reply, 400, 'ASK_BY_POST', askByPost);
    const { documentId: sentId, variables } = (request.body as Sent) ?? {};
    if (!isByAddress && typeof sentId === 'string') return answerSentDocument(reply, sentId, variables);
    reply.header('cache-control', 'no-store');
    return handle.call(app, request, reply);
  };

  function answerOwnDocument(
    request: FastifyRequest<{ Querystring: Asked }>,
    reply: FastifyReply,
    id: string,
  ) {
    const question = readQuestion(request.url, id, request.query.variables ?? '');
    if ('code' in question) return sendError(reply, 400, question.code, question.message);
    const send = (answer: Answer) => sendAnswer(request, reply, answer, 'application/json; charset=utf-8');
    const kept = answers.findKept(question);
    return kept ? send(kept) : answers.answer(question).then(send, (error) => sendFailure(reply, error));
  }

  /** One of our own documents by POST: what is asked stands in no address, and the answer is kept nowhere. */
  async function answerSentDocument(reply: FastifyReply, id: string, variables: unknown = {}) {
    if (!findDocument(id)) return sendError(reply, 400, unknownDocument.code, unknownDocument.message);
    if (!isRecord(variables))
      return sendError(reply, 400, 'BAD_USER_INPUT', '"variables" must be a JSON object.');
    try {
      const { body } = await answers.ask(toQuestion(id, variables));
      return await reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(body);
    } catch (error) {
      return sendFailure(reply, error);
    }
  }

  function sendFailure(reply: FastifyReply, error: unknown) {
    if (!(error instanceof FailedAnswer)) throw error;
    return reply
      .code(error.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(error.body);
  }

  // Also on what goes wrong before the handler: a page on another site must be able to read why.
  app.addHook('onRequest', ({ url }, reply, done) => {
    if (url.startsWith('/graphql')) reply.header('access-control-allow-origin', '*');
    done();
  });
  app.route({ url: '/graphql', method: ['GET', 'POST'], bodyLimit: 64 * 1024, handler });
  app.options('/graphql', async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type, authorization',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  );
  app.route({
    url: '/graphql',
    method: [...methods],
    handler: async (_request, reply) =>
      sendError(reply.header('allow', 'GET, POST'), 405, 'METHOD_NOT_ALLOWED', 'Ask with GET or POST.'),
  });
  return answers;
}

const wantsPage = ({ headers }: FastifyRequest) => (headers.accept ?? '').includes('text/html');

interface Refusal {
  code: string;
  message: string;
}

const unknownDocument: Refusal = {
  code: 'UNKNOWN_DOCUMENT',
  message: 'No document is known by this documentId. Send the text as "query".',
};

/** Questions read of late, by their address: almost everybody asks the same. */
const readOfLate = new Map<string, Question>();

function readQuestion(address: string, id: string, text: string): Question | Refusal {
  const known = readOfLate.get(address);
  if (known) return known;
  const document = findDocument(id);
  if (!document) return unknownDocument;
  if (document.isSearch) return { code: 'ASK_BY_POST', message: askByPost };
  const variables = readVariables(text);
  if (!variables) return { code: 'BAD_USER_INPUT', message: '"variables" must be a JSON object.' };
  const problem = findUnsafeValue(variables);
  if (problem) return { code: 'BAD_USER_INPUT', message: problem };
  const question = toQuestion(id, variables);
  if (address.length <= mostCharacters) {
    if (readOfLate.size >= mostKept) readOfLate.clear();
    readOfLate.set(address, question);
  }
  return question;
}

function readVariables(text: string): Record<string, unknown> | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
