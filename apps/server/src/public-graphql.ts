import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { type Context, createContext, publicSchema } from '@open-sanctuary/graphql-schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, Answers, FailedAnswer, findDocument, type Question, toQuestion } from './answers.ts';
import type { Database } from './database.ts';
import { costLimit, documentLimits, limits } from './document-limits.ts';
import { maskUnexpectedErrors, sendError } from './errors.ts';
import { sendPlayground } from './playground.ts';
import type { Revisions } from './revisions.ts';
import { sendAnswer } from './send-answer.ts';
import { findUnsafeValue } from './text-safety.ts';

const methods = ['PUT', 'DELETE', 'PATCH'] as const;

const mostKept = 1000;
const longestKept = 1000;

type Asked = { query?: string; documentId?: string; variables?: string };

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
    maxRecursiveSelections: 5000,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 5 },
    validationRules: [documentLimits],
    plugins: [costLimit(publicSchema, siteKey), fastifyApolloDrainPlugin(app)],
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
    if (request.method === 'GET' && documentId) return answerOwnDocument(request, reply, documentId);
    if (request.method === 'GET' && !request.query.query && wantsPage(request))
      return sendPlayground(request, reply);
    const problem = findUnsafeValue(request.body) ?? findUnsafeValue(request.query);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    reply.header('cache-control', 'no-store');
    const posted = findPostedDocument(request.body);
    if (posted) return answerPosted(reply, posted);
    return handle.call(app, request, reply);
  };

  function answerOwnDocument(
    request: FastifyRequest<{ Querystring: Asked }>,
    reply: FastifyReply,
    id: string,
  ) {
    const question = readQuestion(request.url, id, request.query.variables ?? '');
    if ('code' in question) return sendError(reply, 400, question.code, question.message);
    // A cache in between may keep it for a minute; a browser asks whether its copy still holds.
    const send = (answer: Answer) =>
      sendAnswer(request, reply, answer, 'application/json; charset=utf-8', 'public, max-age=0, s-maxage=60');
    const kept = answers.findKept(question);
    return kept ? send(kept) : answers.answer(question).then(send, (error) => sendFailure(reply, error));
  }

  /** What somebody looks for comes in the body, and neither it nor its answer is kept. */
  function answerPosted(reply: FastifyReply, { documentId, variables }: PostedDocument) {
    if (!findDocument(documentId))
      return sendError(reply, 400, unknownDocument.code, unknownDocument.message);
    return answers
      .ask(toQuestion(documentId, variables))
      .then(({ body }) => reply.type('application/json; charset=utf-8').send(body))
      .catch((error) => sendFailure(reply, error));
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

interface PostedDocument {
  documentId: string;
  variables: Record<string, unknown>;
}

/** One of our own documents that was posted; anything else is a document in full, or a mistake that is told. */
function findPostedDocument(body: unknown): PostedDocument | undefined {
  if (typeof body !== 'object' || body === null || 'query' in body || !('documentId' in body))
    return undefined;
  const { documentId } = body;
  const given = 'variables' in body ? body.variables : {};
  if (typeof documentId !== 'string' || typeof given !== 'object' || given === null) return undefined;
  return { documentId, variables: given as Record<string, unknown> };
}

/** Questions read of late, by their address: almost everybody asks the same. */
const readOfLate = new Map<string, Question>();

function readQuestion(address: string, id: string, text: string): Question | Refusal {
  const known = readOfLate.get(address);
  if (known) return known;
  if (!findDocument(id)) return unknownDocument;
  const variables = readVariables(text);
  if (!variables) return { code: 'BAD_USER_INPUT', message: '"variables" must be a JSON object.' };
  const problem = findUnsafeValue(variables);
  if (problem) return { code: 'BAD_USER_INPUT', message: problem };
  const question = toQuestion(id, variables);
  if (address.length <= longestKept) {
    if (readOfLate.size >= mostKept) readOfLate.clear();
    readOfLate.set(address, question);
  }
  return question;
}

function readVariables(text: string): Record<string, unknown> | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
