import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit extends BrowserContextOptions {
  /** What to do before the page opens. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** What a visit left behind: errors in the page, whom it asked, and what stays on the reader's device. */
export interface Traces {
  readonly thrown: readonly string[];
  readonly origins: readonly string[];
  readonly kept: readonly unknown[];
}

/** Opens a page in a fresh browser profile, uses it, and says what that left behind. */
export async function visit(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<void>,
  { before, ...options }: Visit = {},
): Promise<Traces> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const thrown: string[] = [];
  const origins = new Set<string>();
  page.on('pageerror', ({ message }) => thrown.push(message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:') origins.add(origin);
  });
  try {
    await before?.(page);
    await page.goto(url);
    await use(page);
    return { thrown, origins: [...origins].toSorted(), kept: await listKept(page) };
  } finally {
    await context.close();
  }
}

async function listKept(page: Page): Promise<unknown[]> {
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]);
  return [...stored, ...(await page.context().cookies())];
}
