import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { type Context, createManageContext, type Editor, manageSchema } from '@open-sanctuary/graphql-schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from './database.ts';
import { documentLimits, limits } from './document-limits.ts';
import { maskUnexpectedErrors, sendError } from './errors.ts';
import { findEditor } from './management-token.ts';
import type { Revisions } from './revisions.ts';
import { findUnsafeValue } from './text-safety.ts';

/** /manage/graphql: for those who keep it true. The same origin only, never cached, a token with each request. */
export async function serveManageGraphQL(
  app: FastifyInstance,
  { management }: Database,
  revisions: Revisions,
) {
  const apollo = new ApolloServer<Context>({
    schema: manageSchema,
    introspection: true,
    persistedQueries: false,
    formatError: maskUnexpectedErrors,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 5 },
    validationRules: [documentLimits],
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  const editors = new WeakMap<FastifyRequest, Editor>();
  const handle = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const editor = editors.get(request);
      if (!editor) throw new Error('Nobody asks.');
      return createManageContext({ management, editor });
    },
  });

  app.route({
    url: '/manage/graphql',
    method: ['GET', 'POST'],
    bodyLimit: 256 * 1024,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      if (['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''))) {
        return sendError(reply, 403, 'FORBIDDEN', 'This address answers its own pages only.');
      }
      const editor = await findEditor(management.read, request.headers.authorization);
      if (!editor) {
        reply.header('www-authenticate', 'Bearer');
        return sendError(
          reply,
          401,
          'UNAUTHENTICATED',
          'Send the management token: "Authorization: Bearer …".',
        );
      }
      const problem = findUnsafeValue(request.body);
      if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
      editors.set(request, editor);
      const answer = await handle.call(app, request, reply);
      // Whoever reads here after this answer reads what was written; and what was written stays so if this fails.
      await revisions.refresh().catch(() => {});
      return answer;
    },
  });
}
