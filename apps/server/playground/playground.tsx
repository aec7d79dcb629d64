import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ask } from './ask.ts';
import { actionIdQuestion, examples, type Example } from './examples.ts';
import { createMemoryStorage } from './memory-storage.ts';

async function findActionId(): Promise<string | undefined> {
  try {
    const { data } = await ask(actionIdQuestion);
    return (data as { council?: { plan?: { action?: { id: string } } } }).council?.plan?.action?.id;
  } catch {
    // The playground opens all the same, and says itself that the API does not answer.
    return undefined;
  }
}

function createTab({ query, variables }: Example, id: string | undefined) {
  const filled = variables && 'id' in variables && id ? { ...variables, id } : variables;
  return { query, variables: filled ? JSON.stringify(filled, null, 2) : null, headers: null };
}

const fetcher: GraphiQLProps['fetcher'] = (question) => ask(question);
const storage = createMemoryStorage();

const root = document.getElementById('playground');
if (root) {
  const id = await findActionId();
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={examples.map((example) => createTab(example, id))}
      defaultEditorToolsVisibility="variables"
      // There is nothing to sign in to: the public API ignores cookies and tokens.
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>Open Sanctuary</GraphiQL.Logo>
    </GraphiQL>,
  );
}
