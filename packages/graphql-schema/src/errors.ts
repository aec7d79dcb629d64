import { GraphQLError } from 'graphql';

type ErrorCode = 'NOT_FOUND' | 'NOT_ALLOWED' | 'INVALID_INPUT' | 'CONFLICT' | 'TRY_LATER';

/** A failure the caller can act on. Everything else reaches them as "Something went wrong". */
export class ExpectedError extends GraphQLError {
  constructor(message: string, code: ErrorCode, details: { currentVersion?: number } = {}) {
    super(message, { extensions: { code, ...details } });
    this.name = 'ExpectedError';
  }
}
