import { launchBrowser } from '@open-sanctuary/widgets/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CouncilSite } from '../council-site.ts';
import { examine } from '../testing/barriers.ts';
import { startServer, type RunningServer } from '../testing/server.ts';
import { decode, startSite } from '../testing/site.ts';

let server: RunningServer;
let site: CouncilSite;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  site = await startSite(server);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.stop();
});

async function read(path: string) {
  const response = await fetch(site.url + path);
  const html = await response.text();
  return { status: response.status, html, text: toText(html) };
}

const toText = (html: string) =>
  decode(html.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

interface Answer {
  readonly councils: readonly {
    readonly slug: string;
    readonly name: string;
    readonly reportingEveryMonths: number | null;
    readonly plans: readonly {
      readonly slug: string;
      readonly title: string;
      readonly state: string;
      readonly targets: readonly object[];
      readonly progress: Readonly<
        Record<'total' | 'noDate' | 'noLead' | 'noMeasure' | 'late' | 'stale', number>
      > & {
        readonly byStatus: readonly { readonly count: number }[];
      };
    }[];
  }[];
}

test('every current plan has the numbers that the API counts, column by column', async () => {
  const { councils } =
    await server.ask<Answer>(`{ councils(first: 20) { slug name reportingEveryMonths plans { slug title state
    targets { uuid } progress { total noDate noLead noMeasure late stale byStatus { count } } } } }`);
  const { html } = await read('/compare?examples=1');
  const shown = new Map(
    [...html.matchAll(/<tr[^>]*class="of-plan"[\s\S]*?<\/tr>/g)].map(([row]) => [
      row.match(/class="plan-name" href="([^"]+)"/)?.[1] ?? '',
      [...row.matchAll(/<td[\s\S]*?<\/td>/g)].map(([cell]) => toText(cell)),
    ]),
  );
  const expected = councils.flatMap(({ slug, reportingEveryMonths, plans }) =>
    plans
      .filter(({ state }) => state === 'CURRENT')
      .map(({ slug: plan, progress, targets }) => [
        `/${slug}/plans/${plan}`,
        progress.total === 0
          ? ['No actions to count.']
          : [
              progress.total,
              ...progress.byStatus.map(({ count }) => count),
              progress.noDate,
              progress.noLead,
              progress.noMeasure,
              progress.late,
              reportingEveryMonths === null ? 'not counted' : progress.stale,
              targets.length,
            ].map(String),
      ]),
  );
  expect(expected.length).toBeGreaterThan(4);
  expect([...shown].map(([path, cells]) => [path, cells.slice(0, 13)])).toEqual(
    expected.map(([path, cells]) => [path, (cells ?? []).slice(0, 13)]),
  );
});

test('leaves examples out unless asked for, and marks them', async () => {
  expect((await read('/compare')).html).not.toContain('/fairmead');
  for (const query of ['examples=1', 'council=fairmead']) {
    const { html, text } = await read(`/compare?${query}`);
    expect(html).toContain('href="/fairmead"');
    expect(text).toContain('Invented example');
  }
});

test('says what is published and what is not', async () => {
  const { text } = await read('/compare');
  expect(text).toContain('Plan published, no dates or measures in it. Nothing reported yet.');
  expect(text).toContain('Plan published, no actions in it.');
  expect(text).toContain('Related plan published');
  expect(text).toContain('the council has not said how often it reports');
  expect(text).toContain('What these counts do not say');
});

test('names a chosen council that is not here, and shows the others', async () => {
  const { status, text } = await read('/compare?council=hackney&council=%22%3E%3Cscript%3E');
  expect(status).toBe(200);
  expect(text).toContain('We have no council called “"><script>”.');
  expect(text).toContain('1 council.');
  expect((await read('/compare?council=nowhere')).text).toContain('No council is shown.');
});

test('is found from the list of councils and the site map, and only where there are several councils', async () => {
  expect((await read('/')).html).toContain('<a href="/compare">');
  expect((await read('/sitemap.xml')).html).toContain(`<loc>${site.url}/compare</loc>`);
  const own = await startSite(server, { COUNCIL: 'hackney' });
  try {
    expect((await fetch(`${own.url}/compare`)).status).toBe(404);
    expect(await (await fetch(`${own.url}/sitemap.xml`)).text()).not.toContain('compare');
  } finally {
    await own.close();
  }
});

test('without script a reader ticks councils, and sees these only', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/compare`);
  await page.getByText('Choose councils').click();
  await page.getByLabel('Islington Council').check();
  await page.getByRole('button', { name: 'Show councils' }).click();
  expect(page.url()).toBe(`${site.url}/compare?council=islington`);
  expect(await page.getByRole('rowheader', { name: 'Islington Council' }).count()).toBe(1);
  expect(await page.getByRole('rowheader', { name: 'Hackney Council' }).count()).toBe(0);
  expect(await page.getByLabel('Islington Council').isChecked()).toBe(true);
  await page.getByRole('link', { name: 'Clear the choice' }).click();
  expect(await page.getByRole('status').textContent()).toBe('2 councils.');
  await page.close();
});

test.each([
  [360, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)(
  'at %i pixels, %s, has no barrier that can be found automatically',
  async (width, colorScheme) => {
    const options = { viewport: { width, height: 800 }, colorScheme };
    for (const path of ['/compare?examples=1', '/compare?council=hackney&council=none'])
      expect(await examine(browser, site.url + path, options)).toEqual({ status: 200, violations: [] });
  },
);

test.each([320, 360, 768, 1199, 1201, 1280, 1920])('fits a screen of %i pixels', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${site.url}/compare?examples=1`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.close();
});

test('on a narrow screen every number still says what it counts, and stays a cell of a table', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(`${site.url}/compare?council=hackney`);
  const cells = page.getByRole('cell');
  expect(await cells.count()).toBe(14);
  const labels = await cells.evaluateAll((all) =>
    all.map((cell) => getComputedStyle(cell, '::after').content.replaceAll('"', '')),
  );
  expect(labels).toEqual([
    'Actions',
    'Not reported',
    'Not started',
    'In progress',
    'Delayed',
    'Done',
    'Stopped',
    'No date',
    'No lead',
    'No measure',
    'Late',
    'No recent report',
    'Targets and outcomes',
    'Last report',
  ]);
  await page.close();
});
