import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CouncilSite } from './council-site.ts';
import { exampleQueries } from './developers/example-queries.ts';
import { readEnvironment } from './environment.ts';
import { connectRegister, QuestionRefused } from './register/register.ts';
import { examine } from './testing/barriers.ts';
import { findFreePort, startServer, type RunningServer } from './testing/server.ts';
import { decode, startSite } from './testing/site.ts';

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

async function read(path: string, from = site) {
  const response = await fetch(from.url + path, { redirect: 'manual' });
  const html = await response.text();
  const text = decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
  return { response, status: response.status, html, text };
}

const plan = '/hackney/plans/2026-2029';
const pages = [
  '/',
  '/how-we-count',
  '/developers',
  '/accessibility',
  '/privacy',
  '/hackney',
  plan,
  `${plan}?noDate=1`,
  `${plan}?lang=ar`,
  `${plan}/themes/1`,
  `${plan}/actions/1.2`,
  `${plan}/report`,
  '/compare',
  `${plan}/changes`,
  '/hackney/how-we-count',
  '/hackney/embed',
  '/islington',
  '/islington/members',
  '/islington/members/names',
  '/fairmead/members?lang=ar',
  '/fairmead',
  '/fairmead/embed',
  '/hackney/services',
  '/fairmead/services?lang=ar',
  '/fairmead/services/missing',
  '/fairmead/services/esol-beginners',
];

describe('every page', () => {
  test.each(pages)('%s has a title, one heading, a way back and a description', async (path) => {
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toMatch(/<html lang="(?:en|ar)"/);
    expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+"/);
    expect(html).toContain(`<link rel="canonical" href="${site.url}${path.split('?')[0]}"`);
    expect(html).toContain('href="#content"');
    if (path !== '/')
      expect(html).toMatch(/<nav class="crumbs wide" aria-label="(?:Breadcrumb|مسار الصفحة)"/);
    expect(html).not.toMatch(/undefined|\[object|lit-part|\sstyle=/);
  });

  test('says what it may load, sets no cookie, and is asked for again only when it changed', async () => {
    const { response } = await read(plan);
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'self'; script-src ${server.url}; connect-src ${server.url}; img-src 'self' data:; ` +
        `form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    expect(response.headers.get('set-cookie')).toBeNull();
    const again = await fetch(site.url + plan, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('loads a style sheet that may be kept for ever', async () => {
    const { html } = await read('/');
    const [, path = ''] = html.match(/rel="stylesheet" href="([^"]+)"/) ?? [];
    const { response, html: css } = await read(path);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(css).toContain('.sanctuary');
  });

  test.each([
    ['/nowhere', 404],
    ['/hackney/plans/none', 404],
    [`${plan}/actions/99.9`, 404],
    [`${plan}/themes/99`, 404],
    ['/%E0%A4%A', 400],
  ])('%s does not exist, and says so with a way out', async (path, status) => {
    const page = await read(path);
    expect(page.status).toBe(status);
    expect(page.html).toContain('href="/"');
    expect(page.html).toContain('noindex');
  });
});

describe('an address with a slash at its end or with capitals', () => {
  test.each([
    ['/hackney/', '/hackney'],
    ['/Hackney', '/hackney'],
    ['/HACKNEY/?lang=ar', '/hackney?lang=ar'],
    [`${plan}/`, plan],
    [`${plan}/actions/1.2/?asAt=2026-03-01`, `${plan}/actions/1.2?asAt=2026-03-01`],
    ['/Hackney/Services//', '/hackney/services'],
    ['/Privacy/', '/privacy'],
  ])('%s leads to %s', async (path, meant) => {
    const { status, response } = await read(path);
    expect([status, response.headers.get('location')]).toEqual([308, meant]);
    const head = await fetch(site.url + path, { method: 'HEAD', redirect: 'manual' });
    expect(head.status).toBe(308);
    expect((await read(meant)).status).toBe(meant.includes('asAt') ? 400 : 200);
  });

  test.each([
    '/nowhere/',
    '/Nowhere',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/hackney/plans/NONE/',
  ])('%s, where no page is, is not here', async (path) => {
    const { status, response } = await read(path);
    expect([status, response.headers.get('location')]).toEqual([404, null]);
  });

  test('is not led on when something is posted to it', async () => {
    const { status } = await fetch(`${site.url}/hackney/services/`, {
      method: 'POST',
      body: new URLSearchParams({ words: 'advice' }),
      redirect: 'manual',
    });
    expect(status).toBe(404);
  });

  test('is the same on a site of one council', async () => {
    const own = await startSite(server, { COUNCIL: 'hackney' });
    try {
      for (const [path, meant] of [
        ['/plans/2026-2029/', '/plans/2026-2029'],
        ['/Members', '/members'],
        ['/plans', '/'],
      ] as const)
        expect((await read(path, own)).response.headers.get('location')).toBe(meant);
    } finally {
      await own.close();
    }
  });
});

test('the address of a council’s plans leads to its first page, where they stand', async () => {
  const { status, response } = await read('/hackney/plans');
  expect([status, response.headers.get('location')]).toEqual([302, '/hackney']);
});

describe('a council’s first page', () => {
  test('says what needs attention, each with a link to just these actions', async () => {
    const { html } = await read('/hackney');
    expect(html).toContain(`href="${plan}?noDate=1"`);
    const filtered = await read(`${plan}?noDate=1`);
    expect(filtered.text).toContain('35 actions');
  });

  test('sets related plans apart from the plan of sanctuary', async () => {
    const { html } = await read('/islington');
    const related = html.indexOf('Related plans');
    expect(related).toBeGreaterThan(0);
    expect(html.slice(related).toLowerCase()).toContain('equality');
    expect(html.slice(0, related)).toContain('class="plan-card"');
  });

  test('tells what changed in words, never by the names of fields', async () => {
    const { text } = await read('/fairmead');
    expect(text).toContain('Latest changes');
    expect(text).not.toMatch(/CREATED|ActionWording|GroupAssessment|whatHappened/);
  });

  test('tells the same as its feed: what was reported, said and answered last, and which plan came', async () => {
    for (const council of ['fairmead', 'hackney', 'islington']) {
      const { html } = await read(`/${council}`);
      const latest = html.slice(html.indexOf('Latest changes'));
      const told = [...latest.matchAll(/<li><a href="[^"]+">([^<]+)<\/a>,\s*<time/g)].map(([, title = '']) =>
        decode(title),
      );
      const feed = await (await fetch(`${server.url}/feeds/${council}/updates.atom`)).text();
      const entries = [...feed.matchAll(/<entry>\s*<id>[^<]*<\/id>\s*<title>([^<]+)</g)].map(
        ([, title = '']) => decode(title),
      );
      expect(told).toEqual(entries.slice(0, 8));
      expect(told.length).toBeGreaterThan(0);
    }
    const { text } = await read('/fairmead');
    expect(text).toMatch(/1\.3 .{5,90}: the council responds to the group , 6 days ago/);
    expect(text).not.toContain('Nothing has changed yet');
  });

  test('of an example says so, and is kept from search engines', async () => {
    const { html } = await read('/fairmead');
    expect(html).toContain('is not a real council');
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect((await read('/hackney')).html).not.toContain('noindex');
  });
});

describe('a plan', () => {
  test('stands whole in the page without script: all 35 actions of Hackney', async () => {
    const { html } = await read(plan);
    const refs = new Set([...html.matchAll(/data-ref="([^"]+)"/g)].map(([, ref]) => ref));
    expect(refs.size).toBe(35);
  });

  test.each([
    ['noDate=1', 'noDate: true'],
    ['late=1', 'late: true'],
    ['stale=1', 'stale: true'],
    ['status=NOT_REPORTED', 'status: [NOT_REPORTED]'],
    ['status=DONE&status=IN_PROGRESS', 'status: [DONE, IN_PROGRESS]'],
    ['groupView=DISAGREES', 'groupView: [DISAGREES]'],
    ['strength=EXPLORE', 'strength: [EXPLORE]'],
    ['words=interpreter', 'words: "interpreter"'],
    ['theme=1&noMeasure=1', 'theme: "1", noMeasure: true'],
    ['sort=STATUS&noDate=1', 'sort: STATUS, noDate: true'],
  ])('filtered by %s shows what the API counts', async (query, argument) => {
    for (const council of ['hackney', 'fairmead']) {
      const address = await findPlan(council);
      const answer = await server.ask<{ council: { plan: { actions: { totalCount: number } } } }>(
        `{ council(slug: "${council}") { plan(slug: "${address.split('/').at(-1)}") { actions(${argument}) { totalCount } } } }`,
      );
      const { totalCount } = answer.council.plan.actions;
      const { html, text } = await read(`${address}?${query}`);
      expect(html.match(/data-ref=/g)?.length ?? 0).toBe(totalCount);
      expect(text).toMatch(
        totalCount === 0 ? /No action fits/ : new RegExp(` ${totalCount} (of \\d+ )?actions? `),
      );
    }
  });

  test('keeps its filter in another language', async () => {
    const page = await open(`${livePlan}?late=1&words=a%26b+c&status=DONE&status=DELAYED&lang=en`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('link', { name: 'العربية' }).click();
    expect([...new URL(page.url()).searchParams].toSorted()).toEqual([
      ['lang', 'ar'],
      ['late', '1'],
      ['status', 'DELAYED'],
      ['status', 'DONE'],
      ['words', 'a&b c'],
    ]);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('late')).toBe('1');
    await page.close();
  });

  test('of which no action fits says so, and offers to clear the filter', async () => {
    const { html, text } = await read(`${plan}?words=zzzzzz`);
    expect(text).toContain('No action fits.');
    expect(html).toContain(`<a href="${plan}">Clear all</a>`);
  });

  test('without actions says so', async () => {
    const { council } = await server.ask<{
      council: { plans: { slug: string; progress: { total: number } }[] };
    }>('{ council(slug: "islington") { plans { slug progress { total } } } }');
    const empty = council.plans.find(({ progress }) => progress.total === 0);
    expect(empty).toBeDefined();
    expect((await read(`/islington/plans/${empty?.slug}`)).text).toContain(
      'No actions are published for this plan.',
    );
  });

  test('with signs that mean something in HTML in its address shows them as text', async () => {
    const { html } = await read(`${plan}?words=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert(1)');
  });
});

async function findPlan(council: string): Promise<string> {
  const { html } = await read(`/${council}`);
  return html.match(new RegExp(`/${council}/plans/[^"?]+`))?.[0] ?? '';
}

const livePlan = '/fairmead/plans/2025-2028';

/** A day so long ago at the council, where the demo began 420 days ago. */
async function findDay(daysAgo: number): Promise<string> {
  const { council } = await server.ask<{ council: { today: string } }>(
    '{ council(slug: "fairmead") { today } }',
  );
  return new Date(Date.parse(council.today) - daysAgo * 86_400_000).toISOString().slice(0, 10);
}

async function findManaged(ref: string) {
  type Found = {
    council: {
      plan: {
        action: {
          id: string;
          version: number;
          reports: { id: string; groupAssessment: { version: number } | null }[];
        };
      };
    };
  };
  const { council } = await server.manage<Found>(
    `{ council(slug: "fairmead") { plan(slug: "2025-2028") { action(ref: "${ref}") { id version reports { id groupAssessment { version } } } } } }`,
  );
  return council.plan.action;
}

async function reword(ref: string, input: object): Promise<void> {
  const { id, version } = await findManaged(ref);
  await server.manage('mutation ($input: EditActionInput!) { editAction(input: $input) { id } }', {
    input: { actionId: id, expectedVersion: version, ...input },
  });
}

describe('looking back', () => {
  const pagesThen = [livePlan, `${livePlan}/themes/1`, `${livePlan}/actions/1.2`];

  test.each(pagesThen)(
    '%s says which day it shows, leads back to today, and is for people only',
    async (path) => {
      const day = await findDay(60);
      const { status, html, text } = await read(`${path}?asAt=${day}`);
      expect(status).toBe(200);
      expect(text).toMatch(/This is how it stood at the end of \d+ \w+ \d{4}\./);
      expect(html).toContain(`href="${path}"`);
      expect(html).toContain('<meta name="robots" content="noindex"');
      expect(html).toContain(`<link rel="canonical" href="${site.url}${path}"`);
      expect(html).toMatch(/<title>[^<]+, as at \d+ \w+ \d{4} · /);
      expect(html).toContain(`value="${day}"`);
      expect(html).not.toMatch(/<script|<sanctuary-/);
      const ways = [...html.matchAll(/href="(\/fairmead\/plans\/[^"]+)"/g)].map(([, way]) => way);
      expect(ways.filter((way) => way !== path && !way?.includes(`asAt=${day}`))).toEqual([]);
    },
  );

  test('a plan shows the actions, states and counts of that day', async () => {
    const day = await findDay(230);
    const fields = 'progress { total late noDate } themes { actions { ref title status } }';
    type Then = {
      progress: { total: number; late: number; noDate: number };
      themes: { actions: { ref: string; title: string; status: string }[] }[];
    };
    const { council } = await server.ask<{ council: { plan: { asAt: Then } } }>(
      `{ council(slug: "fairmead") { plan(slug: "2025-2028") { asAt(date: "${day}") { ${fields} } } } }`,
    );
    const { progress, themes } = council.plan.asAt;
    const { html, text } = await read(`${livePlan}?asAt=${day}`);
    expect(html.match(/data-ref=/g)).toHaveLength(progress.total);
    // A wording of today that came later stands nowhere.
    expect(text).toContain('Work with schools on becoming Schools of Sanctuary');
    expect(text).not.toContain('publish a yearly account');
    expect(themes.flatMap(({ actions }) => actions.filter(({ status }) => status === 'DONE'))).toEqual([]);
    expect(text).not.toMatch(/\d+ Done/);
    for (const [name, count] of [
      ['late', progress.late],
      ['noDate', progress.noDate],
    ] as const) {
      const filtered = await read(`${livePlan}?asAt=${day}&${name}=1`);
      expect(filtered.html.match(/data-ref=/g) ?? []).toHaveLength(count);
      expect(filtered.html).toContain(`name="asAt" value="${day}"`);
    }
    expect((await read(`${livePlan}?asAt=${day}&words=zzzz`)).html).toContain(
      `<a href="${livePlan}?asAt=${day}">Clear all</a>`,
    );
  });

  test('an action shows what it said and what was known then, and nothing that came later', async () => {
    const { text } = await read(`${livePlan}/actions/1.2?asAt=${await findDay(60)}`);
    expect(text).toContain('Five desks are connected');
    expect(text).not.toContain('Eight of twelve desks');
    expect(text).not.toContain('Tigrinya');
    expect(text).toContain('The group says Not assessed');
  });

  describe.each(pagesThen)('%s', (path) => {
    test.each(['yesterday', '2026-02-30', '01/03/2026', '"><b>'])(
      'asked for the day “%s” keeps it and says what a day is',
      async (day) => {
        const { status, html, text } = await read(`${path}?asAt=${encodeURIComponent(day)}`);
        expect(status).toBe(400);
        expect(text).toContain(`“${day}” is not a day. Write it like 2026-03-01: year, month, day.`);
        expect(html).toContain(
          `value="${day.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
        );
        expect(html).toContain('aria-describedby="as-at-problem"');
      },
    );

    test('has nothing of days to come, and of days before it was recorded', async () => {
      const tomorrow = await read(`${path}?asAt=${await findDay(-1)}`);
      expect(tomorrow.status).toBe(400);
      expect(tomorrow.text).toContain('This day has not come yet. Choose today or a day before.');
      const early = await read(`${path}?asAt=1999-01-01`);
      expect(early.status).toBe(400);
      expect(early.text).toMatch(/was not recorded here yet\. Choose \d+ \w+ \d{4} or a later day\./);
      expect(early.html).toContain(`min="${await findDay(420)}"`);
    });
  });

  test('without script a reader chooses a day, goes on in it, filters, and comes back to today', async () => {
    const page = await open(livePlan, { javaScriptEnabled: false });
    const day = await findDay(100);
    await page.getByLabel('Show how it stood at the end of this day').fill(day);
    await page.getByRole('button', { name: 'Show that day' }).click();
    expect(page.url()).toBe(`${site.url}${livePlan}?asAt=${day}`);
    await page.locator('select[name=theme]').selectOption('3');
    await page.getByRole('button', { name: 'Show actions' }).click();
    expect(page.url()).toContain(`asAt=${day}`);
    expect(await page.getByRole('status').textContent()).toMatch(/5 of 24 actions/);
    await page.locator('[data-ref="3.1"] a').click();
    expect(page.url()).toBe(`${site.url}${livePlan}/actions/3.1?asAt=${day}`);
    await page.getByRole('link', { name: 'Go back to today' }).click();
    expect(page.url()).toBe(`${site.url}${livePlan}/actions/3.1`);
    await page.close();
  });

  test('a page of an earlier day stays as it is while the council reports', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}${livePlan}?asAt=${await findDay(1)}`);
    const before = await page.textContent('main');
    const { id, version } = await findManaged('2.1');
    await server.manage('mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }', {
      input: { actionId: id, expectedVersion: version, status: 'DONE', whatHappened: 'All are there.' },
    });
    await page.reload();
    expect(await page.textContent('main')).toBe(before);
    expect(asked.filter((url) => url.startsWith(server.url))).toEqual([]);
    await page.close();
  });
});

describe('what changed', () => {
  test('in wording, lead and date is told in words on the pages of the action and of the plan', async () => {
    await reword('5.2', { dueText: 'by March 2027' });
    await reword('5.2', { dueText: 'by June 2027', leadText: null });
    await reword('5.2', { dueText: 'by March 2027' });
    for (const path of [`${livePlan}/actions/5.2`, livePlan, `${livePlan}/changes`]) {
      const { html, text } = await read(path);
      expect(text.replaceAll(/\s+/g, '')).toContain('Timescalechangedfrom“byMarch2027”to“byJune2027”.');
      expect(text).toContain('Timescale changed back from');
      expect(text).toMatch(/Lead taken away\. It was “/);
      expect(html).toMatch(
        /“<bdi lang="en">by <del>March<\/del> 2027<\/bdi>” to “<bdi lang="en">by <ins>June<\/ins> 2027<\/bdi>”/,
      );
    }
    expect((await read(livePlan)).html).toContain(`href="${livePlan}/changes"`);
  });

  test('in a long text is spoken to those who do not see it', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    await reword('5.3', { detail: long });
    await reword('5.3', { detail: long.replace('word30', 'another') });
    const { html, text } = await read(`${livePlan}/actions/5.3`);
    expect(html).toContain('<del><span class="spoken">taken away: </span>word30');
    expect(html).toContain('<ins><span class="spoken">put in: </span>another');
    expect(text).toContain('Read it in full');
  });

  test('in a script of the other direction stands apart from the sentence', async () => {
    await reword('5.4', { leadText: 'مركز الترحيب' });
    expect((await read(`${livePlan}/actions/5.4`)).html).toContain('<bdi lang="en">مركز الترحيب</bdi>');
  });

  test('in what the group says keeps both views, with their days', async () => {
    const action = await findManaged('1.3');
    const [report] = action.reports;
    await server.manage(
      'mutation ($input: RecordGroupViewInput!) { recordGroupView(input: $input) { id } }',
      {
        input: {
          reportId: report?.id,
          expectedVersion: report?.groupAssessment?.version,
          view: 'AGREES',
          reason: 'The letters can be read now.',
          assessedOn: await findDay(2),
        },
      },
    );
    const { text } = await read(`${livePlan}/actions/1.3`);
    expect(text).toMatch(/The group changed what it says Agrees.*The group said Disagrees/);
    expect(text).toContain('we found them as hard to read as before');
    const then = await read(`${livePlan}/actions/1.3?asAt=${await findDay(1)}`);
    expect(then.text).toContain('The group says Disagrees');
    expect(then.text).not.toContain('The letters can be read now.');
  });

  test('in a plan that nobody has reworded is nothing, in words', async () => {
    expect((await read(plan)).text).toContain('Nothing has been reworded, added or removed');
    expect((await read(`${plan}/changes`)).text).toContain('Nothing has been reworded, added or removed');
    expect((await read('/hackney/plans/none/changes')).status).toBe(404);
  });
});

describe('put this on your site', () => {
  const readCode = (html: string, id: string) =>
    decode(html.match(new RegExp(`id="${id}"><code>([\\s\\S]*?)</code>`))?.[1] ?? '');

  test('gives the two lines exactly as documented', async () => {
    const { html } = await read('/hackney/embed');
    expect(readCode(html, 'snippet')).toBe(
      `<script type="module" src="${server.url}/embed/v1/sanctuary.js"></script>\n` +
        `<sanctuary-action-tracker council="hackney"><a href="${site.url}${plan}">Hackney's sanctuary action plan</a></sanctuary-action-tracker>`,
    );
  });

  test('gives the lines for the steering group as well, where there is one', async () => {
    const { html } = await read('/islington/embed?lang=ar');
    expect(readCode(html, 'group-snippet')).toBe(
      `<script type="module" src="${server.url}/embed/v1/sanctuary.js"></script>\n` +
        `<sanctuary-steering-group council="islington" lang="ar"><a lang="ar" dir="rtl" href="${site.url}/islington/members?lang=ar">المجموعة التوجيهية للملاذ في Islington</a></sanctuary-steering-group>`,
    );
  });

  test('gives the lines for the service finder as well', async () => {
    const { html } = await read('/hackney/embed?theme=light');
    expect(readCode(html, 'finder-snippet')).toBe(
      `<script type="module" src="${server.url}/embed/v1/sanctuary.js"></script>\n` +
        `<sanctuary-service-finder council="hackney" theme="light"><a href="${site.url}/hackney/services">Help for people seeking sanctuary in Hackney</a></sanctuary-service-finder>`,
    );
  });

  test('puts the options into the second line', async () => {
    const { html } = await read('/hackney/embed?plan=2026-2029&lang=ar&theme=dark');
    expect(readCode(html, 'snippet')).toContain(
      '<sanctuary-action-tracker council="hackney" plan="2026-2029" lang="ar" theme="dark"><a lang="ar" dir="rtl" href=',
    );
    expect(readCode((await read('/hackney/embed?theme="x')).html, 'snippet')).not.toContain('theme');
  });

  test('in Arabic links in Arabic to the page in Arabic, by the plan’s own title where it is translated', async () => {
    const tagOf = async (query: string) =>
      readCode((await read(`/fairmead/embed?lang=ar${query}`)).html, 'snippet').split('\n')[1];
    expect(await tagOf('&plan=2021-2024')).toBe(
      `<sanctuary-action-tracker council="fairmead" plan="2021-2024" lang="ar"><a lang="ar" dir="rtl" href="${site.url}/fairmead/plans/2021-2024?lang=ar">خطة عمل الملاذ في Fairmead</a></sanctuary-action-tracker>`,
    );
    const translated = await tagOf('&plan=2025-2028');
    expect(translated).toContain('?lang=ar">خطة فيرميد للملاذ 2025–2028</a>');
    const pasted = readFileSync(new URL('../../charity-site/pages/two.html', import.meta.url), 'utf8');
    expect(pasted).toContain(translated?.replace(site.url, 'http://localhost:4001'));
  });

  test('pins a version by the hash of the very bytes that the server sends', async () => {
    const { html } = await read('/hackney/embed');
    const [, address = '', hash = ''] =
      readCode(html, 'pinned').match(/src="([^"]+)" integrity="([^"]+)"/) ?? [];
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
    const [algorithm = ''] = hash.split('-');
    expect(`${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`).toBe(hash);
  });
});

test('a plan can be taken along, and every page of a council names its feed', async () => {
  const { html } = await read(plan);
  const links = [...html.matchAll(/<a href="([^"]+\/(?:export|feeds)\/[^"]+)"/g)].map(
    ([, link = '']) => link,
  );
  expect(links.map((link) => new URL(link).pathname)).toEqual([
    '/export/hackney/2026-2029/actions.csv',
    '/export/hackney/2026-2029/actions.json',
    '/feeds/hackney/updates.atom',
  ]);
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  for (const path of ['/hackney', plan, `${plan}/actions/1.2`]) {
    const [alternate] = (await read(path)).html.match(/<link\s[^>]*application\/atom\+xml[^>]*>/) ?? [];
    expect(alternate).toContain(`href="${links[2]}"`);
  }
});

test('the files and feeds shown to developers are there', async () => {
  const { html } = await read('/developers');
  const addresses = html.match(/http:[^\s<"]+\/(?:export|feeds)\/[^\s<"]+/g) ?? [];
  expect(addresses).toHaveLength(4);
  for (const address of addresses) expect((await fetch(address)).status).toBe(200);
});

test('the questions shown to developers run as they stand', async () => {
  const { html } = await read('/developers');
  const shown = [...html.matchAll(/data-kind="query"><code>([\s\S]*?)<\/code>/g)].map(([, query = '']) =>
    decode(query),
  );
  expect(shown).toHaveLength(exampleQueries('any').length);
  for (const query of shown)
    expect((await server.ask<{ council: object | null }>(query)).council).not.toBeNull();
});

test('the site map names every action of real councils, and nothing of an example', async () => {
  const { response, html } = await read('/sitemap.xml');
  expect(response.headers.get('content-type')).toContain('application/xml');
  expect(html.match(/hackney\/plans\/2026-2029\/actions\//g)).toHaveLength(35);
  expect(html).not.toContain('fairmead');
  expect((await read('/robots.txt')).text).toContain(`${site.url}/sitemap.xml`);
});

test('a site of one council has its pages at the root', async () => {
  const own = await startSite(server, { COUNCIL: 'hackney' });
  try {
    expect((await read('/', own)).text).toContain('Hackney');
    expect((await read('/plans/2026-2029/actions/1.2', own)).status).toBe(200);
    expect((await read('/', own)).html).toContain('href="/plans/2026-2029"');
    const moved = await read('/hackney/plans/2026-2029?late=1', own);
    expect([moved.status, moved.response.headers.get('location')]).toEqual([301, '/plans/2026-2029?late=1']);
    expect((await read('/hackney//elsewhere.example', own)).response.headers.get('location')).toBe(
      '/elsewhere.example',
    );
    expect((await read('/sitemap.xml', own)).html).not.toContain('islington');
  } finally {
    await own.close();
  }
});

test('while the register cannot be reached the page says so, and when to come back', async () => {
  const alone = await startSite(server, { API_URL: `http://localhost:${await findFreePort()}` });
  try {
    const { status, response, text, html } = await read(plan, alone);
    expect(status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('The register cannot be reached');
    expect(html).toContain(`href="${plan}"`);
    expect((await read('/accessibility', alone)).status).toBe(200);
    expect(await examine(browser, alone.url + plan)).toEqual({ status: 503, violations: [] });
  } finally {
    await alone.close();
  }
});

test('a question that costs too much is refused, and the register does not count as away', async () => {
  const register = connectRegister(readEnvironment({ PUBLIC_URL: server.url }));
  const costly =
    '{ councils { plans { actions(first: 100) { edges { node { plan { actions(first: 100) { edges { node { id } } } } } } } } } }';
  await expect(register.ask(costly, {})).rejects.toThrow(QuestionRefused);
  await expect(register.ask(costly, {})).rejects.toThrow(/records/);
});

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(site.url + path);
  return page;
}

const looked = [
  '/',
  '/hackney',
  plan,
  `${plan}?noDate=1`,
  `${plan}?words=zzzzzz`,
  '/fairmead',
  `${plan}/themes/1`,
  `${plan}/report`,
  '/compare',
  '/fairmead/members',
  '/fairmead/members/names',
  '/hackney/embed',
  '/developers',
  '/accessibility',
  '/privacy',
  '/hackney/how-we-count',
];

const anAction = async () => `${await findPlan('fairmead')}/actions/1.2?asAt=${await findDay(60)}`;

describe.each([
  ['', 60, 200],
  ['/themes/1', 60, 200],
  ['/actions/1.2', 60, 200],
  ['', -1, 400],
  ['/actions/5.3', 0, 200],
])('on a phone %s of %i days ago', (path, daysAgo, status) => {
  test('has no barrier that can be found automatically, and fits', async () => {
    const address = `${livePlan}${path}?asAt=${await findDay(daysAgo)}`;
    const viewport = { width: 360, height: 740 };
    expect(await examine(browser, site.url + address, { viewport })).toEqual({ status, violations: [] });
    const page = await open(address, { viewport });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });
});

test('on a phone the changes and the history of an action have no barrier, and fit', async () => {
  for (const address of [`${livePlan}/changes`, `${livePlan}/actions/5.3`]) {
    const viewport = { width: 360, height: 740 };
    expect(await examine(browser, site.url + address, { viewport })).toEqual({ status: 200, violations: [] });
    const page = await open(address, { viewport });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  }
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each([...looked, 'action'])('%s has no barrier that can be found automatically', async (path) => {
    const address = path === 'action' ? await anAction() : path;
    expect(await examine(browser, site.url + address, { colorScheme })).toEqual({
      status: 200,
      violations: [],
    });
  });
});

test.each([plan, 'action'])('in forced colours %s has no barrier that can be found', async (path) => {
  const address = path === 'action' ? await anAction() : path;
  expect(await examine(browser, site.url + address, { forcedColors: 'active' })).toEqual({
    status: 200,
    violations: [],
  });
});

test('a page that is not there has no barrier that can be found automatically', async () => {
  expect(await examine(browser, `${site.url}/hackney/plans/none`)).toEqual({ status: 404, violations: [] });
});

describe('what belongs together stands together, and apart from the rest', () => {
  /** The sides of what a selector finds, in pixels of the screen. */
  const sidesOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not seen.`);
    return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
  };

  test.each([`${livePlan}/actions/1.2`, livePlan, `${livePlan}/report`])(
    'on %s the button is beside the day that it sends',
    async (path) => {
      const page = await open(path, { viewport: { width: 1280, height: 900 } });
      const [day, button] = [await sidesOf(page, 'input[type=date]'), await sidesOf(page, '.row .button')];
      expect(button.left - day.right).toBeLessThanOrEqual(17);
      await page.close();
    },
  );

  test.each([360, 1280])('at %i pixels a history begins below its heading', async (width) => {
    const page = await open(`${livePlan}/actions/1.2`, { viewport: { width, height: 900 } });
    const [heading, first] = [await sidesOf(page, '#history'), await sidesOf(page, '#history + .timeline')];
    expect(first.top - heading.bottom).toBeGreaterThanOrEqual(16);
    await page.close();
  });

  test('on a phone nothing of the way here stands behind a name of two lines', async () => {
    const page = await open(`${livePlan}/actions/1.2`, { viewport: { width: 360, height: 740 } });
    const behind = await page.locator('.crumbs li:has(a)').evaluateAll((items) =>
      items.map((item) => {
        const link = item.querySelector('a');
        return item.getBoundingClientRect().right - (link?.getBoundingClientRect().right ?? 0);
      }),
    );
    expect(Math.max(...behind)).toBeLessThan(1);
    await page.close();
  });

  test.each([360, 1280])(
    'at %i pixels outcomes, actions and what follows them stand apart',
    async (width) => {
      const page = await open(`${livePlan}/themes/2`, { viewport: { width, height: 900 } });
      const [list, next] = [await sidesOf(page, '.targets ul'), await sidesOf(page, '.sanctuary > .result')];
      expect(next.top - list.bottom).toBeGreaterThanOrEqual(20);
      const [actions, button] = [
        await sidesOf(page, '.actions'),
        await sidesOf(page, '.sanctuary + p .button'),
      ];
      expect(button.top - actions.bottom).toBeGreaterThanOrEqual(20);
      await page.close();
    },
  );
});

test.each(looked)('%s fits a screen of 320 pixels', async (path) => {
  const page = await open(path, { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.close();
});

test('with script the plan becomes live in its place, and nothing is refused by the page’s policy', async () => {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(site.url + plan);
  await page.waitForFunction(
    () =>
      document.querySelector('sanctuary-action-tracker')?.shadowRoot?.querySelectorAll('[data-ref]')
        .length === 35,
  );
  expect(problems).toEqual([]);
  await page.close();
});

test('a report that the council publishes shows on an open page within a second', async () => {
  const page = await browser.newPage();
  try {
    const stream = page.waitForRequest((request) => request.url().includes('/live/fairmead'));
    await page.goto(`${site.url}/fairmead/plans/2025-2028`);
    await stream;

    type Found = { council: { plan: { action: { id: string; version: number } } } };
    const { council } = await server.manage<Found>(
      '{ council(slug: "fairmead") { plan(slug: "2025-2028") { action(ref: "4.1") { id version } } } }',
    );
    const { id, version } = council.plan.action;
    const whatHappened = 'A second room is open on Thursdays.';
    await server.manage(`mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }`, {
      input: { actionId: id, expectedVersion: version, status: 'IN_PROGRESS', whatHappened },
    });
    await page.waitForFunction(
      (text) => document.querySelector('sanctuary-action-tracker')?.shadowRoot?.textContent?.includes(text),
      whatHappened,
      { timeout: 1000 },
    );
  } finally {
    await page.close();
  }
});

describe('a page that is open', () => {
  const publish = async (ref: string, whatHappened: string) => {
    const { id, version } = await findManaged(ref);
    await server.manage('mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }', {
      input: { actionId: id, expectedVersion: version, status: 'DONE', whatHappened },
    });
  };
  const listening = async (path: string) => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', ({ message }) => problems.push(message));
    const stream = page.waitForResponse((response) => response.url() === `${server.url}/live/fairmead`);
    await page.goto(site.url + path);
    await stream;
    return { page, problems };
  };

  test.each([
    ['/fairmead', '2.2', 'from abroad: Done'],
    [`${livePlan}?words=placements&sort=STATUS`, '2.3', 'Told on the plan.'],
    [`${livePlan}/themes/2`, '2.4', 'Told on the theme.'],
    [`${livePlan}/actions/4.2`, '4.2', 'Told on the action.'],
  ])('%s follows what the council reports on %s', async (path, ref, words) => {
    const { page, problems } = await listening(path);
    try {
      expect(await page.textContent('main')).not.toContain(words);
      await publish(ref, words);
      const shown = (text: string) => document.querySelector('main')?.textContent.includes(text);
      await page.waitForFunction(shown, words, { timeout: 5000 });
      expect(await page.textContent('[role=status]#updated')).toBe('This page was just updated.');
      expect(problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  test('keeps what was opened, what is typed, the keyboard’s place and what is read', async () => {
    const { page } = await listening(`${livePlan}/themes/1`);
    try {
      await page.locator('[data-ref="1.3"] summary').first().click();
      await page.getByLabel('Show how it stood at the end of this day').fill('2026-01-02');
      const link = page.locator('[data-ref="1.3"] .links a');
      await link.focus();
      const top = () => link.evaluate((element) => Math.round(element.getBoundingClientRect().top));
      const before = await top();
      await publish('1.1', 'Told while somebody reads about another action.');
      await page.getByText('Told while somebody reads').waitFor({ state: 'attached', timeout: 5000 });
      expect(await page.locator('details[data-ref][open]').getAttribute('data-ref')).toBe('1.3');
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(top).toBe(before);
      expect(await page.getByLabel('Show how it stood at the end of this day').inputValue()).toBe(
        '2026-01-02',
      );
    } finally {
      await page.close();
    }
  });

  test('stays as it is when it cannot be had, and catches up when somebody looks again', async () => {
    const { page } = await listening(`${livePlan}/actions/4.3`);
    try {
      const see = (state: string) =>
        page.evaluate((visibility) => {
          Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      await page.route(site.url + livePlan + '/actions/4.3', (route) => route.fulfill({ status: 503 }));
      const asked = page.waitForResponse((response) => response.status() === 503);
      await publish('4.3', 'Nobody could have known.');
      await asked;
      expect(await page.textContent('main')).not.toContain('Nobody could have known.');
      await see('hidden');
      await page.unrouteAll();
      await see('visible');
      await page.getByText('Nobody could have known.').first().waitFor({ timeout: 5000 });
    } finally {
      await page.close();
    }
  });

  test.each([
    '/hackney/services',
    '/fairmead/members/names',
    `${livePlan}/report`,
    '/fairmead/embed',
    '/compare',
  ])('%s runs no script of this site', async (path) => {
    const { response, html } = await read(path);
    expect(html).not.toMatch(/<script[^>]* src="\//);
    expect(response.headers.get('content-security-policy')).toContain(`script-src ${server.url};`);
  });

  test('may load the site’s own script and ask the site and the API, no more', async () => {
    const { response, html } = await read('/fairmead');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ${server.url}; img-src 'self' data:; ` +
        `form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types open-sanctuary-page`,
    );
    const [, path = ''] = html.match(/<script type="module"[^>]* src="(\/live\.[^"]+)"/) ?? [];
    const script = await read(path);
    expect(script.response.headers.get('cache-control')).toContain('immutable');
    expect(script.response.headers.get('content-type')).toContain('text/javascript');
  });
});

test('without script a reader filters by form and opens an action', async () => {
  const page = await open(plan, { javaScriptEnabled: false });
  await page.locator('select[name=theme]').selectOption('2');
  await page.getByRole('button', { name: 'Show actions' }).click();
  expect(page.url()).toContain('theme=2');
  expect(await page.getByRole('status').textContent()).toContain('3 of 35 actions');
  await page.locator('[data-ref="2.1"] summary').first().click();
  expect(await page.locator('[data-ref="2.1"]').textContent()).toContain('Page of action 2.1');
  await page.close();
});
