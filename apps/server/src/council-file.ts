import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from './environment.ts';
import { sendError } from './errors.ts';
import type { KnownCouncil, Revisions } from './revisions.ts';
import { findUnsafeValue } from './text-safety.ts';

/** GET a file of a council, from any site. What is sent of an example is kept out of search engines. */
export function serveCouncilFile<Params extends { council: string }>(
  app: FastifyInstance,
  path: string,
  { revisions, environment }: { revisions: Revisions; environment: Environment },
  send: (council: KnownCouncil, request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) => unknown,
) {
  app.get<{ Params: Params }>(path, async (request, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
    const problem = findUnsafeValue(request.params);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    const council = await revisions.find((request.params as Params).council);
    if (!council) {
      const message = `There is no such council. ${environment.councilSiteUrl}/ lists them.`;
      return sendError(reply, 404, 'NOT_FOUND', message);
    }
    if (council.isExample) reply.header('x-robots-tag', 'noindex');
    return send(council, request, reply);
  });
}
