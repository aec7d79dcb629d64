import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
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
import { moreServicesDocumentId } from '../../generated/documents.ts';
import { answerMany, examples, many, moment, searchAnswer, weekly } from './service-finder.examples.ts';

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

/** A page that loads this tag's own script, at half past ten on a Monday. */
const visit = (body: string, use: (page: Page) => Promise<void>, { before, ...options }: Visit = {}) =>
  partner.visit(body, use, {
    script: 'service-finder.js',
    before: async (page) => {
      await page.clock.setFixedTime(moment);
      await before?.(page);
    },
    ...options,
  });

const link = '<a href="https://fairmead.example/services">Help in Fairmead</a>';
const tag = (attributes = '', content = link) =>
  `<sanctuary-service-finder council="fairmead" ${attributes}>${content}</sanctuary-service-finder>`;

const finder = (page: Page) => page.locator('sanctuary-service-finder');
const shown = (page: Page) => page.locator('sanctuary-service-finder .sanctuary');
const services = (page: Page) => page.locator('[part=service]');
/** What stands last is drawn last. */
const isReady = (page: Page) => page.locator('[part=footer], [part=timetable]').first().waitFor();
const statusOf = (page: Page) => page.locator('[role=status]').first();
const named = (page: Page, name: string) => page.locator('[part=service]', { hasText: name });
const openAll = (page: Page) =>
  shown(page).evaluate((root) => {
    for (const details of root.querySelectorAll('details')) details.open = true;
  });
/** Everything opened, also what is drawn only then. */
const openWhole = async (page: Page) => {
  await openAll(page);
  await page.locator('.share').first().waitFor();
  await openAll(page);
};
const hasText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** The answer that is under the keyboard. */
const focused = () => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.getAttribute('name') ?? active?.textContent?.trim() ?? '';
};

/** Answers questions by GET with the council, and searches by POST with what `find` says. */
const searching =
  (find: (filter: Record<string, unknown>, response: ServerResponse, first: number) => unknown) =>
  (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method !== 'POST') {
      response.end(JSON.stringify({ data: examples.tooMany }));
      return;
    }
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { variables } = JSON.parse(body) as {
        variables: { filter: Record<string, unknown>; first: number };
      };
      const data = find(variables.filter, response, variables.first);
      if (data) response.end(JSON.stringify({ data }));
    });
  };

/** More than a page of a list. */
const longList = many(45);

const safety = async (page: Page) => {
  expect(await page.getByRole('link', { name: /999/ }).isVisible()).toBe(true);
  expect(await page.locator('.leave').first().isVisible()).toBe(true);
};

describe('everybody can use it: axe finds nothing', () => {
  const states: Record<
    string,
    { answer: unknown; attributes?: string; reach(page: Page): Promise<unknown> }
  > = {
    waiting: { answer: hang, reach: (page) => hasText(page, /loading…|جارٍ/) },
    ready: {
      answer: examples.ready,
      async reach(page) {
        await isReady(page);
        await openWhole(page);
      },
    },
    filtered: {
      answer: examples.ready,
      async reach(page) {
        await isReady(page);
        await page.locator('[name=where]').fill('E8 3');
        await page.locator('[name=where]').blur();
        await page.locator('[name=need]').selectOption('FOOD');
        await expect.poll(() => services(page).count()).toBe(2);
      },
    },
    'a wrong postcode': {
      answer: examples.ready,
      async reach(page) {
        await isReady(page);
        await page.locator('[name=where]').fill('hello');
        await page.locator('[name=where]').blur();
        await page.locator('small.problem').waitFor();
      },
    },
    'nothing fits': {
      answer: examples.ready,
      attributes: 'need="HOUSING" spoken="tr"',
      reach: (page) => page.locator('.nothing button').first().waitFor(),
    },
    timetable: {
      answer: examples.ready,
      attributes: 'view="timetable" organisation="Fairmead Welcome"',
      reach: (page) => page.locator('table').waitFor(),
    },
    empty: { answer: examples.noServices, reach: (page) => hasText(page, /No services|لا توجد خدمات/) },
    failed: { answer: fail, reach: (page) => shown(page).locator('button').waitFor() },
  };
  for (const [state, { answer, attributes, reach }] of Object.entries(states)) {
    for (const lang of ['en', 'ar']) {
      for (const [name, options] of Object.entries(colourSchemes)) {
        test(`${state}, ${lang}, ${name}`, async () => {
          server.answer = answer;
          await visit(
            tag(attributes),
            async (page) => {
              await reach(page);
              expect(await listViolations(page)).toEqual([]);
              await safety(page);
            },
            { lang, head: ground, ...options },
          );
        });
      }
    }
  }

  test('headings follow each other from the level that the tag names', async () => {
    await visit(tag('heading-level="3"'), async (page) => {
      await isReady(page);
      const levels = await shown(page)
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((each) => each.map(({ tagName }) => tagName));
      expect(levels).toEqual(['H3', ...levels.slice(1).map(() => 'H4')]);
      expect(levels.length).toBe(8);
    });
  });
});

describe('it fits', () => {
  test.each(['en', 'ar'])(
    'a screen of 320 px without sideways scrolling, also with very long words (%s)',
    async (lang) => {
      for (const answer of [examples.longNames, examples.ready]) {
        for (const attributes of ['', 'view="timetable" organisation="Fairmead Welcome"']) {
          server.answer = answer;
          await visit(
            tag(attributes),
            async (page) => {
              if (attributes) await hasText(page, /Find help|999|ابحث/);
              else {
                await isReady(page);
                await openWhole(page);
              }
              expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
            },
            // 320 px is also a screen of 1280 px, four times enlarged.
            { lang, viewport: { width: 320, height: 256 } },
          );
        }
      }
    },
  );

  test('controls are at least 44 px high', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.locator('[name=need]').selectOption('FOOD');
      await openWhole(page);
      const low = await shown(page).evaluate((root) =>
        [
          ...root.querySelectorAll(
            'button, select, input:not([type=checkbox]), .toggle, summary, .links a, .safety a, footer a, h3 a, dd > a',
          ),
        ]
          .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML),
      );
      expect(low).toEqual([]);
    });
  });

  test('paper: all that was found, from the first page on', async () => {
    server.answer = { council: { ...examples.ready.council, allServices: many(22) } };
    await visit(tag(), async (page) => {
      await hasText(page, '22 services');
      await isReady(page);
      await page.emulateMedia({ media: 'print' });
      await shown(page).evaluate((element) =>
        addEventListener('beforeprint', () =>
          Object.assign(window, {
            cards: element.querySelectorAll('.service').length,
            parting: getComputedStyle(element.querySelector('.service') ?? element).breakInside,
          }),
        ),
      );
      await page.pdf();
      const paper = await page.evaluate(() => {
        const { cards, parting } = window as unknown as { cards: number; parting: string };
        return [cards, parting];
      });
      expect(paper).toEqual([22, 'auto']);
    });
  });

  test('paper: cards with everything on them, and no questions', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.emulateMedia({ media: 'print' });
      // What stands there while paper is made: later it is drawn for the screen again.
      await shown(page).evaluate((element) =>
        addEventListener('beforeprint', () =>
          Object.assign(window, { paper: (element as HTMLElement).innerText }),
        ),
      );
      await page.pdf();
      const paper = await page.evaluate(() => (window as unknown as { paper: string }).paper);
      expect(paper).toContain('Bus 38 to Mill Lane, then the blue door.');
      for (const word of ['More', 'Leave this page', 'What do you need?']) expect(paper).not.toContain(word);
    });
  });
});

describe('somebody looks for help', () => {
  test('with three answers, and hears how much there is', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await expect.poll(() => statusOf(page).textContent()).toBe('7 services');
      await page.locator('[name=language]').selectOption('ti');
      await expect.poll(() => statusOf(page).textContent()).toBe('2 services');
      await page.locator('[name=where]').fill('e83');
      await expect
        .poll(() => statusOf(page).textContent())
        .toBe('2 services near E8 3 (part of the postcode)');
      expect(await services(page).locator('b').allTextContents()).toContain('less than 0.1 miles');
      await page.locator('[name=need]').selectOption('ENGLISH_CLASSES');
      await expect.poll(() => services(page).count()).toBe(1);
      await hasText(page, 'Open now until 12:00');
      await page.getByRole('button', { name: 'Clear all' }).click();
      await expect.poll(() => statusOf(page).textContent()).toBe('7 services');
      for (const name of ['need', 'where', 'language']) {
        expect(await page.locator(`[name=${name}]`).inputValue()).toBe('');
      }
    });
  });

  test('in words of their own, misspelt or meaning the same', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.getByText('More choices').click();
      for (const [words, name] of [
        ['ESOL', 'English at the table'],
        ['sheltr', 'Night shelter'],
        ['ትግርኛ immigration', 'Immigration advice'],
      ] as const) {
        await page.locator('[name=words]').fill(words);
        await expect.poll(() => services(page).locator('h3').allTextContents()).toContain(name);
      }
      // What was opened stays open, also when nothing is answered there any more.
      await page.locator('[name=words]').fill('');
      expect(await page.locator('[name=words]').isVisible()).toBe(true);
    });
  });

  test('the keyboard goes from the questions to the list, into a service, and hands it on', async () => {
    await visit(tag('need="HOUSING"'), async (page) => {
      await isReady(page);
      await page.getByText('More choices').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('immigration');
      await hasText(page, 'No service fits all of this.');
      expect(await page.evaluate(focused)).toBe('words');
      await page.getByRole('button', { name: 'Without “Housing”: 1 service' }).focus();
      await page.keyboard.press('Enter');
      await isReady(page);
      await expect.poll(() => page.evaluate(focused)).toBe('Immigration advice');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toBe('More');
      await page.keyboard.press('Enter');
      await hasText(page, 'Bring letters if you have any.');
      const share = page.locator('.share summary');
      await share.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toBe('Copy');
    });
  });

  test('who types is not interrupted, and half a postcode is no mistake', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      const where = page.locator('[name=where]');
      await where.focus();
      await page.keyboard.type('NW');
      expect(await where.getAttribute('aria-invalid')).toBe(null);
      expect(await page.evaluate(focused)).toBe('where');
      expect(await where.inputValue()).toBe('NW');
      await page.keyboard.press('Tab');
      await hasText(page, 'A part of the postcode is missing.');
      expect(await where.getAttribute('aria-invalid')).toBe('true');
      await where.fill('E8 3BQ');
      await where.blur();
      await hasText(page, '7 services near E8 3BQ');
      expect(await where.getAttribute('aria-invalid')).toBe(null);
    });
  });

  test('twenty at a time, and the keyboard goes on where the list does', async () => {
    server.answer = answerMany;
    await visit(tag(), async (page) => {
      await hasText(page, '500 services');
      // Two answers, one after the other.
      expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(2);
      await expect.poll(() => services(page).count(), { timeout: 5000 }).toBe(20);
      await page.getByRole('button', { name: 'Show 20 more' }).click();
      await expect.poll(() => services(page).count(), { timeout: 5000 }).toBe(40);
      const next = await services(page).nth(20).locator('h3').textContent();
      expect(await page.evaluate(focused)).toBe(next?.trim());
    });
  });

  test('copies the address of a service, and says so; where that is forbidden, the address stands there', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await named(page, 'English at').getByText('More', { exact: true }).click();
      await page.locator('.share summary').click();
      const address = 'https://fairmead.example/services/00000000-0000-4000-8000-000000000001';
      expect(await page.locator('.share bdi').textContent()).toBe(address);
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      });
      await page.getByRole('button', { name: 'Copy' }).click();
      expect(await page.locator('.unseen').textContent()).toBe('');
      await page.evaluate(() => {
        const clipboard = { writeText: async (text: string) => Object.assign(window, { copied: text }) };
        Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      });
      await page.getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => page.locator('.unseen').textContent()).toBe('Copied.');
      expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toBe(
        `A place to know: ${address}`,
      );
    });
  });

  test('what is known of a service, and that the rest was not said', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      const advice = named(page, 'Immigration advice');
      await advice.getByText('More', { exact: true }).click();
      for (const text of [
        'Regulated by the Immigration Advice Authority, number N000000',
        'They have not said.',
        'About 3 weeks’ wait',
        'Referred by a charity',
      ]) {
        await advice.getByText(text).first().waitFor();
      }
      expect(await advice.locator('.call').first().getAttribute('href')).toBe('tel:02079460102');
      const lunch = named(page, 'Lunch for women');
      await lunch.getByText('Ask them for the times.').first().waitFor();
      await lunch.getByText('Ask them for the address').first().waitFor();
      expect(await services(page).locator('h3').last().textContent()).toMatch(/Sewing|Food/);
    });
  });

  test('in Arabic, with what is not translated marked as English', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await named(page, 'الإنجليزية حول الطاولة').waitFor();
        expect(await page.locator('h3 span[lang=en]', { hasText: 'Food parcels' }).count()).toBe(1);
        await expect.poll(() => statusOf(page).textContent()).toBe('7 خدمات');
        expect(await page.locator('.known bdi[lang=prs]').first().textContent()).toBe('دری');
      },
      { lang: 'ar' },
    );
  });

  test('in Arabic, with a word to the reader where it is only in English', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await openWhole(page);
        await named(page, 'Food parcels')
          .getByText(/بعض ما هنا بلغة أخرى: .*English/)
          .waitFor();
        expect(await named(page, 'الإنجليزية حول').getByText('بلغة واحدة فقط').count()).toBe(0);
      },
      { lang: 'ar' },
    );
  });

  test('in Arabic an example of a postcode stays in one line', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await page.locator('[name=where]').fill('abc1');
        await page.locator('[name=where]').blur();
        const lines = await page.locator('small.problem').evaluate((hint) => {
          const text = [...hint.childNodes].find(({ nodeValue }) => nodeValue?.includes('3BQ'));
          const range = document.createRange();
          const at = text?.nodeValue?.indexOf('E8', text.nodeValue.indexOf('E8') + 1) ?? 0;
          range.setStart(text ?? hint, at);
          range.setEnd(text ?? hint, at + 6);
          return range.getClientRects().length;
        });
        expect(lines).toBe(1);
      },
      { lang: 'ar', viewport: { width: 360, height: 800 } },
    );
  });

  test.each(['en', 'ar'])(
    'once its box is gone the way out stays on the screen, and at the end covers nothing (%s)',
    async (lang) => {
      for (const attributes of ['', 'view="timetable" organisation="Fairmead Welcome"']) {
        await visit(
          `${tag(attributes)}<div style="height: 2000px"></div>`,
          async (page) => {
            await isReady(page);
            const leave = page.locator('.way .leave');
            const bottom = () =>
              leave.evaluate((wayOut) => Math.round(innerHeight - wayOut.getBoundingClientRect().bottom));
            for (const y of [500, 700, 1200]) {
              await page.evaluate((top) => scrollTo(0, top), y);
              expect(await bottom()).toBe(8);
            }
            /** How far below all else it is when the end of the frame is on the screen. */
            const room = () =>
              leave.evaluate((wayOut) => {
                const root = wayOut.getRootNode() as ShadowRoot;
                root.querySelector('.age')?.scrollIntoView({ block: 'center' });
                const ends = [...root.querySelectorAll('a:not(.leave), p:not(.way, .age, .unseen), summary')]
                  .filter((each) => each.checkVisibility())
                  .map((each) => each.getBoundingClientRect().bottom);
                return wayOut.getBoundingClientRect().top - Math.max(...ends);
              });
            await expect
              .poll(async () => (await room()) >= 0 && (await bottom()) > 8, { timeout: 5000 })
              .toBe(true);
            const side = await leave.evaluate(
              (wayOut) => wayOut.getBoundingClientRect().left < innerWidth / 2,
            );
            expect(side).toBe(lang === 'ar');
          },
          { lang, viewport: { width: 360, height: 640 } },
        );
      }
    },
  );

  test.each([
    [360, 640],
    [360, 800],
    [320, 480],
  ])('at first the way out covers neither 999 nor a question, on %d × %d', async (width, height) => {
    for (const before of [0, 200, 500]) {
      await visit(
        `<div style="height: ${before}px"></div>${tag()}`,
        async (page) => {
          await isReady(page);
          const covered = () =>
            shown(page).evaluate((root) => {
              const inside = (root.getRootNode() as ShadowRoot).elementFromPoint.bind(root.getRootNode());
              return [...root.querySelectorAll('.safety > p > [href^=tel], select, input')]
                .filter((each) => each.checkVisibility())
                .filter((each) => {
                  const { left, right, top, bottom } = each.getBoundingClientRect();
                  return [left + 2, right - 2].some((x) =>
                    [top + 2, bottom - 2].some((y) => inside(x, y)?.matches('.leave')),
                  );
                })
                .map(({ outerHTML }) => outerHTML);
            });
          const box = page.locator('.safety');
          const isOnScreen = () => box.evaluate((each) => each.getBoundingClientRect().bottom > 0);
          for (let y = 0; await isOnScreen(); y += 50) {
            await page.evaluate((top) => scrollTo(0, top), y);
            expect(await covered()).toEqual([]);
          }
        },
        { viewport: { width, height } },
      );
    }
  });

  test('where to leave to says nothing of where the reader came from, and "back" does not return', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await page.evaluate(() => history.pushState(null, '', '?before'));
        const before = await page.evaluate(() => history.length);
        await page.getByRole('link', { name: 'Leave this page' }).click();
        await page.waitForURL(/weather/);
        expect(await page.evaluate(() => [history.length, document.referrer])).toEqual([before, '']);
      },
      {
        before: (page) =>
          page.route('https://www.bbc.co.uk/**', (route) =>
            route.fulfill({ body: '<p>Rain</p>', contentType: 'text/html' }),
          ),
      },
    );
  });
});

describe('attributes', () => {
  test('begin with some answers, which a reader can change', async () => {
    await visit(tag('need="FOOD" where="E8" spoken="prs" who="REFUGEES"'), async (page) => {
      await hasText(page, '1 service near E8 (area of the postcode)');
      expect(await page.locator('[name=who]').isVisible()).toBe(true);
      await page.locator('[name=language]').selectOption('');
      await hasText(page, '2 services near E8');
      await finder(page).evaluate((each) => each.setAttribute('theme', 'dark'));
      await hasText(page, '2 services near E8');
    });
  });

  test('that are wrong give the documented defaults', async () => {
    await visit(
      tag(
        'heading-level="one" loading="?" theme="pink" lang="xx" api="nonsense" view="cards" organisation="Nobody" need="MAGIC" spoken="zz" who="ALL"',
      ),
      async (page) => {
        await page.locator('h2', { hasText: 'Find help' }).waitFor();
        await hasText(page, '7 services');
      },
    );
    await visit(tag('view="timetable"'), isReady);
  });

  test('show one organisation only', async () => {
    await visit(tag('organisation="Harbour Law Centre"'), async (page) => {
      await hasText(page, '1 service');
    });
  });

  test('show the week of an organisation: a table, and on a phone a list', async () => {
    for (const [width, display] of [
      [1000, 'table-row'],
      [360, 'block'],
    ] as const) {
      await visit(
        tag('view="timetable" organisation="Fairmead Welcome"'),
        async (page) => {
          await hasText(page, 'The week of Fairmead Welcome');
          expect(await page.locator('tbody').count()).toBe(7);
          const first = page.locator('tbody').first().locator('tr').first();
          expect(await first.evaluate((row) => getComputedStyle(row).display)).toBe(display);
          expect((await first.textContent())?.replace(/\s+/g, ' ')).toContain('Monday 23 November 2026');
          expect(await first.textContent()).toContain('Mill Lane hall');
          await safety(page);
        },
        { viewport: { width, height: 800 } },
      );
    }
  });

  test('show that no times are published where none are, and never a week of nothing', async () => {
    const [lunch, parcels] = (examples.ready.council.allServices ?? []).slice(2, 4);
    server.answer = { council: { ...examples.ready.council, allServices: [lunch, parcels] } };
    await visit(tag('view="timetable" organisation="Fairmead Welcome"'), async (page) => {
      await hasText(page, 'The week of Fairmead Welcome');
      await named(page, 'Lunch for women').getByText('Ask them for the times.').waitFor();
      await named(page, 'Food parcels').getByText('Hours not published. Phone first.').waitFor();
      expect(await page.getByText('Nothing', { exact: true }).count()).toBe(0);
    });
  });

  test('show beside the week what has no times in it, but for what has ended', async () => {
    await visit(tag('view="timetable" organisation="Fairmead Welcome" need="FOOD"'), async (page) => {
      await named(page, 'Lunch for women').getByText('Ask them for the times.').waitFor();
      await named(page, 'Sewing room').getByText('Closed for now').waitFor();
      expect(await services(page).count()).toBe(6);
      expect(await page.locator('tbody').count()).toBe(7);
    });
  });

  test('show in the week what is full, needs an appointment, or was checked long ago', async () => {
    const [advice] = (examples.ready.council.allServices ?? []).slice(1, 2);
    const full = {
      ...advice,
      hours: 'SCHEDULED',
      schedules: [weekly([1], '10:00', '16:00', { isByAppointment: true })],
      freshness: 'OVER_A_YEAR',
      lastCheckedOn: '2025-03-20',
    };
    server.answer = { council: { ...examples.ready.council, allServices: [full] } };
    await visit(tag('view="timetable" organisation="Harbour Law Centre"'), async (page) => {
      const session = page.locator('tbody tr').first();
      for (const text of [
        'with an appointment',
        'Full, with a waiting list',
        'Checked more than a year ago.',
      ])
        await session.getByText(text).waitFor();
      await services(page).getByText('Checked on 20 March 2025').waitFor();
    });
  });

  test('are properties too', async () => {
    await visit('<div id="there"></div>', async (page) => {
      await page.evaluate(async () => {
        const early = document.createElement('sanctuary-service-finder');
        await customElements.whenDefined('sanctuary-service-finder');
        for (const each of [early, document.createElement('sanctuary-service-finder')]) {
          Object.assign(each, { council: 'fairmead', headingLevel: 4, need: 'FOOD', view: 'list' });
          document.querySelector('#there')?.append(each);
        }
      });
      await expect.poll(() => page.locator('h4', { hasText: 'Find help' }).count()).toBe(2);
      await expect.poll(() => page.getByText('2 services', { exact: true }).count()).toBe(2);
      expect(await finder(page).first().getAttribute('view')).toBe('list');
    });
  });

  test('are all in the published description', async () => {
    const { modules } = JSON.parse(
      readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
    ) as { modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[] };
    const described = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'sanctuary-service-finder');
    await visit(tag(), async (page) => {
      const known = await page.evaluate(async () => {
        const element = await customElements.whenDefined('sanctuary-service-finder');
        return (element as unknown as { observedAttributes: string[] }).observedAttributes;
      });
      expect(described?.attributes.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    });
  });
});

describe('nobody learns what somebody looks for', () => {
  const canary = 'kanarienvogel';
  const looked = new RegExp(`${canary}|E8\\s*3BQ|E8%203BQ|HOUSING|\\bti\\b|"where"|"women"`, 'i');

  /** Everything that leaves the page, but for the bodies of requests. */
  const watch = (page: Page, sent: string[], bodies: string[]) =>
    page.on('request', (request: Request) => {
      sent.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())}`);
      bodies.push(request.postData() ?? '');
      expect([new URL(server.origin).host, new URL(partner.origin).host]).toContain(
        new URL(request.url()).host,
      );
    });

  const look = async (page: Page) => {
    await page.locator('[name=need]').selectOption({ index: 1 });
    await page.locator('[name=where]').pressSequentially('E8 3BQ');
    await page.locator('[name=language]').selectOption('ti');
    await page.getByText('More choices').click();
    await page.locator('[name=women]').check();
    await page.locator('[name=words]').pressSequentially(canary);
    await page.keyboard.press('Enter');
    await page.locator('[name=words]').blur();
  };

  const leavesNothing = async (page: Page, sent: string[]) => {
    const traces = await page.evaluate(async () => [
      document.title,
      location.href,
      JSON.stringify(history.state),
      document.cookie,
      localStorage.length + sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      document.documentElement.outerHTML,
      name,
    ]);
    expect(traces.slice(3, 7)).toEqual(['known=1', 0, 0, 0]);
    expect(traces.filter((each) => looked.test(String(each)))).toEqual([]);
    expect(sent.filter((each) => looked.test(each))).toEqual([]);
    expect((await listHeard(page)).filter((each) => looked.test(each))).toEqual([]);
    expect((await listHeard(page)).at(-1)).toBe('sanctuary-filter {"answered":5}');
    for (const each of sent)
      if (each.includes('/graphql')) expect(each).not.toMatch(/"(cookie|referer)":"[^"]/);
  };

  const prepare = (sent: string[], bodies: string[]) => async (page: Page) => {
    // The browser's own address book of the API would send it, were it asked to.
    await page.context().addCookies([
      { name: 'known', value: '1', url: server.origin },
      { name: 'known', value: '1', url: partner.origin },
    ]);
    await watchEvents(page);
    watch(page, sent, bodies);
  };

  test('up to 500 services are searched on the device: no request at all', async () => {
    const sent: string[] = [];
    const bodies: string[] = [];
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await expect.poll(() => server.streams()).toBe(1);
        const before = sent.length;
        await look(page);
        await hasText(page, 'No service fits all of this.');
        await page.waitForTimeout(600);
        expect(sent.length).toBe(before);
        expect(bodies.filter(Boolean)).toEqual([]);
        await hasText(page, 'What you look for stays on this device.');
        await leavesNothing(page, sent);
      },
      { before: prepare(sent, bodies) },
    );
  });

  test('more are searched by POST: in the body, and nowhere else', async () => {
    const sent: string[] = [];
    const bodies: string[] = [];
    const filters: Record<string, unknown>[] = [];
    server.answer = searching((filter) => {
      filters.push(filter);
      return searchAnswer(longList.slice(0, 1));
    });
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await look(page);
        await expect.poll(() => filters.at(-1)?.['words']).toBe(canary);
        expect(filters.at(-1)).toMatchObject({
          near: 'E8 3BQ',
          categories: ['FOOD'],
          languages: ['ti'],
          isWomenOnly: true,
        });
        // Not one for each letter.
        expect(filters.length).toBeLessThan(8);
        await hasText(page, 'What you look for is not kept.');
        await leavesNothing(page, sent);
        for (const each of sent.filter((one) => one.startsWith('POST'))) {
          expect(each).toContain(`POST ${server.origin}/graphql {`);
        }
      },
      { before: prepare(sent, bodies) },
    );
  });

  test('a page hears that something was opened, and never what', async () => {
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await named(page, 'Lunch for women').getByText('More', { exact: true }).click();
        await expect
          .poll(() => listHeard(page))
          .toEqual(['sanctuary-ready {"council":"fairmead","services":8}', 'sanctuary-open {"isOpen":true}']);
      },
      { before: watchEvents },
    );
  });
});

test('what came in the second answer is found as well; where that fails, words say so and the link stays', async () => {
  let isDown = true;
  server.answer = (request: IncomingMessage, response: ServerResponse) =>
    isDown && request.url?.includes(moreServicesDocumentId)
      ? void response.writeHead(500).end()
      : answerMany(request, response);
  await visit(tag(), async (page) => {
    await hasText(page, 'The list of services could not be loaded.');
    await expect.poll(() => services(page).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Help in Fairmead' }).isVisible()).toBe(true);
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await hasText(page, '500 services');
    await isReady(page);
    await page.getByText('More choices').click();
    await page.locator('[name=words]').fill('hall 499');
    await hasText(page, /^1 service/);
  });
});

describe('where a council has more services than a device should hold', () => {
  test('it asks for more, and newer answers win over older ones', async () => {
    const late: (() => void)[] = [];
    server.answer = searching((filter, response, first) => {
      const answer = searchAnswer(longList.slice(0, first), { totalCount: 45 });
      if (!filter['free']) return answer;
      late.push(() => response.end(JSON.stringify({ data: searchAnswer(longList.slice(0, 2)) })));
      return undefined;
    });
    await visit(tag(), async (page) => {
      await hasText(page, '45 services');
      await page.getByRole('button', { name: 'Show 20 more' }).click();
      await expect.poll(() => services(page).count(), { timeout: 5000 }).toBe(40);
      await page.getByText('More choices').click();
      await page.locator('[name=free]').check();
      await hasText(page, 'The list of services is loading…');
      await expect.poll(() => late.length).toBe(1);
      await page.locator('[name=free]').uncheck();
      await hasText(page, '45 services');
      late.forEach((send) => send());
      await page.waitForTimeout(200);
      await expect.poll(() => statusOf(page).textContent()).toBe('45 services');
    });
  });

  test('a search that fails says so, shows nothing of before, and can be asked again', async () => {
    let isDown = false;
    server.answer = searching((_, response) => {
      if (isDown) return void response.writeHead(500).end();
      return searchAnswer(longList.slice(0, 20), { totalCount: 45 });
    });
    await visit(tag(), async (page) => {
      await hasText(page, '45 services');
      isDown = true;
      await page.locator('[name=where]').fill('E8');
      await hasText(page, 'The list of services could not be loaded.');
      await expect.poll(() => services(page).count()).toBe(0);
      expect(await listViolations(page)).toEqual([]);
      await safety(page);
      isDown = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await hasText(page, '45 services');
      expect(await page.locator('[name=where]').inputValue()).toBe('E8');
    });
  });

  test('what the tag begins with and the API does not know is not asked for again', async () => {
    server.answer = searching((filter, response) =>
      String(filter['categories']) === 'MAGIC'
        ? void response.writeHead(400).end('{"errors":[{"message":"MAGIC is no category."}]}')
        : searchAnswer(longList.slice(0, 20), { totalCount: 45 }),
    );
    await visit(tag('need="MAGIC"'), (page) => hasText(page, '45 services'));
  });

  test('a first search that fails leaves the link and the way out', async () => {
    let isDown = true;
    server.answer = searching((_, response) =>
      isDown ? void response.writeHead(500).end() : searchAnswer(longList.slice(0, 20)),
    );
    await visit(tag(), async (page) => {
      await hasText(page, 'The list of services could not be loaded.');
      await linkStays(page);
      await safety(page);
      isDown = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await isReady(page);
    });
  });

  test('the minute that passes asks nothing, and moved it still gets its answer', async () => {
    let asked = 0;
    server.answer = searching(() => {
      asked += 1;
      return searchAnswer(longList.slice(0, 20));
    });
    await partner.visit(
      `<div id="there"></div>${tag()}`,
      async (page) => {
        await isReady(page);
        await page.clock.runFor(180_000);
        expect(asked).toBe(1);
        await page.locator('[name=need]').selectOption('FOOD');
        await page.evaluate(() =>
          document.querySelector('#there')?.append(document.querySelector('sanctuary-service-finder') ?? ''),
        );
        await page.clock.runFor(1000);
        await expect.poll(() => asked).toBe(2);
        await expect.poll(() => statusOf(page).textContent()).toBe('20 services');
      },
      { before: (page) => page.clock.install(), script: 'service-finder.js' },
    );
  });

  test('shows the week of an organisation', async () => {
    const [first] = longList;
    const asked: unknown[] = [];
    server.answer = searching((filter, _, count) => {
      asked.push([filter['organisation'], count]);
      return searchAnswer(longList.slice(0, 1));
    });
    const uuid = first?.organisation.uuid ?? '';
    await visit(tag(`view="timetable" organisation="${uuid}"`), async (page) => {
      await hasText(page, 'The week of Organisation 0');
      expect(asked).toEqual([[uuid, 100]]);
    });
  });
});

describe('it is a good guest', () => {
  test('a strict page gets no report, and sees the same', async () => {
    partner.headers = { 'content-security-policy': strictPolicy(server.origin) };
    await visit(
      tag(),
      async (page) => {
        await isReady(page);
        await page.locator('[name=need]').selectOption('FOOD');
        await openWhole(page);
        expect(await page.locator('.safety').evaluate((each) => getComputedStyle(each).borderTopWidth)).toBe(
          '2px',
        );
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
          seen.push(await listBoxes(page, 'sanctuary-service-finder'));
        },
        { head, viewport: { width: 1000, height: 4000 } },
      );
    }
    expect(seen[0]?.length).toBeGreaterThan(100);
    expect(seen[1]).toEqual(seen[0]);
  });

  test('two on a page share one script, one request and one stream, and nothing else', async () => {
    await visit(tag('need="FOOD"') + tag('heading-level="3" lang="ar"') + tag('lang="en"'), async (page) => {
      await expect.poll(() => services(page).count()).toBe(2 + 7 + 7);
      await expect.poll(() => server.streams()).toBe(1);
      // One for each language.
      expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(2);
      await finder(page).nth(2).locator('[name=need]').selectOption('HOUSING');
      expect(await finder(page).nth(0).locator('[name=need]').inputValue()).toBe('FOOD');
      expect(await finder(page).nth(1).locator('[name=need]').inputValue()).toBe('');
    });
  });

  test('the language can be changed, and the answers stay', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.locator('[name=need]').selectOption('FOOD');
      await page.getByRole('button', { name: 'العربية' }).click();
      await hasText(page, 'خدمتان');
      expect(await page.locator('[name=need]').inputValue()).toBe('FOOD');
    });
  });

  test('an answer under "More choices" stays to be seen in another language', async () => {
    await visit(tag(), async (page) => {
      await isReady(page);
      await page.getByText('More choices').click();
      await page.locator('[name=words]').fill('sewing');
      await page.getByRole('button', { name: 'العربية' }).click();
      await hasText(page, 'خدمة واحدة');
      await isReady(page);
      await expect.poll(() => page.locator('[name=words]').isVisible()).toBe(true);
      expect(await page.locator('[name=words]').inputValue()).toBe('sewing');
    });
  });

  test('moved it goes on, removed it leaves nothing behind', async () => {
    await visit(
      `<div id="there"></div>`,
      async (page) => {
        await page.evaluate(() => customElements.whenDefined('sanctuary-service-finder'));
        const before = await countListeners(page);
        await page.evaluate(
          (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
          tag(),
        );
        await isReady(page);
        await expect.poll(() => server.streams()).toBe(1);
        await page.locator('[name=need]').selectOption('FOOD');
        await page.evaluate(() =>
          document.querySelector('#there')?.append(document.querySelector('sanctuary-service-finder') ?? ''),
        );
        await hasText(page, '2 services');
        const timers = () =>
          page.evaluate(() => (window as unknown as { ticking: Set<number> }).ticking.size);
        expect(await timers()).toBe(1);
        expect(server.asked.filter((path) => path.startsWith('/graphql'))).toHaveLength(1);
        await page.evaluate(() => document.querySelector('sanctuary-service-finder')?.remove());
        await expect.poll(() => server.streams()).toBe(0);
        expect(await countListeners(page)).toBe(before);
        expect(await timers()).toBe(0);
      },
      {
        before: async (page) => {
          await watchListeners(page);
          await page.addInitScript(() => {
            const ticking = new Set<unknown>();
            const { setInterval: start, clearInterval: end } = window;
            Object.assign(window, {
              ticking,
              setInterval: (...given: Parameters<typeof setInterval>) => {
                const id = start(...given);
                ticking.add(id);
                return id;
              },
              clearInterval: (id: number) => {
                ticking.delete(id);
                end(id);
              },
            });
          });
        },
      },
    );
  });

  test('far below the screen it asks for nothing, unless it is told to be eager', async () => {
    const far = '<div style="height: 5000px"></div>';
    await visit(far + tag(), async (page) => {
      await page.waitForTimeout(150);
      expect(server.asked.filter((path) => !path.startsWith('/embed'))).toEqual([]);
      await finder(page).scrollIntoViewIfNeeded();
      await isReady(page);
    });
    await visit(far + tag('loading="eager"'), isReady);
  });
});

const linkStays = async (page: Page) =>
  expect(await page.getByRole('link', { name: 'Help in Fairmead' }).isVisible()).toBe(true);

describe('when there is no answer the link and the way out stay, and words say why', () => {
  test.each([
    ['an error 500', fail, 'The list of services could not be loaded.'],
    [
      'something that is not JSON',
      (_: unknown, response: ServerResponse) => void response.end('<p>Hello</p>'),
      'The list of services could not be read.',
    ],
    [
      'data of another shape',
      { council: { slug: 'fairmead', allServices: [{ name: 'A service' }] } },
      'The list of services could not be read.',
    ],
    ['no such council', examples.noSuchCouncil, 'No services are published here.'],
    ['no services', examples.noServices, 'No services are published here.'],
  ])('%s', async (_, answer, words) => {
    server.answer = answer;
    await visit(tag(), async (page) => {
      await hasText(page, words);
      await linkStays(page);
      await safety(page);
    });
  });

  test('an API that is down, and the services when it is up again', async () => {
    server.answer = (_: unknown, response: ServerResponse) => void response.destroy();
    await visit(tag(), async (page) => {
      await hasText(page, 'The list of services could not be loaded.');
      await linkStays(page);
      server.answer = examples.ready;
      await page.getByRole('button', { name: 'Try again' }).click();
      await isReady(page);
    });
  });

  test('an answer that takes longer than 15 seconds', async () => {
    server.answer = hang;
    await partner.visit(
      tag(),
      async (page) => {
        await hasText(page, 'The list of services is loading…');
        await page.clock.fastForward(16_000);
        await hasText(page, 'The list of services takes too long to load.');
        await linkStays(page);
        await safety(page);
      },
      { before: (page) => page.clock.install(), script: 'service-finder.js' },
    );
  });

  test('an answer with some errors shows what there is, and says so', async () => {
    server.answer = (_: unknown, response: ServerResponse) =>
      void response.end(JSON.stringify({ data: examples.ready, errors: [{ message: 'No' }] }));
    await visit(tag(), async (page) => {
      await isReady(page);
      expect(await page.getByText('Some parts could not be loaded.').isVisible()).toBe(true);
    });
  });

  test('a page without script shows the link', async () => {
    await partner.visit(tag(), linkStays, { javaScriptEnabled: false });
  });

  test('offline it goes on finding, says since when, and back it catches up', async () => {
    const use = async (page: Page) => {
      await isReady(page);
      await expect.poll(() => server.streams()).toBe(1);
      await page.context().setOffline(true);
      await page.getByText(/Not updated since \d\d:\d\d\./).waitFor();
      await page.locator('[name=need]').selectOption('FOOD');
      await hasText(page, '2 services');
      server.answer = examples.oneMore;
      await page.context().setOffline(false);
      await page.locator('[name=need]').selectOption('');
      await hasText(page, '8 services');
    };
    await partner.visit(tag(), use, { script: 'service-finder.js' });
  });
});

test('a change shows within a second and takes nothing from the reader', async () => {
  await visit(tag(), async (page) => {
    await isReady(page);
    await expect.poll(() => server.streams()).toBe(1);
    await named(page, 'English at').getByText('More', { exact: true }).click();
    await page.locator('[name=where]').fill('E8');
    server.answer = examples.oneMore;
    const start = Date.now();
    server.change(13);
    await hasText(page, '8 services near E8');
    expect(Date.now() - start).toBeLessThan(1000);
    expect(await page.evaluate(focused)).toBe('where');
    await hasText(page, 'Bus 38 to Mill Lane, then the blue door.');
  });
});

test('what stands below the place that is kept for it does not move', async () => {
  for (const answer of [examples.ready, fail]) {
    server.answer = answer;
    await visit(
      `<style>sanctuary-service-finder { display: block; min-height: 60rem }</style>${tag()}<p>Below</p>`,
      async (page) => {
        await (answer === fail ? page.getByRole('button') : services(page)).first().waitFor();
        expect(await measureShift(page)).toBeLessThanOrEqual(0.01);
      },
      { viewport: { width: 390, height: 640 } },
    );
  }
});

test('forty services arrive in three requests of at most 45 KB', async () => {
  const answer = { council: { ...examples.ready.council, allServices: many(40) } };
  server.answer = answer;
  await visit(tag(), async (page) => {
    await isReady(page);
    await expect.poll(() => server.streams()).toBe(1);
    expect(server.asked).toHaveLength(3);
    const script = readFileSync(new URL('../../dist/service-finder.js', import.meta.url));
    const data = JSON.stringify({ data: answer });
    expect(brotliCompressSync(script).length + brotliCompressSync(data).length).toBeLessThan(45_000);
  });
});
