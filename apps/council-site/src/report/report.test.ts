import { inflateRawSync } from 'node:zlib';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import mammoth from 'mammoth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CouncilSite } from '../council-site.ts';
import { examine } from '../testing/barriers.ts';
import { startServer, type RunningServer } from '../testing/server.ts';
import { decode, startSite } from '../testing/site.ts';
import { describeReport } from './report.words.ts';
import { reportOn, type SourceAction } from './report.rules.ts';
import { reportView } from './report.view.ts';
import { writeWordDocument } from './word-document.ts';

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

const live = '/fairmead/plans/2025-2028';
const ended = '/fairmead/plans/2021-2024';
const reported = [
  live,
  ended,
  '/hackney/plans/2026-2029',
  '/islington/plans/commitments-2024-2026',
  '/islington/plans/strategic-intent',
  '/islington/plans/equality-service-provider-2021',
];

/** The words of a piece of HTML, one after another, whatever the tags between them. */
const wordsOf = (html: string): string =>
  decode(
    html
      .replace(/<\/?(?:a|span|strong|b|em)(?:\s[^>]*)?>/g, '')
      .replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();

async function read(path: string) {
  const response = await fetch(site.url + path);
  const html = await response.text();
  const [article = ''] = html.match(/<article class="report">[\s\S]*<\/article>/) ?? [];
  return { response, status: response.status, html, article, text: wordsOf(article) };
}

async function readWord(path: string) {
  const response = await fetch(site.url + path);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, bytes, html: await toHtml(bytes) };
}

const toHtml = async (buffer: Buffer) => (await mammoth.convertToHtml({ buffer })).value;

/** One part of a Word document, which is a zip of XML files. */
function readPart(bytes: Buffer, name: string): string {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new Error(`The document holds no ${name}.`);
}

interface Counted {
  readonly council: {
    readonly today: string;
    readonly plan: {
      readonly progress: Readonly<Record<string, number>> & {
        readonly byStatus: readonly { readonly status: string; readonly count: number }[];
      };
    };
  };
}

async function count(path: string): Promise<Counted['council']> {
  const [, council, , plan] = path.split('/');
  const { council: found } = await server.ask<Counted>(
    `{ council(slug: "${council}") { today plan(slug: "${plan}") { progress { total delivered explored late stale noDate
      noLead noMeasure disagreed partlyAgreed notAssessed stopped endedWithoutReport byStatus { status count } } } } }`,
  );
  return found;
}

const statuses: Readonly<Record<string, string>> = {
  NOT_REPORTED: 'Not reported',
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'In progress',
  DELAYED: 'Delayed',
  DONE: 'Done',
  STOPPED: 'Stopped',
};

describe('the report', () => {
  test.each(reported.filter((path) => !path.endsWith('intent')))(
    'on %s counts as the API does',
    async (path) => {
      const { progress } = (await count(path)).plan;
      const { text, article } = await read(`${path}/report`);
      for (const { status, count: some } of progress.byStatus)
        expect(text).toContain(`${statuses[status]} ${some} `);
      expect(text).toContain(`All actions ${progress['total']} `);
      expect(text).toContain(`Late ${progress['late']} `);
      expect(text).toContain(`No date published ${progress['noDate']} `);
      expect(text).toContain(`No lead published ${progress['noLead']} `);
      expect(text).toContain(`No measure published ${progress['noMeasure']} `);
      expect(text).toContain(`The group disagrees ${progress['disagreed']} `);
      expect(text).toContain(`The group partly agrees ${progress['partlyAgreed']} `);
      expect(text).toContain(`${progress['delivered']} delivered.`);
      expect(text).toContain(`${progress['explored']} explored as promised`);
      expect(article.match(/class="difference"/g)?.length ?? 0).toBe(
        (progress['disagreed'] ?? 0) + (progress['partlyAgreed'] ?? 0),
      );
    },
  );

  test('names every late action with its days, the most late first', async () => {
    const { council } = await server.ask<{
      council: { plan: { actions: { edges: { node: { ref: string; title: string; daysLate: number } }[] } } };
    }>(
      '{ council(slug: "fairmead") { plan(slug: "2025-2028") { actions(late: true) { edges { node { ref title daysLate } } } } } }',
    );
    const late = council.plan.actions.edges
      .map(({ node }) => node)
      .toSorted((one, other) => other.daysLate - one.daysLate);
    expect(late.length).toBeGreaterThan(1);
    const { text } = await read(`${live}/report`);
    const section = text.slice(
      text.indexOf('the most late first'),
      text.indexOf('No recent report Fairmead'),
    );
    const places = late.map(({ ref, title }) => section.indexOf(`${ref} ${title}`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    for (const { daysLate } of late) expect(section).toContain(` ${daysLate}`);
  });

  test('says of which day it is, and that an example is invented', async () => {
    const { today } = await count(live);
    const [year, , date] = today.split('-');
    const { text, html } = await read(`${live}/report`);
    expect(text).toMatch(new RegExp(`Figures as at ${Number(date)} \\w+ ${year}`));
    expect(text).toContain('Invented example.');
    expect(html).toContain('content="noindex"');
    expect((await read('/hackney/plans/2026-2029/report')).text).not.toContain('Invented');
  });

  test('words what is not there', async () => {
    const { text } = await read('/hackney/plans/2026-2029/report');
    expect(text).toContain('It has reported on none of them.');
    expect(text).toContain('None is stopped.');
    expect(text).toContain('Nothing is late, because no action has a date.');
    expect(text).toContain('None of the 35 actions has a date published.');
    expect(text).toContain('Every action has a lead.');
    expect(text).toContain('has published no rhythm of reporting');
    expect(text).toContain('No recent report no rhythm set');
    expect(text).toContain('There is no standing disagreement');
    expect(text).toContain('No target and no outcome is published');
    expect(text).toMatch(/put on record here on .* with 35 actions/);
  });

  test('on an ended plan counts what ended without a report, and nothing as late', async () => {
    const { text } = await read(`${ended}/report`);
    expect(text).toContain('The plan has ended. 2 actions ended without a report.');
    expect(text).toContain('nothing in it is late any more');
    expect(text).toContain('Explore a shared calendar of community festivals');
    expect(text).toContain('no report is awaited');
  });

  test('on a plan with themes and no actions says so, and has no sections about actions', async () => {
    const { text, article } = await read('/islington/plans/strategic-intent/report');
    expect(text).toContain('The plan has 6 themes, and no actions are published in it.');
    expect([...article.matchAll(/<h2>([^<]+)/g)].map(([, title]) => title)).toEqual([
      'In short',
      'Targets and outcomes',
      'How we count',
      'Licence and address',
    ]);
  });

  test('shows no number of ours as the council’s', async () => {
    const { text } = await read('/islington/plans/commitments-2024-2026/report');
    expect(text).not.toMatch(/ 2\.2 Hold a Lunch and Learn/);
  });

  test('gives both sides of a disagreement in full, with the response', async () => {
    const { text } = await read(`${live}/report`);
    expect(text).toMatch(/The council reports Delayed, \d+ \w+ \d{4} Nine letters are ready\. The rest wait/);
    expect(text).toContain('we found them as hard to read as before.');
    expect(text).toContain('We test the council tax letters again with readers before we count them.');
  });

  test('tells figures with target, share, day and source, and where none is published', async () => {
    const { text } = await read(`${live}/report`);
    expect(text).toMatch(/130 of 200 places \d+ \w+ \d{4} College enrolments/);
    expect(text).toContain('Of them: 50% of them are in the evening or at weekends');
    expect(text).toContain('fewer than 5 of 30 people');
    expect(text).toContain('no figure published, target 60%');
  });

  test('is found from the plan’s page, to read and as Word', async () => {
    const { html } = await read(live);
    expect(html).toContain(`<a href="${live}/report">read and print</a>`);
    expect(html).toContain(`<a href="${live}/report.docx">Word</a>`);
  });

  test('is asked for again only when it changed', async () => {
    for (const path of [`${live}/report`, `${live}/report.docx`]) {
      const { headers } = await fetch(site.url + path);
      expect(headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
      const known = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
      expect((await fetch(site.url + path, known)).status).toBe(304);
      expect((await fetch(`${site.url}${path}?since=2020-01-01`, known)).status).toBe(200);
    }
  });

  test('of a plan that is not here is not here', async () => {
    expect((await read('/hackney/plans/none/report')).status).toBe(404);
    expect((await read('/hackney/plans/none/report.docx')).status).toBe(404);
  });

  test('stands at the root of a council’s own site', async () => {
    const own = await startSite(server, { COUNCIL: 'hackney' });
    try {
      const html = await (await fetch(`${own.url}/plans/2026-2029/report`)).text();
      expect(html).toContain('href="/plans/2026-2029/report.docx?since=');
      const moved = await fetch(`${own.url}/hackney/plans/2026-2029/report.docx`, { redirect: 'manual' });
      expect(moved.headers.get('location')).toBe('/plans/2026-2029/report.docx');
    } finally {
      await own.close();
    }
  });
});

describe('what changed since', () => {
  test('a day long ago holds all that was ever reported', async () => {
    const { council } = await server.ask<{
      council: { plan: { themes: { actions: { reports: { corrects: object | null }[] }[] }[] } };
    }>(
      '{ council(slug: "fairmead") { plan(slug: "2021-2024") { themes { actions { reports { corrects { uuid } } } } } } }',
    );
    const reports = council.plan.themes.flatMap(({ actions }) => actions.flatMap((each) => each.reports));
    const { article } = await read(`${ended}/report?since=2000-01-01`);
    const [, rows = ''] = article.match(/<h3>Reports published<\/h3>([\s\S]*?)<\/table>/) ?? [];
    expect(rows.match(/<tr role="row">/g)).toHaveLength(reports.length + 1);
    expect((await read(`${ended}/report`)).text).toContain('No report was published.');
  });

  test.each([
    ['2026-02-31', '“2026-02-31” is not a day. Write it like 2026-03-01'],
    ['yesterday', '“yesterday” is not a day.'],
    ['"><script>', 'is not a day.'],
    ['2999-01-01', '1 January 2999 is still to come.'],
  ])('“%s” is refused beside the field, and the report still shows', async (day, message) => {
    for (const path of [`${live}/report`, `${live}/report.docx`]) {
      const { status, html, text } = await read(`${path}?since=${encodeURIComponent(day)}`);
      expect(status).toBe(400);
      expect(wordsOf(html)).toContain(message);
      expect(html).toContain('aria-invalid="true"');
      expect(decode(html)).toContain(`value="${day}"`);
      expect(html).not.toContain('<script>');
      expect(text).toContain('24 actions in this plan');
    }
  });

  test('today holds what is published today, in the direction of its language', async () => {
    type Found = { council: { today: string; plan: { action: { id: string; version: number } } } };
    const { council } = await server.manage<Found>(
      '{ council(slug: "fairmead") { today plan(slug: "2025-2028") { action(ref: "4.2") { id version } } } }',
    );
    const { id, version } = council.plan.action;
    const since = `?since=${council.today}`;
    expect((await read(`${live}/report${since}`)).text).toContain('No report was published.');
    await server.manage('mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }', {
      input: {
        actionId: id,
        expectedVersion: version,
        status: 'IN_PROGRESS',
        language: 'ar',
        whatHappened: 'افتُتحت الحديقة الثالثة.\nالمجموعات تمشي من جديد.',
      },
    });
    const { article, text } = await read(`${live}/report${since}`);
    expect(article).toContain('<p dir="rtl"><span lang="ar" dir="auto">افتُتحت الحديقة الثالثة.</span></p>');
    const { bytes, html } = await readWord(`${live}/report.docx${since}`);
    expect(wordsOf(html)).toBe(text);
    expect(readPart(bytes, 'word/document.xml')).toMatch(
      /<w:bidi\/>(?:(?!<w:p>).)*<w:rtl\/>(?:(?!<w:p>).)*<w:lang w:bidi="ar"\/>(?:(?!<w:p>).)*افتُتحت/,
    );
  });
});

describe('the Word document', () => {
  test.each(reported)('on %s says what the page says, word for word and figure for figure', async (path) => {
    const { text, article } = await read(`${path}/report?since=2020-01-01`);
    const { html } = await readWord(`${path}/report.docx?since=2020-01-01`);
    expect(wordsOf(html)).toBe(text);
    for (const level of ['h1', 'h2', 'h3', 'h4']) {
      const headings = (of: string) =>
        [...of.matchAll(new RegExp(`<${level}(?:\\s[^>]*)?>([\\s\\S]*?)</${level}>`, 'g'))].map(
          ([, each = '']) => wordsOf(each),
        );
      expect(headings(html)).toEqual(headings(article));
    }
  });

  test('repeats the heads of its tables, and breaks no row', async () => {
    const { article } = await read(`${live}/report`);
    const xml = readPart((await readWord(`${live}/report.docx`)).bytes, 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(article.match(/<thead/g)?.length ?? 0);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)?.length ?? 0);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });

  test('is in British English, and names nobody', async () => {
    const { response, bytes } = await readWord(`${live}/report.docx`);
    expect(readPart(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    const properties = readPart(bytes, 'docProps/core.xml');
    expect(properties).toContain(
      '<dc:title>Progress report: Fairmead sanctuary action plan 2025 to 2028</dc:title>',
    );
    expect(properties).not.toMatch(/creator|lastModifiedBy|Un-named/);
    expect(response.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="fairmead-2025-2028-report-\d{4}-\d\d-\d\d\.docx"$/,
    );
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('links to the whole address of an action, and its footer says the day and that it is invented', async () => {
    const { bytes } = await readWord(`${live}/report.docx`);
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).toContain(
      `Target="${site.url}${live}/actions/1.3"`,
    );
    const footer = readPart(bytes, 'word/footer1.xml');
    expect(footer).toMatch(/Figures as at \d+ \w+ \d{4} · Invented example/);
    expect(footer).toContain('NUMPAGES');
  });
});

test('a plan in Arabic keeps its words, and their direction, on the page and in Word', async () => {
  const action: SourceAction = {
    ref: '1.1',
    refIsDerived: true,
    title: 'دليل ترحيب\u0007',
    language: 'ar',
    status: 'NOT_REPORTED',
    leadText: 'المكتبات',
    dueText: null,
    noDate: true,
    noLead: false,
    isOverdue: false,
    daysLate: 0,
    isStale: false,
    lastReportedOn: null,
    leftDocumentOn: null,
    groupView: 'NOT_ASSESSED',
    reports: [],
    wordings: [
      {
        number: 1,
        since: '2026-11-01T12:00:00Z',
        title: 'دليل',
        detail: null,
        leadText: null,
        dueText: null,
      },
      {
        number: 2,
        since: '2026-11-02T12:00:00Z',
        title: 'دليل ترحيب',
        detail: null,
        leadText: null,
        dueText: null,
      },
    ],
    targets: [],
  };
  const progress = {
    total: 2,
    byStatus: [{ status: 'NOT_REPORTED' as const, count: 2 }],
    delivered: 0,
    explored: 0,
    doneOfUnknownStrength: 0,
    stopped: 0,
    noDate: 1,
    noLead: 0,
    noMeasure: 1,
    late: 0,
    stale: 0,
    disagreed: 0,
    partlyAgreed: 0,
    notAssessed: 2,
    endedWithoutReport: 0,
    leftDocument: 0,
  };
  const report = reportOn(
    {
      name: 'Ashby Council',
      isExample: false,
      today: '2026-11-22',
      timeZone: 'Europe/London',
      dataLicence: 'CC-BY-4.0',
      reportingEveryMonths: null,
    },
    {
      slug: 'khutta',
      title: 'خطة الملاذ',
      language: 'ar',
      kind: 'SANCTUARY',
      state: 'CURRENT',
      periodText: '2026',
      progress,
      themes: [
        {
          ref: '1',
          refIsDerived: true,
          title: 'الترحيب',
          language: 'ar',
          actions: [action, { ...action, ref: '1.2', dueText: 'ربيع 2027', targets: [{}] }],
          targets: [],
        },
      ],
    },
    '2026-10-01',
  );
  const text = describeReport(report, {
    report: 'https://ashby.example/report',
    howWeCount: 'https://ashby.example/how-we-count',
    plan: '/ashby/plans/khutta',
    action: (ref) => `/ashby/plans/khutta/actions/${ref}`,
  });
  const html = renderPlain(reportView(text));
  expect(html).toContain('<h1>Progress report: <span lang="ar" dir="auto">خطة الملاذ</span></h1>');
  expect(html).toContain('<p dir="rtl"><span lang="ar" dir="auto">المكتبات</span></p>');
  const bytes = await writeWordDocument(text, (path) => `https://ashby.example${path}`);
  expect(wordsOf(await toHtml(bytes))).toBe(wordsOf(html).replaceAll('\u0007', ''));
  const xml = readPart(bytes, 'word/document.xml');
  expect(xml).toMatch(/<w:bidi\/>(?:(?!<w:p>).)*<w:rtl\/>(?:(?!<w:p>).)*المكتبات/);
  expect(xml).toMatch(/Progress report: <\/w:t>/);
});

describe('in a browser the report', () => {
  test.each([
    [360, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'at %i pixels, %s, has no barrier that can be found automatically, and fits',
    async (width, colorScheme) => {
      for (const [path, status] of [
        [`${live}/report`, 200],
        [`${live}/report?since=2026-02-31`, 400],
        ['/hackney/plans/2026-2029/report', 200],
      ] as const) {
        const viewport = { width, height: 800 };
        expect(await examine(browser, site.url + path, { viewport, colorScheme })).toEqual({
          status,
          violations: [],
        });
        const page = await browser.newPage({ viewport });
        await page.goto(site.url + path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.close();
      }
    },
  );

  test('loses nothing on a narrow screen: each cell says the name of its column', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`${site.url}${live}/report`);
    const labels = await page
      .getByRole('table')
      .filter({ hasText: 'Days late' })
      .locator('tbody tr')
      .first()
      .locator('th, td')
      .evaluateAll((cells) =>
        cells.map((cell) => [
          getComputedStyle(cell, '::before').content,
          cell.getBoundingClientRect().height > 0,
        ]),
      );
    expect(labels).toEqual([
      ['"Action"', true],
      ['"Lead, as published"', true],
      ['"Timescale, as published"', true],
      ['"Days late"', true],
    ]);
    await page.close();
  });

  test('without script is asked for another day by form', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}${live}/report`);
    await page.getByLabel('What changed since this day?').fill('2026-01-15');
    await page.getByRole('button', { name: 'Show changes' }).click();
    expect(page.url()).toBe(`${site.url}${live}/report?since=2026-01-15`);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toContain(
      'What changed since 15 January 2026',
    );
    expect(await page.getByRole('link', { name: 'Word document' }).getAttribute('href')).toBe(
      `${live}/report.docx?since=2026-01-15`,
    );
    await page.close();
  });

  test('is printed without navigation, with repeated heads and whole rows, on A4', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}${live}/report`);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.site-header', '.site-footer', '.crumbs', '.report-tools', '.skip', 'form'])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    expect(await page.getByText('Invented example.').isVisible()).toBe(true);
    const row = page.locator('.report table.rows tbody tr').first();
    expect(await row.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid');
    const head = page.locator('.report table.rows thead').first();
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group');
    const address = (text: string) =>
      page
        .getByRole('link', { name: text })
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await address('Two letters, before and after')).toContain('https://example.org/fairmead/letters');
    expect(await address('Develop a charter')).toBe('none');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    await page.close();
  });
});
