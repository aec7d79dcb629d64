import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
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

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.stop();
});

const toText = (html: string) =>
  decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')).replace(/[\s\u2066-\u2069]+/g, ' ');

async function take(response: Response) {
  const html = await response.text();
  return { response, status: response.status, html, text: toText(html) };
}

const read = async (path: string, from = site) => take(await fetch(from.url + path, { redirect: 'manual' }));

const post = async (path: string, form: Record<string, string> | URLSearchParams, from = site) =>
  take(await fetch(from.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) }));

const finder = '/fairmead/services';

const attributesOf = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decode(value ?? '')]),
  );

/** The hidden answers of the form whose button reads so, with what the button itself adds. */
function answersBehind(html: string, label: string | RegExp): Record<string, string> {
  for (const [, inside = ''] of html.matchAll(/<form[^>]*class="answers"[^>]*>([\s\S]*?)<\/form>/g)) {
    if (!toText(inside).match(label)) continue;
    const tags = [...inside.matchAll(/<(?:input|button)[^>]*name=[^>]*>/g)].map(([tag]) => attributesOf(tag));
    return Object.fromEntries(tags.map(({ name = '', value = '' }) => [name, value]));
  }
  throw new Error(`No form has a button “${String(label)}”.`);
}

interface Listed {
  readonly slug: string;
  readonly uuid: string;
  readonly name: string;
  readonly state: string;
  readonly organisation: { readonly uuid: string; readonly name: string };
  readonly opening: { readonly next: { day: string; opensAt: string; closesAt: string } | null } | null;
}

async function listServices(council: string, filter = ''): Promise<readonly Listed[]> {
  type Answer = { council: { services: { edges: { node: Listed }[] } } };
  const answer =
    await server.ask<Answer>(`{ council(slug: "${council}") { services(first: 100, filter: {${filter}}) {
    edges { node { slug uuid name state organisation { uuid name } opening { next { day opensAt closesAt } } } } } } }`);
  return answer.council.services.edges.map(({ node }) => node);
}

async function getListed(slug: string): Promise<Listed> {
  const found = (await listServices('fairmead', 'includeEnded: true')).find((each) => each.slug === slug);
  if (!found) throw new Error(`There is no service ${slug}.`);
  return found;
}

const namesIn = (html: string): string[] =>
  [...html.matchAll(/<li class="service"[\s\S]*?<h\d><a[^>]*href="[^"]*\/services\/([^"?]+)["?]/g)].map(
    ([, slug = '']) => slug,
  );

describe('the page to find help', () => {
  test('says whom to call first, then asks, then shows what there is', async () => {
    const { status, html, text } = await read(finder);
    expect(status).toBe(200);
    expect(text).toMatch(
      /In danger\? Call 999\..*Urgent help.*Leave this page.*What do you need\?.*What help there is/,
    );
    expect(text).toMatch(/Urgent help Evening listening line/);
    expect(html).toContain('<title>Find help · ');
    expect(html).toMatch(/<form[^>]*method="post"[^>]*class="finder"/);
    expect(html).not.toMatch(/method="get"/i);
    expect(html).toContain('rel="canonical"');
    expect(html).toContain('noindex');
  });

  test('lists every service once over its pages, the urgent ones first', async () => {
    const all = (await listServices('fairmead')).map(({ slug }) => slug);
    let { html } = await read(finder);
    const seen = namesIn(html);
    expect((await getListed(seen[0] ?? '')).slug).toBe('evening-listening-line');
    for (let left = 10; html.includes('name="after"') && left > 0; left -= 1) {
      ({ html } = await post(finder, answersBehind(html, /Show \d+ more/)));
      seen.push(...namesIn(html));
    }
    expect(new Set(seen)).toEqual(new Set(all));
    expect(html).toContain(`–${all.length}</span>`);
  });

  test('answers a form in its own address, to be kept by nobody', async () => {
    const { response, status, html, text } = await post(finder, { need: 'FOOD', lang: 'en' });
    expect(status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const food = (await listServices('fairmead', 'categories: [FOOD]')).map(({ slug }) => slug);
    expect(namesIn(html)).toEqual(food);
    expect(food.length).toBeGreaterThan(2);
    expect(text).toContain(`${food.length} services`);
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toContain('<title>Find help · ');
    expect(head).not.toMatch(/food/i);
    expect(html).toMatch(/<option value="FOOD" selected/);
  });

  test('tells how far it is from a postcode, or that there is none such', async () => {
    const { text } = await post('/hackney/services', { where: 'e83bq' });
    expect(text).toMatch(/\d+ services near E8/);
    const distances = [...text.matchAll(/(\d+(?:\.\d)?) miles/g)].map(([, miles]) => Number(miles));
    expect(distances.length).toBeGreaterThan(3);
    expect(distances).toEqual(distances.toSorted((one, other) => one - other));
    expect((await post('/hackney/services', { where: 'over there' })).text).toContain(
      'This is not a postcode.',
    );
  });

  test('keeps the answers when another language is chosen', async () => {
    const english = await post(finder, { need: 'FOOD', free: '1', lang: 'en' });
    const arabic = await post(finder, answersBehind(english.html, 'العربية'));
    expect(arabic.html).toMatch(/<div class="sanctuary whole-finder" lang="ar" dir="rtl">/);
    expect(namesIn(arabic.html)).toEqual(namesIn(english.html));
    expect(answersBehind(arabic.html, 'English')).toEqual({ need: 'FOOD', free: '1', lang: 'en' });
  });

  test('where nothing fits, says which answer to let go, whom to ask, and takes word of it', async () => {
    const nothing = await post(finder, { need: 'FOOD', words: 'zqcanaryzq', lang: 'en' });
    expect(namesIn(nothing.html)).toEqual([]);
    expect(nothing.text).toContain('No service fits all of this.');
    expect(nothing.html).toContain('href="https://example.org/fairmead/sanctuary"');
    const relaxed = await post(finder, answersBehind(nothing.html, /Without .*zqcanaryzq/));
    expect(namesIn(relaxed.html).length).toBeGreaterThan(2);
    expect(relaxed.html).not.toContain('zqcanaryzq');
    expect(nothing.html).toMatch(/<form[^>]*action="\/fairmead\/services\/missing"/);
    const form = nothing.html.split('action="/fairmead/services/missing"')[1]?.split('</form>')[0] ?? '';
    expect(form).not.toMatch(/<textarea|type="text"|zqcanaryzq/);
    expect(form).toMatch(/<option value="FOOD" selected/);
  });

  test('kindly refuses more words than can be searched, and keeps the answers', async () => {
    const words = 'one two three four five six seven eight nine';
    const { status, html, text } = await post(finder, { words });
    expect(status).toBe(400);
    expect(text).toContain('Use at most 8 words.');
    expect(text).not.toMatch(/No service fits|Could not find help/);
    expect(html).toContain(`value="${words}"`);
  });

  test('names the language that nobody here speaks', async () => {
    const { text } = await post('/hackney/services', {
      need: 'ENGLISH_CLASSES',
      where: 'E8',
      language: 'ti',
    });
    expect(text).toContain('Without “ትግርኛ · Tigrinya”: 1 service');
  });

  test('goes on at what was found, where a wrong postcode is told again', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(site.url + finder);
    await page.fill('form.finder [name=where]', 'over there');
    await page.click('form.finder .buttons button');
    await page.waitForURL(/#found$/);
    const found = await page.locator('#found').boundingBox();
    expect(found?.y).toBeLessThan(60);
    const told = await page.locator('#found + .note').boundingBox();
    expect(await page.locator('#found + .note').textContent()).toContain('This is not a postcode.');
    expect(told?.y).toBeLessThan(200);
    await page.close();
  });

  test('stays in Arabic from the list to a service and back, with all that is read around it', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}${finder}?lang=ar`);
    const isArabic = () => page.locator('html').evaluate(({ lang, dir }: HTMLElement) => `${lang} ${dir}`);
    expect(await isArabic()).toBe('ar rtl');
    await page.getByRole('link', { name: 'خط المصباح الليلي' }).last().click();
    expect(await page.title()).toContain('خط المصباح الليلي');
    expect(await isArabic()).toBe('ar rtl');
    await page.getByRole('link', { name: 'كل المساعدات' }).click();
    expect(await isArabic()).toBe('ar rtl');
    await page.close();
  });

  test('can be left at once, however far one has read', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(site.url + finder);
    await page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight / 2);
    });
    const ways = page.getByRole('link', { name: 'Leave this page' });
    expect(await ways.count()).toBe(1);
    const box = await ways.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 640) + (box?.height ?? 0)).toBeLessThan(640);
    await page.close();
  });

  test('can be used without JavaScript, and what is looked for stands in no address', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(site.url + finder);
    await page.selectOption('form.finder [name=need]', 'ENGLISH_CLASSES');
    await page.click('form.finder .buttons button');
    await page.getByRole('link', { name: 'English for beginners (ESOL)' }).waitFor();
    expect(page.url()).toBe(`${site.url}${finder}#found`);
    expect(addresses.filter((address) => /ENGLISH_CLASSES|\?/.test(address))).toEqual([]);
    expect(
      addresses.filter((address) => !address.startsWith(site.url) && !address.startsWith('data:')),
    ).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

describe('what somebody looks for', () => {
  const canary = 'zqcanaryword';
  const search = { words: canary, where: 'ZQ9 9ZQ', language: 'ti', need: 'FOOD' };
  const trace = /zqcanaryword|zq9 ?9zq/i;

  const listen = () => {
    const written: string[] = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...parts) => {
        written.push(
          parts.map((part) => (part instanceof Error ? describeError(part) : String(part))).join(' '),
        );
      });
    return written;
  };
  const describeError = (error: Error): string =>
    `${error.stack} ${error.cause instanceof Error ? describeError(error.cause) : String(error.cause)}`;

  test('is in no log of either program, no header and no title', async () => {
    const written = listen();
    const { response, html } = await post(finder, search);
    await post(`${finder}?lang=ar`, search);
    expect(html).toMatch(trace);
    expect([...response.headers].flat().join('\n')).not.toMatch(trace);
    expect(html.slice(0, html.indexOf('</head>'))).not.toMatch(trace);
    expect(html).not.toMatch(/(?:href|action)="[^"]*(?:zqcanary|ZQ9)/i);
    expect(written.join('\n')).not.toMatch(trace);
    expect(server.log()).not.toMatch(trace);
  });

  test('is in no log either when the register is away, or answers with it', async () => {
    const written = listen();
    const echo = createServer((request, response) => {
      request.pipe(response);
    }).listen(0, 'localhost');
    await new Promise((resolve) => echo.once('listening', resolve));
    const nowhere = `http://localhost:${(echo.address() as AddressInfo).port}`;
    const other = await startSite(server, { API_URL: nowhere });
    const repeated = await post(finder, search, other);
    echo.close();
    echo.closeAllConnections();
    const away = await post(finder, search, other);
    await other.close();
    expect([repeated.status, away.status]).toEqual([503, 503]);
    expect(repeated.html + away.html).not.toMatch(trace);
    expect(written.join('\n')).toContain('/:council/services');
    expect(written.join('\n')).not.toMatch(trace);
  });

  test('is refused where it is too long or no form, without a word in a log', async () => {
    const written = listen();
    const long = await post(finder, { words: canary.repeat(1000) });
    const json = await take(
      await fetch(site.url + finder, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(search),
      }),
    );
    for (const { status, html, response } of [long, json]) {
      expect(status).toBe(400);
      expect(html).not.toMatch(trace);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(written).toEqual([]);
  });
});

describe('the page of a service', () => {
  test('says everything, and how sure it is', async () => {
    const { status, html, text } = await read(`${finder}/esol-beginners`);
    expect(status).toBe(200);
    expect(html).toMatch(/<h1>\s*English for beginners \(ESOL\)\s*<\/h1>/);
    expect(text).toMatch(/In danger\? Call 999\./);
    expect(text).toContain('Checked on');
    expect(text).toMatch(/Where Fairmead Open College/);
    expect(text).toContain('Sharing data');
    expect(text).toMatch(/Who can use it People seeking asylum, Refugees/);
    expect(html).toMatch(/href="tel:\+?\d+"/);
    expect(html).toMatch(/href="\/fairmead\/organisations\/[\da-f-]{36}"/);
  });

  test('of what was written long ago says so before anything else', async () => {
    const { text } = await read('/islington/services/phone-contact');
    expect(text).toMatch(/Phone contact and phone credit As the Centre wrote in 2020\./);
    expect(text).toContain('From a public record, 2020 Nobody has checked this yet.');
    expect(text).not.toMatch(/Checked on|Phone first/);
  });

  test('has its data for programs', async () => {
    const { html } = await read('/hackney/services/dalston-clr-james-library');
    const [, json = ''] = html.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'GovernmentService',
      name: expect.stringContaining('James'),
      url: `${site.url}/hackney/services/dalston-clr-james-library`,
      provider: { '@type': 'GovernmentOrganization' },
    });
    expect(html).not.toContain('noindex');
  });

  test('has none for programs where its organisation stays out of open data', async () => {
    const { text, html } = await read(`${finder}/womens-safety-line`);
    expect(text).toContain('Women of the Weir');
    expect(html).not.toContain('ld+json');
  });

  test('by its number gives nothing away to whoever sees the link', async () => {
    const { uuid } = await getListed('lantern-night-line');
    const { html, text } = await read(`${finder}/${uuid}`);
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toContain('<title>A place to know · ');
    expect(decode(head).replace(/<link rel="canonical"[^>]*>/, '')).not.toMatch(/lantern/i);
    expect(head).toContain(`<link rel="canonical" href="${site.url}${finder}/lantern-night-line"`);
    expect(text).toContain('Lantern Night Line');
    expect(html).not.toContain('ld+json');
    const shared = [...html.matchAll(/href="(https:\/\/wa\.me\/[^"]*|sms:\?[^"]*|mailto:\?[^"]*)"/g)].map(
      ([, link = '']) => decodeURIComponent(decode(link)),
    );
    expect(shared).toHaveLength(3);
    for (const link of shared) {
      expect(link).toContain(`${site.url}${finder}/${uuid}`);
      expect(link).not.toMatch(/lantern/i);
    }
  });

  test('hides an address that is told on contact', async () => {
    const { html, text } = await read(`${finder}/womens-safety-line`);
    expect(text).toContain('Ask them for the address');
    expect(html).not.toMatch(/PostalAddress|GeoCoordinates|"Place"/);
  });

  test('brings the next time into a calendar that does not say what it is', async () => {
    const { uuid, opening, name } = await getListed('esol-beginners');
    const { response, html: file } = await read(`${finder}/${uuid}/next.ics`);
    expect(response.headers.get('content-type')).toContain('text/calendar');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="appointment.ics"');
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined,
    );
    expect(event.summary).toBe('Appointment');
    expect(event.startDate.toString()).toBe(`${opening?.next?.day}T${opening?.next?.opensAt}:00`);
    expect(event.endDate.toString()).toBe(`${opening?.next?.day}T${opening?.next?.closesAt}:00`);
    expect(event.location).toContain('Lock Keepers Walk');
    expect(file).not.toContain(name);
    expect((await read(`${finder}/${uuid}/next.ics?lang=ar`)).html).toContain('SUMMARY:موعد');
  });

  test('has no calendar file where no time is published', async () => {
    expect((await read(`${finder}/rainbow-letters/next.ics`)).status).toBe(404);
  });

  test('of one that has ended says so, and leads on', async () => {
    const { text, html } = await read(`${finder}/cooks-training`);
    expect(text).toContain('This service has ended. Do not go there.');
    expect(html).toContain('href="/fairmead/services"');
    expect(html).not.toContain('next.ics');
  });

  test('that is not there says so, with the way back', async () => {
    for (const name of ['none', '00000000-0000-4000-8000-000000000000']) {
      const { status, text } = await read(`${finder}/${name}`);
      expect(status).toBe(404);
      expect(text).toContain('has published no such service');
    }
  });

  test('takes word that something is wrong, by choices alone', async () => {
    const path = `${finder}/esol-beginners`;
    const { html } = await read(path);
    const form = html.split('id="wrong"')[1]?.split('</form>')[0] ?? '';
    expect(form.match(/type="radio"/g)).toHaveLength(7);
    expect(form).not.toMatch(/<textarea|type="text"/);
    const thanks = await post(path, { kind: 'WRONG_TIMES' });
    expect(thanks.status).toBe(200);
    expect(thanks.text).toContain('Thank you We counted it.');
    expect(thanks.response.headers.get('cache-control')).toBe('no-store');
    for (const kind of ['', 'ANYTHING']) {
      const again = await post(path, { kind });
      expect(again.status).toBe(400);
      expect(again.text).toContain('Please choose what is wrong.');
    }
  });
});

describe('the page of an organisation', () => {
  const read1 = async (slug: string) =>
    read(`/fairmead/organisations/${(await getListed(slug)).organisation.uuid}`);

  test('says how to reach it, its week, its services, and what it can use', async () => {
    const { html, text } = await read1('clothes-store');
    expect(html).toMatch(/<h1><bdi>Fairmead Faiths Together<\/bdi><\/h1>/);
    expect(text).toMatch(/Call 020 7946 0180.*The week of Fairmead Faiths Together.*What they offer/);
    expect(html).toMatch(/<table class="timetable">[\s\S]*15:00–18:00[\s\S]*Clothes and bedding store/);
    expect(text).toMatch(/What you can give them Winter coats.*What they cannot take Electrical things/);
  });

  test('that withholds its times shows none', async () => {
    const { html, text } = await read1('rainbow-letters');
    expect(text).toContain('They tell their times only when you get in touch.');
    expect(html).not.toContain('timetable');
    expect(html).not.toMatch(/\d\d:\d\d–\d\d:\d\d/);
  });

  test('that is not there says so', async () => {
    expect((await read('/fairmead/organisations/none')).status).toBe(404);
  });
});

test('help that is missing is shown when five missed it in a month, not before', async () => {
  const path = `${finder}/missing`;
  const row = 'Sport and arts ትግርኛ · Tigrinya 5';
  for (const _ of [1, 2, 3, 4]) {
    const thanks = await post(path, { category: 'SPORT_AND_ARTS', language: 'ti', words: 'zqcanaryzq' });
    expect(thanks.text).toContain('We counted it.');
    expect(thanks.text).not.toMatch(/zqcanaryzq|Tigrinya/);
  }
  const before = await read(path);
  expect(before.text).toContain('Nothing is shown here yet.');
  await post(path, { category: 'SPORT_AND_ARTS', language: 'ti' });
  const { text, html } = await read(path);
  expect(text).toContain(row);
  expect(html).toContain('<bdi lang="ti">');
});

test('when a crowd says something at once, the next is kindly asked to come back, and nothing counts as broken', async () => {
  const error = vi.spyOn(console, 'error');
  const say = 'reportNothingFound(council: "hackney", category: FOOD)';
  for (let times = 0; times < 12; times += 1)
    await server.ask(`mutation { a: ${say} b: ${say} c: ${say} d: ${say} e: ${say} }`);
  const { status, text, response } = await post('/hackney/services/missing', { category: 'FOOD' });
  expect(status).toBe(429);
  expect(text).toContain('try again in a minute');
  expect(response.headers.get('retry-after')).toBe('60');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(error).not.toHaveBeenCalled();
});

test('a council’s first page leads to help, and the map of the site to all of a real council', async () => {
  expect((await read('/fairmead')).html).toContain('href="/fairmead/services"');
  const { html } = await read('/sitemap.xml');
  expect(html).toContain(`<loc>${site.url}/hackney/services</loc>`);
  expect(html).toContain(`<loc>${site.url}/hackney/services/dalston-clr-james-library</loc>`);
  expect(html).toMatch(/\/hackney\/organisations\/[\da-f-]{36}<\/loc>/);
  expect(html).not.toContain('/fairmead/services');
});

test('a site of one council has its help at the root, by forms as well', async () => {
  const own = await startSite(server, { COUNCIL: 'hackney' });
  const { html } = await read('/services', own);
  expect(namesIn(html)).toContain('adult-learning');
  const libraries = await post('/services', { need: 'LIBRARY_AND_INTERNET' }, own);
  expect(namesIn(libraries.html)).toContain('dalston-clr-james-library');
  expect(libraries.html).toContain('href="/services/dalston-clr-james-library"');
  const service = await read('/services/dalston-clr-james-library', own);
  expect(decodeURIComponent(decode(service.html))).toContain(`A place to know: ${own.url}/services/`);
  await own.close();
});

describe('pages about help', () => {
  const search = (need: string) => async (page: Page) => {
    await page.selectOption('form.finder [name=need]', need);
    await page.click('form.finder .buttons button');
    await page.waitForSelector('form.answers');
  };
  const pages: readonly { path: string; act?: (page: Page) => Promise<void> }[] = [
    { path: finder },
    { path: `${finder}?lang=ar` },
    { path: finder, act: search('HEALTH') },
    { path: `${finder}?lang=ar`, act: search('HEALTH') },
    { path: `${finder}/esol-beginners` },
    { path: `${finder}/womens-friday-tea?lang=ar` },
    { path: `${finder}/missing` },
    { path: `${finder}/missing?lang=ar` },
    { path: '/hackney/services' },
  ];

  test.each(pages)('$path keeps nobody out, in light and dark', async ({ path, act }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { status, violations } = await examine(browser, site.url + path, { colorScheme }, act);
      expect(status).toBe(200);
      expect(violations).toEqual([]);
    }
  });

  test('an organisation keeps nobody out', async () => {
    const { organisation } = await getListed('clothes-store');
    const { violations } = await examine(browser, `${site.url}/fairmead/organisations/${organisation.uuid}`);
    expect(violations).toEqual([]);
  });

  test.each(pages)('$path fits a telephone and a desk', async ({ path }) => {
    for (const width of [320, 360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(site.url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  test('a service prints as a card: what it is and how to reach it, and none of the forms', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}${finder}/esol-beginners`);
    await page.emulateMedia({ media: 'print' });
    const isShown = (text: string) => page.getByText(text, { exact: false }).first().isVisible();
    expect(await isShown('9 Lock Keepers Walk')).toBe(true);
    expect(await isShown('020 7946 0141')).toBe(true);
    expect(await isShown('Say that it is wrong')).toBe(false);
    expect(await isShown('Leave this page')).toBe(false);
    await page.close();
  });
});
