interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** The answer of the API that serves this page, errors included. */
export async function ask({
  query,
  operationName,
  variables,
}: Question): Promise<{ readonly data?: unknown }> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, operationName, variables }),
  });
  return response.json() as Promise<{ readonly data?: unknown }>;
}
