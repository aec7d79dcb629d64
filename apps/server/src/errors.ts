import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';

const longestMessage = 300;
const unexpected = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side. It was noted.',
};

/** An answer in the form that GraphQL clients understand, whatever the route. */
export function sendError(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  extensions: Readonly<Record<string, string>> = {},
) {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ errors: [{ message: message.slice(0, longestMessage), extensions: { code, ...extensions } }] });
}

/** Lets through what a caller can act on; everything else becomes one sentence with a number that finds the log line. */
export function maskUnexpectedErrors(shown: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  if (cause instanceof GraphQLError) {
    const { stacktrace: _, ...extensions } = shown.extensions ?? {};
    return { ...shown, message: shown.message.slice(0, longestMessage), extensions };
  }
  return {
    message: unexpected.message,
    extensions: { code: unexpected.code, requestId: noteUnexpected(cause) },
  };
}

/** JSON for every failure, also those before GraphQL: a broken body, a wrong method, a path that is not there. */
export function answerErrorsAsJson(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendError(reply, status, codes[status] ?? 'BAD_REQUEST', error.message);
    return sendError(reply, status, unexpected.code, unexpected.message, {
      requestId: noteUnexpected(error),
    });
  });
  app.setNotFoundHandler((_request, reply) =>
    sendError(reply, 404, 'NOT_FOUND', 'There is nothing at this address.'),
  );
}

const codes: Record<number, string> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The kind and place of an unexpected failure go to the log; what was asked for does not. */
function noteUnexpected(error: unknown): string {
  const requestId = randomUUID();
  // Behind the message, which may repeat what somebody asked.
  const place =
    error instanceof Error
      ? error.stack
          ?.replace(error.message, '')
          .split('\n')
          .find((line) => /^\s+at /.test(line))
          ?.trim()
      : '';
  const code = (error as { code?: unknown } | null)?.code;
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      requestId,
      error: error instanceof Error ? error.name : typeof error,
      ...(typeof code === 'string' ? { code } : {}),
      place,
    }),
  );
  return requestId;
}
