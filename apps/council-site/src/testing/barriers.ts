import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

interface Examiner {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** What keeps people from using a page, as far as it can be found automatically: axe by WCAG 2.2 AA and its best practice. */
export async function examine(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newPage']>[0] = {},
  act?: (page: Page) => Promise<void>,
): Promise<{ status: number | undefined; violations: string[] }> {
  const page = await browser.newPage({ ...options, bypassCSP: true });
  await page.addInitScript(axe.source);
  const response = await page.goto(url);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('sanctuary-action-tracker')].every(({ shadowRoot }) =>
      shadowRoot?.querySelector('[part=progress]'),
    ),
  );
  await act?.(page);
  const violations = await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const examiner = (window as unknown as { axe: Examiner }).axe;
    const found = await examiner.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`),
    );
  });
  await page.close();
  return { status: response?.status(), violations };
}
