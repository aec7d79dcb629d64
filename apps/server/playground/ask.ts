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
}: Question): Promise<{ readonly data?: Record<string, unknown> }> {
  // For a moment after a change of tabs GraphiQL still names the operation of the tab before.
  const isHere = operationName && query.includes(operationName);
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, ...(isHere && { operationName }) }),
  });
  return response.json() as Promise<{ readonly data?: Record<string, unknown> }>;
}
