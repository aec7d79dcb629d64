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
import { examples } from './steering-group.examples.ts';

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

/** A page that loads this tag's own script. */
const visit = (body: string, use: (page: Page) => Promise<void>, options?: Visit) =>
  partner.visit(body, use, { script: 'steering-group.js', ...options });

const link = '<a href="https://fairmead.example/members">Fairmead’s steering group</a>';
const tag = (attributes = '', content = link) =>
  `<sanctuary-steering-group council="fairmead" ${attributes}>${content}</sanctuary-steering-group>`;

const isReady = (page: Page) => page.locator('sanctuary-steering-group footer').first().waitFor();
const shown = (page: Page) => page.locator('sanctuary-steering-group .sanctuary');
const meeting = (page: Page, day: string) => page.locator(`details[data-meeting="meeting-${day}"]`);
const openAll = (page: Page) =>
  shown(page).evaluate((root) => {
    for (const details of root.querySelectorAll('details')) details.open = true;
  });

describe('everybody can use it: axe finds nothing', () => {
  const states: Record<string, { answer: unknown; reach(page: Page): Promise<unknown> }> = {
    waiting: { answer: hang, reach: (page) => page.getByText(/loading…|جارٍ/).waitFor() },
    ready: {
      answer: examples.arabic,
      async reach(page) {
        await isReady(page);
        await openAll(page);
      },
    },
    'hardly anything published': { answer: examples.bare, reach: isReady },
    empty: {
      answer: examples.notPublished,
      reach: (page) => page.getByText(/No steering|لم تُنشر/).waitFor(),
    },
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
            await isReady(page);
            await openAll(page);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
          },
          { lang, viewport: { width: 320, height: 640 } },
        );
      }
    },
  );

  test('controls are at least 44 px high', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await openAll(page);
      const low = await shown(page).evaluate((root) =>
        [...root.querySelectorAll('button, summary, .links a, footer a')]
          .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML),
      );
      expect(low).toEqual([]);
    });
  });

  test('paper: no languages, everything opened', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.languages').isVisible()).toBe(false);
      expect(await page.getByText('Travel to meetings is paid on the day.').isVisible()).toBe(true);
      expect(await page.getByText('Works for the night shelter.').isVisible()).toBe(true);
    });
  });
});

test('the keyboard opens a meeting and reaches its minutes', async () => {
  await visit(tag(), async (page) => {
    await isReady(page);
    await meeting(page, '2026-09-16').locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.getByText('The group partly agrees').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toContain('Offer an interpreter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toBe('Minutes');
  });
});

const focused = () => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? '';

test('its links lead to the council’s pages and to the calendar of the API', async () => {
  await visit(tag('site="https://pages.example/fairmead/"'), async (page) => {
    await isReady(page);
    await meeting(page, '2026-09-16').locator('summary').click();
    const addressOf = (name: string) => page.getByRole('link', { name }).first().getAttribute('href');
    expect(await addressOf('Add to calendar')).toBe(`${server.origin}/feeds/fairmead/meetings.ics`);
    expect(await addressOf('Offer an interpreter')).toBe(
      'https://pages.example/fairmead/plans/2026-2029/actions/1.2',
    );
    expect(await addressOf('The group on the council’s site')).toBe('https://pages.example/fairmead/members');
  });
});

describe('it is a good guest', () => {
  test('a strict page gets no report, and sees the same', async () => {
    partner.headers = { 'content-security-policy': strictPolicy(server.origin) };
    server.answer = examples.arabic;
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await openAll(page);
        expect(
          await page
            .locator('.constituency')
            .first()
            .evaluate((each) => getComputedStyle(each).borderTopWidth),
        ).toBe('2px');
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
          await isReady(page);
          seen.push(await listBoxes(page, 'sanctuary-steering-group'));
        },
        { head, viewport: { width: 1000, height: 4000 } },
      );
    }
    expect(seen[0]?.length).toBeGreaterThan(100);
    expect(seen[1]).toEqual(seen[0]);
  });

  test('two on a page share one script, one request and one stream, also with another widget of the council', async () => {
    await visit(tag() + tag('heading-level="3"'), async (page) => {
      await page.locator('h3', { hasText: 'Fairmead sanctuary steering group' }).waitFor();
      await expect.poll(() => server.streams()).toBe(1);
      expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
    });
    server.asked.length = 0;
    await visit(
      `${tag()}<sanctuary-action-tracker council="fairmead" plan="none"></sanctuary-action-tracker>`,
      async (page) => {
        await isReady(page);
        await page.getByText('No such plan is published here.').waitFor();
        await expect.poll(() => server.streams()).toBe(1);
        expect(server.asked.filter((path) => path.startsWith('/live'))).toEqual(['/live/fairmead']);
      },
      { script: 'sanctuary.js' },
    );
  });

  test('two languages stand on one page, and each has its switch', async () => {
    server.answer = examples.arabic;
    await visit(`<div lang="ar-SY">${tag()}</div>${tag('lang="en"')}`, async (page) => {
      await page.locator('[dir=rtl]').getByText('الاجتماع القادم').waitFor();
      await page.getByText('Next meeting').waitFor();
      await page.locator('[dir=rtl]').getByRole('button', { name: 'English' }).click();
      await expect.poll(() => page.getByText('Next meeting').count()).toBe(2);
      expect(server.asked.filter((path) => path.endsWith('.json'))).toEqual([
        '/embed/v1/steering-group.ar.json',
      ]);
    });
  });

  test('where the words of a language cannot be had it speaks English', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        expect(await page.getByText('Next meeting').isVisible()).toBe(true);
        expect(await shown(page).getAttribute('dir')).toBe('ltr');
      },
      { lang: 'ar', before: (page) => page.route('**/*.json', (route) => route.abort()) },
    );
  });

  test('moved it goes on, removed it leaves nothing behind', async () => {
    await visit(
      `<div id="there"></div>`,
      async (page) => {
        await page.evaluate(() => customElements.whenDefined('sanctuary-steering-group'));
        const before = await countListeners(page);
        await page.evaluate(
          (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
          tag(),
        );
        await isReady(page);
        await expect.poll(() => server.streams()).toBe(1);
        await meeting(page, '2026-09-16').locator('summary').click();
        await page.evaluate(() =>
          document.querySelector('#there')?.append(document.querySelector('sanctuary-steering-group') ?? ''),
        );
        await page.getByText('The group partly agrees').waitFor();
        expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
        expect(server.streams()).toBe(1);
        await page.evaluate(() => document.querySelector('sanctuary-steering-group')?.remove());
        await expect.poll(() => server.streams()).toBe(0);
        expect(await countListeners(page)).toBe(before);
      },
      { before: watchListeners },
    );
  });

  test('wrong values give the documented defaults', async () => {
    await visit(
      tag('heading-level="one" loading="?" theme="pink" lang="xx" api="nonsense"'),
      async (page) => {
        await page.locator('h2', { hasText: 'Fairmead sanctuary steering group' }).waitFor();
      },
    );
  });

  test('every attribute that it knows is in its published description', async () => {
    const { modules } = JSON.parse(
      readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
    ) as { modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[] };
    const described = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'sanctuary-steering-group');
    await visit(tag(), async (page) => {
      const known = await page.evaluate(async () => {
        const element = await customElements.whenDefined('sanctuary-steering-group');
        return (element as unknown as { observedAttributes: string[] }).observedAttributes;
      });
      expect(described?.attributes.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    });
  });

  test('far below the screen it asks for nothing, unless it is told to be eager', async () => {
    const far = '<div style="height: 5000px"></div>';
    await visit(far + tag(), async (page) => {
      await page.waitForTimeout(150);
      expect(server.asked.filter((path) => !path.startsWith('/embed'))).toEqual([]);
      await page.locator('sanctuary-steering-group').scrollIntoViewIfNeeded();
      await isReady(page);
    });
    await visit(far + tag('loading="eager"'), isReady);
  });

  test('it stores nothing, and asks nobody but the server', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        expect(
          await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
        ).toEqual(['', 0, 0]);
      },
      {
        before: async (page) => {
          page.on('request', (request) => {
            expect([new URL(server.origin).host, new URL(partner.origin).host]).toContain(
              new URL(request.url()).host,
            );
          });
        },
      },
    );
  });

  test('a page hears what happens, without anybody’s name', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await page.locator('.seat summary').first().click();
        await meeting(page, '2026-09-16').locator('summary').click();
        await expect
          .poll(() => listHeard(page))
          .toEqual([
            'sanctuary-ready {"council":"fairmead","meetings":3}',
            'sanctuary-open {"meeting":"meeting-2026-09-16","isOpen":true}',
          ]);
      },
      { before: watchEvents },
    );
  });
});

const linkStays = async (page: Page) =>
  expect(await page.getByRole('link', { name: 'Fairmead’s steering group' }).isVisible()).toBe(true);

describe('when there is no answer the link stays, and words say why', () => {
  test.each([
    ['an error 500', fail, 'The steering group could not be loaded.'],
    [
      'something that is not JSON',
      (_: unknown, response: ServerResponse) => void response.end('<p>Hello</p>'),
      'The steering group could not be read.',
    ],
    [
      'data of another shape',
      { council: { slug: 'fairmead', steeringGroup: { name: 'Group' } } },
      'The steering group could not be read.',
    ],
    ['no such council', examples.noSuchCouncil, 'No steering group is published here.'],
    ['no group', examples.notPublished, 'No steering group is published here.'],
  ])('%s', async (_, answer, words) => {
    server.answer = answer;
    await visit(tag(), async (page) => {
      await page.getByText(words).waitFor();
      await linkStays(page);
    });
  });

  test('an API that is down, and the group when it is up again', async () => {
    server.answer = (_: unknown, response: ServerResponse) => void response.destroy();
    await visit(tag(), async (page) => {
      await page.getByText('The steering group could not be loaded.').waitFor();
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
        await page.getByText('The steering group is loading…').waitFor();
        await page.clock.fastForward(16_000);
        await page.getByText('The steering group takes too long to load.').waitFor();
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
  test('a name that is taken away is gone within a second, unmarked and unsaid', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      await page.getByText('Ayda').waitFor();
      await page.locator('.seat summary').first().click();
      await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        const root = document.querySelector('sanctuary-steering-group')?.shadowRoot;
        for (const region of root?.querySelectorAll('[aria-live], [role=status]') ?? []) {
          new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
            childList: true,
            subtree: true,
            characterData: true,
          });
        }
      });
      server.answer = examples.withdrawn;
      const start = Date.now();
      server.change(13);
      await page.getByText('Ayda').waitFor({ state: 'detached' });
      expect(Date.now() - start).toBeLessThan(1000);
      expect(await page.getByText('Works for the night shelter.').count()).toBe(0);
      expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.join('').trim())).toBe(
        '',
      );
      expect(await shown(page).innerHTML()).not.toMatch(/Ayda|updated/);
    });
  });

  test('a name is gone also when the server answers only at the third try', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      let tries = 0;
      server.answer = (_: unknown, response: ServerResponse) => {
        tries += 1;
        if (tries < 3) fail(_, response);
        else response.end(JSON.stringify({ data: examples.withdrawn }));
      };
      server.change(13);
      await page.getByText('Ayda').waitFor({ state: 'detached', timeout: 5000 });
    });
  });

  test('a group that is no longer published goes, and the link is back', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      server.answer = { council: { ...examples.notPublished.council, revision: 13 } };
      server.change(13);
      await page.getByText('No steering group is published here.').waitFor();
      expect(await page.getByText('Ayda').count()).toBe(0);
      await linkStays(page);
    });
  });

  test('an opened meeting stays open when another comes before it', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      await meeting(page, '2026-09-16').locator('summary').click();
      server.answer = examples.oneMoreMeeting;
      server.change(13);
      await meeting(page, '2026-11-20').waitFor();
      expect(await meeting(page, '2026-09-16').evaluate((details: HTMLDetailsElement) => details.open)).toBe(
        true,
      );
      expect(await meeting(page, '2026-11-20').evaluate((details: HTMLDetailsElement) => details.open)).toBe(
        false,
      );
    });
  });

  test('offline it says since when, and back it catches up', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      await page.context().setOffline(true);
      await page.getByText(/Not updated since \d\d:\d\d\./).waitFor();
      server.answer = examples.withdrawn;
      await page.context().setOffline(false);
      await page.getByText('Ayda').waitFor({ state: 'detached' });
      await page.getByText('Not updated since').waitFor({ state: 'detached' });
    });
  });
});

test('what stands below the place that is kept for it does not move', async () => {
  for (const answer of [examples.ready, fail]) {
    server.answer = answer;
    await visit(
      `<style>sanctuary-steering-group { display: block; min-height: 40rem }</style>${tag()}<p>Below</p>`,
      async (page) => {
        await (answer === fail ? page.getByRole('button') : page.locator('footer')).first().waitFor();
        expect(await measureShift(page)).toBeLessThanOrEqual(0.01);
      },
      { viewport: { width: 390, height: 640 } },
    );
  }
});

test('a whole group arrives in three requests of at most 45 KB', async () => {
  await visit(tag(), async (page) => {
    await isReady(page);
    await expect.poll(() => server.streams()).toBe(1);
    expect(server.asked).toHaveLength(3);
    const script = readFileSync(new URL('../../dist/steering-group.js', import.meta.url));
    const answer = JSON.stringify({ data: examples.ready });
    expect(brotliCompressSync(script).length + brotliCompressSync(answer).length).toBeLessThan(45_000);
  });
});
