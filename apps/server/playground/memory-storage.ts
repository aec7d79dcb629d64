import type { GraphiQLProps } from 'graphiql';

/** What the playground keeps is gone when the page closes: nothing that somebody asks for stays on the computer. */
export function createMemoryStorage(): NonNullable<GraphiQLProps['storage']> {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
