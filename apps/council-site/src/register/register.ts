import type { Environment } from '../environment.ts';

/** The register did not answer, or not with what was asked for. */
export class RegisterUnreachable extends Error {}

/** What the reader asked for can't be asked, such as an address that holds a filter nobody knows. */
export class QuestionRefused extends Error {}

/** More people say something to a council at this moment than can be listened to. */
export class TooManyAtOnce extends Error {}

/** The register of plans, as anybody may ask it: over public GraphQL. */
export interface Register {
  ask<Data>(document: string, variables: object): Promise<Data>;
  /** A published file, such as the list of the widgets' versions. */
  fetchFile(path: string): Promise<unknown>;
}

const deadline = 10_000;

/** Errors with these codes are about the question; all others are about the register. */
const refusals = new Set(['BAD_USER_INPUT', 'INVALID_INPUT', 'QUERY_TOO_COSTLY']);

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export function connectRegister({ apiUrl, siteKey }: Environment): Register {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(siteKey && { authorization: `Bearer ${siteKey}` }),
  };
  return {
    async ask<Data>(document: string, variables: object): Promise<Data> {
      const answer = await fetchJson<Answer<Data>>(`${apiUrl}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: document, variables }),
      });
      const [error] = answer.errors ?? [];
      if (error && refusals.has(error.extensions?.code ?? '')) throw new QuestionRefused(error.message);
      if (error?.extensions?.code === 'TRY_LATER') throw new TooManyAtOnce(error.message);
      if (error || !answer.data) throw new RegisterUnreachable(error?.message ?? 'The answer holds no data.');
      return answer.data;
    },
    fetchFile: (path) => fetchJson(apiUrl + path, {}),
  };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** One page of a list. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** Asks for page after page of a list, `after` the one before, until there are no more. */
export async function askAllPages<Data>(
  register: Register,
  document: string,
  variables: object,
  findPageInfo: (data: Data) => PageInfo | undefined,
): Promise<Data[]> {
  const pages: Data[] = [];
  let after: string | null = null;
  do {
    const page: Data = await register.ask(document, { ...variables, after });
    pages.push(page);
    const pageInfo = findPageInfo(page);
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return pages;
}

async function fetchJson<Body>(url: string, request: RequestInit): Promise<Body> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(deadline) });
    return (await response.json()) as Body;
  } catch (cause) {
    throw new RegisterUnreachable('The register cannot be reached.', { cause });
  }
}
