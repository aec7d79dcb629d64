import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCharitySite, type CharitySite } from './charity-site.ts';
import { launchBrowser } from './testing/browser.ts';
import { startServer, type RunningServer } from './testing/server.ts';
import { visit, type Visit } from './testing/visit.ts';

const councilSiteUrl = 'https://plans.example';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: RunningServer;
let site: CharitySite;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ councilSiteUrl })]);
  site = await startCharitySite({ port: 0, serverUrl: server.url, councilSiteUrl });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.stop();
}, 30_000);

/** Every visit has to leave nothing behind, and to ask nobody but the charity and the origin of the script. */
async function open(path: string, use: (page: Page) => Promise<void>, options?: Visit): Promise<void> {
  const { thrown, origins, kept } = await visit(browser, site.url + path, use, options);
  expect(thrown).toEqual([]);
  expect([site.url, server.url]).toEqual(expect.arrayContaining([...origins]));
  expect(kept).toEqual([]);
}

const tracker = (page: Page) => page.locator('sanctuary-action-tracker');
const actions = (page: Page) => tracker(page).locator('details[data-ref]');
const seats = (page: Page) => page.locator('sanctuary-steering-group [part=seat]');
const services = (page: Page) => page.locator('sanctuary-service-finder [part=service]');
/** What a page is there for. */
const shown = (page: Page, path: string) =>
  (path === '/group.html' ? seats : path === '/help.html' ? services : actions)(page).first();
const link = (page: Page) =>
  tracker(page)
    .first()
    .getByRole('link', { name: /^Hackney's sanctuary/ });
const countReports = async () =>
  ((await (await fetch(`${site.url}/csp-reports`)).json()) as { reports: number }).reports;

describe('the pasted tracker', () => {
  test('is pasted as the council gives it', () => {
    const page = readFileSync(new URL('../pages/plan.html', import.meta.url), 'utf8');
    expect(page).toContain(
      '<script type="module" src="http://localhost:4000/embed/v1/sanctuary.js"></script>',
    );
    expect(page).toContain(
      `<sanctuary-action-tracker council="hackney" plan="2026-2029"><a href="http://localhost:4001/hackney/plans/2026-2029">Hackney's sanctuary action plan</a></sanctuary-action-tracker>`,
    );
  });

  test('shows all 35 actions of Hackney on another origin', async () => {
    expect(new URL(site.url).origin).not.toBe(new URL(server.url).origin);
    await open('/plan.html', async (page) => {
      await actions(page).first().waitFor();
      await expect.poll(() => actions(page).count()).toBe(35);
      expect(await link(page).isVisible()).toBe(false);
    });
  });

  test('works under the strict policy without a single report', async () => {
    const before = await countReports();
    await open('/strict.html', async (page) => {
      await actions(page).first().waitFor();
      await actions(page).first().locator('summary').first().click();
      await expect.poll(() => actions(page).count()).toBe(35);
    });
    expect(await countReports()).toBe(before);
  });

  test('would be reported if it broke the strict policy', async () => {
    const before = await countReports();
    await open('/strict.html', async (page) => {
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await expect.poll(countReports).toBe(before + 1);
    });
  });

  test('stays readable under a hostile stylesheet', async () => {
    const before = await countReports();
    await open('/hostile.html', async (page) => {
      await actions(page).first().waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('10px');
      await actions(page).first().locator('summary').first().click();
      const looks = await tracker(page)
        .locator('details[data-ref], summary, button, select, label, ul, li, h2, h3')
        .evaluateAll((all) =>
          all
            .filter((each) => each.checkVisibility())
            .map((each) => {
              const { display, visibility, opacity, float, letterSpacing, textTransform, fontSize } =
                getComputedStyle(each);
              return { display, visibility, opacity, float, letterSpacing, textTransform, fontSize };
            }),
        );
      expect(looks.length).toBeGreaterThan(50);
      for (const { display, fontSize, ...rest } of looks) {
        expect(display).not.toBe('none');
        expect(Number.parseFloat(fontSize)).toBeGreaterThanOrEqual(13);
        expect(rest).toEqual({
          visibility: 'visible',
          opacity: '1',
          float: 'none',
          letterSpacing: 'normal',
          textTransform: 'none',
        });
      }
      expect(
        await actions(page).evaluateAll((all) => all.filter((each) => !each.checkVisibility()).length),
      ).toBe(0);
    });
    expect(await countReports()).toBe(before);
  });

  test('stands twice on a page, in two languages, from one script', async () => {
    const asked: string[] = [];
    await open(
      '/two.html',
      async (page) => {
        await actions(page).first().waitFor();
        await tracker(page).nth(1).scrollIntoViewIfNeeded();
        const arabic = tracker(page).nth(1);
        await arabic.locator('details[data-ref]').first().waitFor();
        expect(await tracker(page).first().locator('.sanctuary').getAttribute('dir')).toBe('ltr');
        expect(await arabic.locator('.sanctuary').getAttribute('dir')).toBe('rtl');
        await arabic.getByRole('heading', { name: 'خطة فيرميد للملاذ' }).waitFor();
        expect(asked.filter((url) => url.endsWith('.js'))).toHaveLength(1);
        expect(new Set(asked.filter((url) => url.includes('/graphql'))).size).toBe(2);
      },
      { before: async (page) => page.on('request', (request) => asked.push(request.url())) },
    );
  });
});

describe('the pasted steering group', () => {
  test('is pasted as the council gives it', () => {
    expect(readFileSync(new URL('../pages/group.html', import.meta.url), 'utf8')).toContain(
      `<sanctuary-steering-group council="fairmead"><a href="http://localhost:4001/fairmead/members">Fairmead's sanctuary steering group</a></sanctuary-steering-group>`,
    );
  });

  test('shows who sits on it, when it meets and what it decided', async () => {
    await open('/group.html', async (page) => {
      await seats(page).first().waitFor();
      const group = page.locator('sanctuary-steering-group');
      await group.getByRole('heading', { name: 'Next meeting' }).waitFor();
      const decided = group.locator('details.meeting', { hasText: /\d decision/ }).first();
      await decided.locator('summary').click();
      await decided.locator('li').first().waitFor();
      const calendar = await group.getByRole('link', { name: 'Add to calendar' }).getAttribute('href');
      expect(calendar).toBe(`${server.url}/feeds/fairmead/meetings.ics`);
    });
  });

  test('leaves the link to the group without JavaScript', async () => {
    await open(
      '/group.html',
      async (page) =>
        expect(
          await page.getByRole('link', { name: "Fairmead's sanctuary steering group" }).isVisible(),
        ).toBe(true),
      { javaScriptEnabled: false },
    );
  });
});

describe('the pasted service finder', () => {
  test('is pasted as the council gives it', () => {
    expect(readFileSync(new URL('../pages/help.html', import.meta.url), 'utf8')).toContain(
      `<sanctuary-service-finder council="hackney"><a href="http://localhost:4001/hackney/services">Help for people seeking sanctuary in Hackney</a></sanctuary-service-finder>`,
    );
  });

  test('finds help in two councils, and asks nobody while somebody looks', async () => {
    const asked: string[] = [];
    await open(
      '/help.html',
      async (page) => {
        await services(page).first().waitFor();
        const fairmead = page.locator('sanctuary-service-finder').nth(1);
        await fairmead.scrollIntoViewIfNeeded();
        await fairmead.locator('[part=service]').nth(19).waitFor();
        await page.waitForTimeout(300);
        const before = asked.length;
        await fairmead.locator('[name=need]').selectOption('FOOD');
        await fairmead.locator('[name=where]').fill('E8');
        await fairmead.getByText(/services? near E8 \(area of the postcode\)/).waitFor();
        await fairmead.locator('[part=service] summary').first().click();
        await fairmead.getByText('Who can use it').first().waitFor();
        expect(asked.slice(before)).toEqual([]);
      },
      { before: async (page) => page.on('request', (request) => asked.push(request.url())) },
    );
  });

  test('leaves the link to the services without JavaScript', async () => {
    await open(
      '/help.html',
      async (page) => expect(await page.getByRole('link', { name: 'in Hackney' }).isVisible()).toBe(true),
      { javaScriptEnabled: false },
    );
  });
});

describe('the link inside the tag stays', () => {
  test('without JavaScript', async () => {
    await open(
      '/plan.html',
      async (page) => {
        expect(await link(page).isVisible()).toBe(true);
        expect(await link(page).getAttribute('href')).toBe(`${councilSiteUrl}/hackney/plans/2026-2029`);
      },
      { javaScriptEnabled: false },
    );
  });

  test('when the script cannot be loaded', async () => {
    await open('/plan.html', async (page) => expect(await link(page).isVisible()).toBe(true), {
      before: (page) => page.route(`${server.url}/**`, (route) => route.abort()),
    });
  });

  test('when the API is down, and the tracker says so', async () => {
    let refused = 0;
    await open(
      '/plan.html',
      async (page) => {
        await tracker(page).getByText('The plan could not be loaded.').waitFor();
        expect(await link(page).isVisible()).toBe(true);
        // It asks again when the stream is refused as well, and then not for a minute: the reader can at once.
        await expect.poll(() => refused).toBe(2);
        await page.unroute(`${server.url}/graphql**`);
        await tracker(page).getByRole('button', { name: 'Try again' }).click();
        await actions(page).first().waitFor();
      },
      {
        before: async (page) => {
          await page.route(`${server.url}/live/**`, (route) => route.fulfill({ status: 503 }));
          await page.route(`${server.url}/graphql**`, (route) => {
            refused += 1;
            return route.abort();
          });
        },
      },
    );
  });
});

const paths = [
  '/',
  '/plan.html',
  '/fairmead.html',
  '/group.html',
  '/help.html',
  '/two.html',
  '/strict.html',
  '/hostile.html',
];

describe('every page', () => {
  test.each(paths)('%s passes axe', async (path) => {
    await open(path, async (page) => {
      if (path !== '/') await shown(page, path).waitFor();
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const found = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      });
      expect(violations).toEqual([]);
    });
  });

  test.each(paths.filter((path) => path !== '/hostile.html'))('%s fits a screen of 360 px', async (path) => {
    await open(
      path,
      async (page) => {
        if (path !== '/') await shown(page, path).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  test('says that the charity is invented', async () => {
    for (const path of paths) {
      expect(await (await fetch(site.url + path)).text()).toMatch(/invented charity/);
    }
  });
});

describe.each([
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
])('at $width px', (viewport) => {
  test.each([
    ['when the plan comes', undefined],
    ['when it cannot be loaded', '/graphql**'],
  ])('nothing jumps %s', async (_when, blocked) => {
    await open(
      '/plan.html',
      async (page) => {
        await (blocked ? tracker(page).getByRole('button') : actions(page).first()).waitFor();
        await page.waitForTimeout(300);
        expect(await page.evaluate(sumOfShifts)).toBeLessThanOrEqual(0.01);
      },
      {
        viewport,
        before: async (page) => {
          await page.addInitScript(observeShifts);
          if (blocked) await page.route(server.url + blocked, (route) => route.abort());
        },
      },
    );
  });
});

interface Observing {
  shifts: number;
}

function observeShifts(): void {
  const observing = window as unknown as Observing;
  observing.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observing.shifts += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

const sumOfShifts = () => (window as unknown as Observing).shifts;

test('a report shows within a second of being published, without a reload', async () => {
  await open('/fairmead.html', async (page) => {
    const action = tracker(page).locator('details[data-ref="1.2"]');
    await action.locator('summary').first().click();
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await publishReport('1.2', 'Every desk in the library can now call an interpreter.');
    await action
      .getByText('Every desk in the library can now call an interpreter.')
      .waitFor({ timeout: 1000 });
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    expect(await action.getAttribute('open')).not.toBeNull();
  });
});

async function publishReport(ref: string, whatHappened: string): Promise<void> {
  const { council } = await server.manage<{
    council: { plan: { action: { id: string; version: number } } };
  }>(
    `query ($ref: String!) {
      council(slug: "fairmead") { plan(slug: "2025-2028") { action(ref: $ref) { id version } } }
    }`,
    { ref },
  );
  const { id, version } = council.plan.action;
  await server.manage(`mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }`, {
    input: { actionId: id, expectedVersion: version, status: 'IN_PROGRESS', whatHappened },
  });
}
