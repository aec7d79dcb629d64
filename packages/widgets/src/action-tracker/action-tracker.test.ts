import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  colourSchemes,
  countListeners,
  fail,
  ground,
  hang,
  hostileStyle,
  listBoxes,
  listHeard,
  listViolations,
  measureShift,
  openPartnerSite,
  strictPolicy,
  watchEvents,
  watchListeners,
  type PartnerSite,
  type Visit,
} from '../testing/partner-page.ts';
import type { StandInServer } from '../testing/stand-in-server.ts';
import { examples } from './action-tracker.examples.ts';

let partner: PartnerSite;
let server: StandInServer;

beforeAll(async () => {
  partner = await openPartnerSite();
  ({ server } = partner);
});

afterAll(async () => partner?.close());

beforeEach(async () => {
  await expect.poll(() => server.streams()).toBe(0);
  partner.reset(examples.ready);
});

const visit = (body: string, use: (page: Page) => Promise<void>, options?: Visit) =>
  partner.visit(body, use, options);

const link = '<a href="https://fairmead.example/plan">Fairmead’s sanctuary action plan</a>';
const tag = (attributes = '', content = link) =>
  `<sanctuary-action-tracker council="fairmead" plan="2026-2029" ${attributes}>${content}</sanctuary-action-tracker>`;

/** What stands last is drawn last. */
const isReady = (page: Page) => page.locator('[part=footer]').first().waitFor();
/** Also what is drawn later, inside of actions that are closed. */
const isWhole = async (page: Page) => {
  await isReady(page);
  await expect.poll(() => page.locator('.opened:empty').count()).toBe(0);
};
const shown = (page: Page) => page.locator('sanctuary-action-tracker .sanctuary');
const statusOf = (page: Page) => page.locator('[role=status]').first();
const action = (page: Page, ref: string) => page.locator(`details[data-ref="${ref}"]`);

describe('everybody can use it: axe finds nothing', () => {
  const states: Record<string, { answer: unknown; reach(page: Page): Promise<unknown> }> = {
    waiting: { answer: hang, reach: (page) => page.getByText(/loading…|جارٍ/).waitFor() },
    ready: {
      answer: examples.arabic,
      async reach(page) {
        await isReady(page);
        for (const ref of ['1.1', '1.2', '2.1']) await action(page, ref).locator('summary').first().click();
        for (const summary of await action(page, '1.2').locator('.history summary').all()) {
          await summary.click();
        }
      },
    },
    filtered: {
      answer: examples.arabic,
      async reach(page) {
        await isReady(page);
        await page.locator('input[name=late]').check();
        await page.locator('button.button').waitFor();
      },
    },
    empty: { answer: examples.emptyPlan, reach: (page) => page.locator('header').waitFor() },
    failed: { answer: fail, reach: (page) => shown(page).locator('button').waitFor() },
  };
  for (const [state, { answer, reach }] of Object.entries(states)) {
    for (const lang of ['en', 'ar']) {
      for (const [name, options] of Object.entries(colourSchemes)) {
        test(`${state}, ${lang}, ${name}`, async () => {
          server.answer = answer;
          await visit(
            tag(),
            async (page) => {
              await reach(page);
              expect(await listViolations(page)).toEqual([]);
            },
            { lang, head: ground, ...options },
          );
        });
      }
    }
  }
});

describe('it fits', () => {
  test.each(['en', 'ar'])(
    'a screen of 320 px without sideways scrolling, also with very long words (%s)',
    async (lang) => {
      for (const answer of [examples.longNames, examples.arabic]) {
        server.answer = answer;
        await visit(
          tag(),
          async (page) => {
            await page.locator('details.action').first().waitFor();
            await page.evaluate(() => {
              const { shadowRoot } = document.querySelector('sanctuary-action-tracker') as HTMLElement;
              for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
            });
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
          },
          { lang, viewport: { width: 320, height: 640 } },
        );
      }
    },
  );

  test('a narrow line shows its arrow whole, and a dot only between two facts', async () => {
    await visit(
      tag(),
      async (page) => {
        await page.locator('.action').first().waitFor();
        const look = await page
          .locator('.action')
          .first()
          .evaluate((line) => {
            const arrow = getComputedStyle(line.querySelector('.ref') ?? line, '::before');
            const facts = line.querySelector('.facts') ?? line;
            const dot = getComputedStyle(facts.querySelector('span') ?? facts, '::before');
            const side = parseFloat(arrow.width) + parseFloat(arrow.borderRightWidth);
            return {
              // Turned by 45°, a square reaches over its own edge.
              isWhole: parseFloat(arrow.marginInlineStart) >= (side * (Math.SQRT2 - 1)) / 2,
              dotBefore: parseFloat(dot.marginInlineStart) + parseFloat(dot.marginInlineEnd) < 0,
              isHiddenAtEdge: getComputedStyle(facts).overflow === 'hidden',
            };
          });
        expect(look).toEqual({ isWhole: true, dotBefore: true, isHiddenAtEdge: true });
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test('controls are at least 44 px high', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.locator('input[name=stale]').check();
      const low = await shown(page).evaluate((root) =>
        [
          ...root.querySelectorAll(
            'button, select, input[type=search], .toggle, summary, footer a, .opened > p > a',
          ),
        ]
          .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML),
      );
      expect(low).toEqual([]);
    });
  });

  test('paper: no filters, everything opened', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('form').isVisible()).toBe(false);
      await page.getByText('People were given seven days').waitFor();
      expect(await page.getByText('A contract for telephone interpreting').isVisible()).toBe(true);
    });
  });
});

test('the keyboard reaches the filters, opens an action and keeps its place when they are cleared', async () => {
  await visit(tag(), async (page) => {
    await isReady(page);
    await page.locator('input[name=late]').focus();
    await page.keyboard.press('Space');
    await page.getByText('1 of 10 actions').waitFor();
    await page.locator('input[type=search]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toContain('2.1');
    await page.keyboard.press('Enter');
    await page.getByText('waits for legal advice').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('10 actions', { exact: true }).waitFor();
    expect(await page.evaluate(focused)).toContain('All');
    expect(await page.locator('input[name=late]').isChecked()).toBe(false);
    expect(await page.getByText('waits for legal advice').isVisible()).toBe(true);
  });
});

const focused = () => document.activeElement?.shadowRoot?.activeElement?.textContent ?? '';

test('filters combine, and the count of what is left is said', async () => {
  await visit(tag(), async (page) => {
    await isReady(page);
    await page.locator('[name=theme]').selectOption('1');
    await page.getByLabel('Words').fill('welcome');
    await page.getByText('2 of 10 actions').waitFor();
    await expect.poll(() => page.locator('details.action').count()).toBe(2);
    await page.locator('[name=status]').selectOption('STOPPED');
    await page.getByText('No action fits.').waitFor();
  });
});

test('a tag may show one theme or status at first', async () => {
  await visit(tag('theme-ref="2" status="STOPPED"'), async (page) => {
    await page.getByText('1 of 10 actions').waitFor();
    expect(await page.locator('[name=theme]').inputValue()).toBe('2');
  });
});

describe('it is a good guest', () => {
  test('a strict page gets no report, and sees the same', async () => {
    partner.headers = {
      'content-security-policy': strictPolicy(server.origin),
    };
    server.answer = examples.arabic;
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await action(page, '1.2').locator('summary').first().click();
        expect(
          await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height),
        ).toBeGreaterThan(20);
        expect(partner.reports).toEqual([]);
      },
      { lang: 'ar' },
    );
  });

  test('a hostile stylesheet moves nothing inside', async () => {
    const seen: string[][] = [];
    for (const head of ['<style>main { width: 900px }</style>', hostileStyle]) {
      await visit(
        tag('loading="eager"'),
        async (page) => {
          await isWhole(page);
          seen.push(await listBoxes(page, 'sanctuary-action-tracker'));
        },
        // High enough for all: what is far from the screen has no exact place yet.
        { head, viewport: { width: 1000, height: 9000 } },
      );
    }
    expect(seen[0]?.length).toBeGreaterThan(300);
    expect(seen[1]).toEqual(seen[0]);
  });

  test('two on a page share one script, one request and one stream', async () => {
    await visit(tag() + tag('heading-level="3"'), async (page) => {
      await page.locator('h3', { hasText: 'Fairmead sanctuary' }).waitFor();
      await expect.poll(() => server.streams()).toBe(1);
      expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
      expect(server.asked.filter((path) => path.startsWith('/live'))).toEqual(['/live/fairmead']);
    });
  });

  test('two languages stand on one page, and each has its switch', async () => {
    server.answer = examples.arabic;
    await visit(`<div lang="ar-SY">${tag()}</div>${tag('lang="en"')}`, async (page) => {
      await page.locator('[dir=rtl]').getByText('إجراء 1.2').waitFor();
      await page.getByText('Progress', { exact: true }).waitFor();
      await page.locator('[dir=rtl]').getByRole('button', { name: 'English' }).click();
      await expect.poll(() => page.getByText('Needs attention').count()).toBe(2);
    });
  });

  test('moved it goes on, removed it leaves nothing behind', async () => {
    await visit(
      `<div id="there"></div>`,
      async (page) => {
        await page.evaluate(() => customElements.whenDefined('sanctuary-action-tracker'));
        const before = await countListeners(page);
        await page.evaluate(
          (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
          tag(),
        );
        await isReady(page);
        await expect.poll(() => server.streams()).toBe(1);
        await page.evaluate(() =>
          document.querySelector('#there')?.append(document.querySelector('sanctuary-action-tracker') ?? ''),
        );
        await page.getByLabel('Words').fill('interpreter');
        await page.getByText('1 of 10 actions').waitFor();
        expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
        expect(server.streams()).toBe(1);
        expect(await countListeners(page)).toBeGreaterThan(before);
        await page.evaluate(() => document.querySelector('sanctuary-action-tracker')?.remove());
        await expect.poll(() => server.streams()).toBe(0);
        expect(await countListeners(page)).toBe(before);
      },
      {
        before: watchListeners,
      },
    );
  });

  test('it leaves no name on the window of the page', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        const added = await page.evaluate(() => {
          const { known } = window as unknown as { known: readonly string[] };
          return Object.getOwnPropertyNames(window).filter((name) => !known.includes(name));
        });
        expect(added).toEqual([]);
      },
      {
        before: (page) =>
          page.addInitScript(() => {
            Object.assign(window, { known: ['known', ...Object.getOwnPropertyNames(window)] });
          }),
      },
    );
  });

  test('wrong values give the documented defaults', async () => {
    await visit(
      tag('heading-level="one" loading="?" theme="pink" lang="xx" api="nonsense" status="GONE"'),
      async (page) => {
        await page.locator('h2', { hasText: 'Fairmead sanctuary' }).waitFor();
        await page.getByText('10 actions', { exact: true }).waitFor();
      },
    );
  });

  test('every attribute that it knows is in its published description', async () => {
    const { modules } = JSON.parse(
      readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
    ) as {
      modules: { declarations: { attributes: { name: string }[] }[] }[];
    };
    await visit(tag(), async (page) => {
      const known = await page.evaluate(async () => {
        const element = await customElements.whenDefined('sanctuary-action-tracker');
        return (element as unknown as { observedAttributes: string[] }).observedAttributes;
      });
      expect(modules[0]?.declarations[0]?.attributes.map(({ name }) => name).toSorted()).toEqual(
        known.toSorted(),
      );
    });
  });

  test('a property set before or after the script is the attribute', async () => {
    await visit('<div id="there"></div>', async (page) => {
      await page.evaluate(async () => {
        await customElements.whenDefined('sanctuary-action-tracker');
        const tracker = document.createElement('sanctuary-action-tracker');
        Object.assign(tracker, { council: 'fairmead', plan: '2026-2029', headingLevel: 4 });
        document.querySelector('#there')?.append(tracker);
      });
      await page.locator('h4', { hasText: 'Fairmead sanctuary' }).waitFor();
      expect(await page.locator('sanctuary-action-tracker').getAttribute('heading-level')).toBe('4');
    });
  });

  test('far below the screen it asks for nothing, unless it is told to be eager', async () => {
    const far = '<div style="height: 5000px"></div>';
    await visit(far + tag(), async (page) => {
      await page.waitForTimeout(150);
      expect(server.asked.filter((path) => !path.startsWith('/embed'))).toEqual([]);
      await page.locator('sanctuary-action-tracker').scrollIntoViewIfNeeded();
      await isReady(page);
    });
    await visit(far + tag('loading="eager"'), isReady);
  });

  test('a tag without a plan shows the current sanctuary plan', async () => {
    server.answer = (request: { url?: string }, response: ServerResponse) => {
      const { council } = examples.ready;
      const isNamed = decodeURIComponent(request.url ?? '').includes('"plan":"2026-2029"');
      response.end(
        JSON.stringify({ data: { council: { ...council, plan: isNamed ? council?.plan : null } } }),
      );
    };
    await visit('<sanctuary-action-tracker council="fairmead"></sanctuary-action-tracker>', isReady);
  });

  test('it stores nothing, and sends neither cookie nor address of the page', async () => {
    const headers: Record<string, string>[] = [];
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        expect(
          await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
        ).toEqual(['known=1', 0, 0]);
        expect(headers.length).toBeGreaterThan(0);
        for (const each of headers) expect(`${each['cookie'] ?? ''}${each['referer'] ?? ''}`).toBe('');
      },
      {
        before: async (page) => {
          await page.context().addCookies([{ name: 'known', value: '1', url: server.origin }]);
          page.on('request', (request) => {
            const { host, pathname } = new URL(request.url());
            expect([new URL(server.origin).host, new URL(partner.origin).host]).toContain(host);
            if (pathname === '/graphql') headers.push(request.headers());
          });
        },
      },
    );
  });

  test('a page hears what happens, without the reader’s words', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await page.getByLabel('Words').fill('my secret');
        await page.getByLabel('Words').fill('');
        await action(page, '1.1').locator('summary').click();
        await expect.poll(() => listHeard(page)).toContain('sanctuary-open {"ref":"1.1","isOpen":true}');
        const heard = await listHeard(page);
        expect(heard[0]).toBe('sanctuary-ready {"council":"fairmead","plan":"2026-2029","actions":10}');
        expect(heard).toContain('sanctuary-filter {"names":["words"]}');
        expect(heard.join('')).not.toContain('secret');
      },
      {
        before: watchEvents,
      },
    );
  });

  test('a second version says once that it is not used', async () => {
    const warnings: string[] = [];
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        expect(warnings).toEqual([expect.stringContaining('0.9.0 was first')]);
      },
      {
        before: async (page) => {
          page.on('console', (message) => warnings.push(message.text()));
          const older = readFileSync(new URL('../../dist/sanctuary.js', import.meta.url), 'utf8').replaceAll(
            '1.0.0',
            '0.9.0',
          );
          await page.route('**/embed/v0/sanctuary.js', (route) =>
            route.fulfill({
              body: older,
              contentType: 'text/javascript',
              headers: { 'access-control-allow-origin': '*' },
            }),
          );
        },
        head: `<script type="module" src="${server?.origin ?? ''}/embed/v0/sanctuary.js"></script>`,
      },
    );
  });
});

const linkStays = async (page: Page) =>
  expect(await page.getByRole('link', { name: 'Fairmead’s sanctuary action plan' }).isVisible()).toBe(true);

describe('when there is no answer the link stays, and words say why', () => {
  test.each([
    ['an error 500', fail, 'The plan could not be loaded.'],
    [
      'something that is not JSON',
      (_: unknown, response: ServerResponse) => void response.end('<p>Hello</p>'),
      'The plan could not be read.',
    ],
    [
      'data of another shape',
      { council: { slug: 'fairmead', plan: { title: 'Plan' } } },
      'The plan could not be read.',
    ],
    [
      'errors instead of data',
      (_: unknown, response: ServerResponse) => void response.end('{"errors":[{}]}'),
      'The plan could not be loaded.',
    ],
    [
      'actions of another shape',
      {
        council: {
          ...examples.ready.council,
          plan: {
            ...examples.ready.council?.plan,
            themes: [{ ref: '1', title: 'One', actions: [{ ref: '1.1' }] }],
          },
        },
      },
      'The plan could not be read.',
    ],
    ['no such council', examples.noSuchCouncil, 'No such plan is published here.'],
    ['no such plan', examples.noSuchPlan, 'No such plan is published here.'],
  ])('%s', async (_, answer, words) => {
    server.answer = answer;
    await visit(tag(), async (page) => {
      await page.getByText(words).waitFor();
      await linkStays(page);
    });
  });

  test('an API that is down, and the plan when it is up again', async () => {
    server.answer = (_: unknown, response: ServerResponse) => void response.destroy();
    await visit(tag(), async (page) => {
      await page.getByText('The plan could not be loaded.').waitFor();
      await linkStays(page);
      server.answer = examples.ready;
      await page.getByRole('button', { name: 'Try again' }).click();
      await isReady(page);
    });
  });

  test('an answer that takes longer than 15 seconds', async () => {
    server.answer = hang;
    await visit(
      tag(),
      async (page) => {
        await page.getByText('The plan is loading').waitFor();
        await page.clock.fastForward(14_000);
        expect(await page.getByText('The plan is loading').isVisible()).toBe(true);
        await page.clock.fastForward(2_000);
        await page.getByText('The plan takes too long to load.').waitFor();
        await linkStays(page);
      },
      { before: (page) => page.clock.install() },
    );
  });

  test('an answer with some errors shows what there is, and says so', async () => {
    server.answer = (_: unknown, response: ServerResponse) =>
      void response.end(
        JSON.stringify({ data: examples.ready, errors: [{ message: 'Something went wrong' }] }),
      );
    await visit(tag(), async (page) => {
      await isReady(page);
      expect(await page.getByText('Some parts could not be loaded.').isVisible()).toBe(true);
    });
  });

  test('a page without script shows the link', async () => {
    await visit(tag(), linkStays, { javaScriptEnabled: false });
  });
});

describe('it follows what changes', () => {
  test('a change shows within a second and moves no reader', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await expect.poll(() => server.streams()).toBe(1);
        await page.locator('[name=sort]').selectOption('STATUS');
        await action(page, '1.2').locator('summary').first().click();
        await action(page, '3.3').locator('summary').focus();
        await page.evaluate(() => scrollTo(0, 700));
        const place = await page.evaluate(() => scrollY);

        server.answer = examples.changed;
        const start = Date.now();
        server.change(13);
        await action(page, '3.2').getByText('updated').waitFor();
        expect(Date.now() - start).toBeLessThan(1000);

        expect(await action(page, '3.2').getByText('In progress').first().isVisible()).toBe(true);
        expect(await page.locator('.unseen').textContent()).toBe('Action 3.2 changed: in progress.');
        expect(await page.evaluate(focused)).toContain('3.3');
        expect(await action(page, '1.2').getAttribute('open')).toBe('');
        expect(await page.locator('[name=sort]').inputValue()).toBe('STATUS');
        expect(await page.evaluate(() => scrollY)).toBe(place);
      },
      { viewport: { width: 600, height: 500 } },
    );
  });

  test('a change that is already known is not asked for again', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      server.change(12);
      await page.waitForTimeout(150);
      expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
    });
  });

  test('hidden it sleeps, shown again it catches up', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      const turn = (state: string) =>
        page.evaluate((value) => {
          Object.defineProperty(document, 'visibilityState', { value, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      await turn('hidden');
      await expect.poll(() => server.streams()).toBe(0);
      server.answer = examples.changed;
      await turn('visible');
      await action(page, '3.2').getByText('updated').waitFor();
    });
  });

  test('offline it says since when, and back it catches up', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      await page.context().setOffline(true);
      await page.getByText(/Not updated since \d\d:\d\d\./).waitFor();
      server.answer = examples.changed;
      await page.context().setOffline(false);
      await action(page, '3.2').getByText('updated').waitFor();
      await page.getByText('Not updated since').waitFor({ state: 'detached' });
    });
  });

  test('where the stream is refused it asks every minute', async () => {
    server.refuseStreams = 429;
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        // The refusal itself makes it ask once; only after that does the minute begin.
        await expect.poll(() => server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(2);
        server.answer = examples.changed;
        await page.clock.fastForward(76_000);
        await action(page, '3.2').getByText('updated').waitFor();
        expect(await page.getByText('Not updated since').count()).toBe(0);
      },
      { before: (page) => page.clock.install() },
    );
  });
});

describe('a large plan leaves a slow phone time to answer', () => {
  /** The page's idle time comes when the test gives it. */
  const holdIdleTime = (page: Page) =>
    page.addInitScript(() => {
      const waiting: IdleRequestCallback[] = [];
      const deadline = { didTimeout: false, timeRemaining: () => 0 };
      Object.assign(window, {
        requestIdleCallback: (work: IdleRequestCallback) => waiting.push(work),
        giveIdleTime: () => waiting.splice(0).forEach((work) => work(deadline)),
      });
    });
  const giveIdleTime = (page: Page) =>
    page.evaluate(() => (window as unknown as { giveIdleTime(): void }).giveIdleTime());
  const countLines = (page: Page) => page.locator('details.action').count();
  const countInsides = (page: Page) => page.locator('.opened:not(:empty)').count();

  beforeEach(() => {
    server.answer = examples.reported;
  });

  /** Whether the page was told that the plan is there. */
  const isTold = (page: Page) =>
    page.evaluate(() => Boolean((window as unknown as { isReady?: boolean }).isReady));
  /** Gives idle time until there are so many lines, and says how many there were each time. */
  const drawLines = async (page: Page, wanted: number) => {
    const counts: number[] = [];
    await expect
      .poll(
        async () => {
          await giveIdleTime(page);
          counts.push(await countLines(page));
          return counts.at(-1);
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThanOrEqual(wanted);
    return counts;
  };

  test('the plan comes in parts, its actions a few at a time, and what lies inside of them after that', async () => {
    await visit(
      tag(),
      async (page) => {
        await page.locator('h2', { hasText: 'Fairmead sanctuary' }).waitFor();
        await page.waitForTimeout(300);
        expect(await page.locator('form').count()).toBe(1);
        expect(await page.locator('select').count()).toBe(0);
        await expect.poll(() => statusOf(page).textContent()).toBe('');
        expect(await page.evaluate(() => (window as unknown as { isReady?: boolean }).isReady)).toBe(
          undefined,
        );
        const counts = await drawLines(page, 42);
        await expect.poll(() => statusOf(page).textContent()).toBe('42 actions');
        // A quick machine gets more each time, but none gets all at once.
        expect(new Set(counts).size).toBeGreaterThan(5);
        await expect
          .poll(
            async () => {
              await giveIdleTime(page);
              return [await countInsides(page), await isTold(page)];
            },
            { timeout: 10_000 },
          )
          .toEqual([42, true]);
      },
      {
        before: async (page) => {
          await holdIdleTime(page);
          await page.addInitScript(() =>
            addEventListener('sanctuary-ready', () => Object.assign(window, { isReady: true })),
          );
        },
      },
    );
  });

  test('what a reader opens is drawn at once', async () => {
    await visit(
      tag(),
      async (page) => {
        await drawLines(page, 2);
        const insides = await countInsides(page);
        await action(page, '1.2').locator('summary').first().click();
        await action(page, '1.2').getByText('Booking now works').waitFor();
        expect(await countInsides(page)).toBeLessThanOrEqual(insides + 1);
      },
      { before: holdIdleTime },
    );
  });

  test('a filter that is cleared brings lines back a few at a time, and moves none that is there', async () => {
    await visit(
      tag(),
      async (page) => {
        await drawLines(page, 42);
        await page.locator('[name=theme]').selectOption('7');
        await page.getByText('6 of 42 actions').waitFor();
        await action(page, '7.2').locator('summary').first().click();
        await page.locator('[name=theme]').selectOption('');
        await page.getByText('42 actions', { exact: true }).waitFor();
        expect(await countLines(page)).toBe(7);
        expect(await action(page, '7.2').getAttribute('open')).toBe('');
        await drawLines(page, 42);
        expect(await action(page, '7.2').getAttribute('open')).toBe('');
      },
      { before: holdIdleTime },
    );
  });

  test('paper gets everything at once', async () => {
    await visit(
      tag(),
      async (page) => {
        await page.locator('h2', { hasText: 'Fairmead sanctuary' }).waitFor();
        expect(await countLines(page)).toBe(0);
        await page.pdf();
        expect(await countInsides(page)).toBe(42);
      },
      { before: holdIdleTime },
    );
  });

  test('a browser that knows no idle time shows everything too', async () => {
    await visit(
      tag(),
      async (page) => {
        await page.getByText('42 actions', { exact: true }).waitFor();
        await expect.poll(() => countInsides(page), { timeout: 5000 }).toBe(42);
      },
      {
        before: (page) =>
          page.addInitScript(() => {
            Reflect.deleteProperty(window, 'requestIdleCallback');
          }),
      },
    );
  });

  test('what stands below the place that is kept for it does not move', async () => {
    await visit(
      `<style>sanctuary-action-tracker { display: block; min-height: 40rem }</style>${tag()}<p>Below</p>`,
      async (page) => {
        await page.getByText('42 actions', { exact: true }).waitFor();
        await expect.poll(() => countInsides(page), { timeout: 5000 }).toBe(42);
        expect(await measureShift(page)).toBeLessThanOrEqual(0.01);
      },
      { viewport: { width: 390, height: 640 } },
    );
  });
});

test('a plan of 42 actions arrives in three requests of at most 45 KB', async () => {
  server.answer = examples.unreported;
  await visit(tag(), async (page) => {
    await page.getByText('42 actions', { exact: true }).waitFor();
    await expect.poll(() => server.streams()).toBe(1);
    expect(server.asked).toHaveLength(3);
    const script = readFileSync(new URL('../../dist/sanctuary.js', import.meta.url));
    const answer = JSON.stringify({ data: examples.unreported });
    expect(brotliCompressSync(script).length + brotliCompressSync(answer).length).toBeLessThan(45_000);
  });
});
