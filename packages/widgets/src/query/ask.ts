import { remember } from '@open-sanctuary/service-rules/remember';

/** Why there is no answer. */
export type Failure = 'offline' | 'slow' | 'refused' | 'malformed';

export interface Answered<Data> {
  readonly data: Data;
  /** Some fields could not be answered and are null. */
  readonly isPartial: boolean;
  readonly at: Date;
}

export class AskError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

/** A person waits no longer than this. */
const deadline = 15_000;

/** Nobody learns who asks, nor from which page. */
export const manners = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

// Two widgets that want the same share one request and one answer, for as long as either wants it.
const requests = new Map<string, Promise<Answered<unknown>>>();

/** The address of a persisted document's answer: short, without a preflight, kept by the browser's own cache. */
export const askUrl = (api: string, documentId: string, variables: object): string =>
  `${api}/graphql?documentId=${documentId}&variables=${encodeURIComponent(JSON.stringify(variables))}`;

/** The answer behind an address: the one that is there, or with `isFresh` a new one (shared while it is under way). */
export function ask<Data>(url: string, isFresh: boolean): Promise<Answered<Data>> {
  const key = isFresh ? `fresh ${url}` : url;
  const request = remember(requests, key, () =>
    // The browser asks whether its copy still holds, and mostly hears that it does.
    fetchAnswer(url, { cache: isFresh ? 'no-cache' : 'default' }),
  );
  // A new answer takes the place of the one before; what failed is asked for again.
  request
    .then(() => isFresh && requests.delete(key) && requests.has(url) && requests.set(url, request))
    .catch(() => requests.delete(key));
  return request as Promise<Answered<Data>>;
}

/** Lets go of an answer that nobody shows any more. */
export function forget(url: string): void {
  requests.delete(url);
}

/** Asks with the variables in the body, for what must stand in no address; neither shared nor kept. */
export const askByPost = <Data>(
  api: string,
  documentId: string,
  variables: object,
): Promise<Answered<Data>> =>
  fetchAnswer(`${api}/graphql`, {
    method: 'POST',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    // As text: in the built script names of our own members are shortened, also where an object has them.
    body: `{"documentId":"${documentId}","variables":${JSON.stringify(variables)}}`,
  }) as Promise<Answered<Data>>;

async function fetchAnswer(url: string, init: RequestInit): Promise<Answered<unknown>> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deadline);
  try {
    const response = await fetch(url, Object.assign({ signal: controller.signal }, manners, init));
    if (!response.ok) throw new AskError('refused');
    const { data, errors } = Object((await response.json()) as unknown) as {
      data?: unknown;
      errors?: unknown;
    };
    if (!data) throw new AskError(errors ? 'refused' : 'malformed');
    return { data, isPartial: Boolean(errors), at: new Date() };
  } catch (error) {
    // Without a failure of its own: what came is malformed.
    if (error instanceof AskError || error instanceof SyntaxError) throw error;
    throw new AskError(controller.signal.aborted ? 'slow' : navigator.onLine ? 'refused' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}
