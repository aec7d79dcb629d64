import { type DocumentNode, parse, visit } from 'graphql';

/** Said to whoever sends a search in an address, where it would be logged and remembered. */
export const askByPost =
  'What somebody looks for belongs in no address. Send a search by POST: {"query": …, "variables": …} as JSON.';

/** Whether a document asks for services that fit what somebody looks for. */
export function isSearch(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field({ name, arguments: given }) {
      isFound ||= name.value === 'services' && !!given?.some((each) => each.name.value === 'filter');
    },
  });
  return isFound;
}

/** The same of a text; one that cannot be read is no search, and is refused as what it is. */
export function isSearchText(text: string): boolean {
  if (!text.includes('filter')) return false;
  try {
    return isSearch(parse(text, { maxTokens: 5000 }));
  } catch {
    return false;
  }
}
