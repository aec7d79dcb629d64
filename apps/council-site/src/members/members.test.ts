import { launchBrowser } from '@open-sanctuary/widgets/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const toText = (html: string) => decode(html.replace(/<[^>]+>/g, ' ')).replace(/[\s\u2066-\u2069]+/g, ' ');

async function read(path: string, from = site) {
  const response = await fetch(from.url + path, { redirect: 'manual' });
  const html = await response.text();
  return { response, status: response.status, html, text: toText(html) };
}

/** The text of one part of the group, such as its charities, without what stands around it. */
async function readConstituency(path: string, name: string): Promise<string> {
  const { html } = await read(path);
  const found = html
    .split('<div class="constituency"')
    .slice(1)
    .map((part) => toText(part.split('</section>')[0] ?? ''))
    .find((part) => part.includes(`> ${name} `) || part.includes(` ${name} `));
  if (!found) throw new Error(`No part of the group is called ${name}.`);
  return found;
}

/** A page that somebody has open, and that hears what changes. */
async function follow(path: string): Promise<Page> {
  const page = await browser.newPage();
  const stream = page.waitForResponse((response) => response.url() === `${server.url}/live/fairmead`);
  await page.goto(site.url + path);
  await stream;
  return page;
}

interface Met {
  readonly uuid: string;
  readonly day: string;
  readonly state: string;
  readonly isOver: boolean;
  readonly isOpen: boolean;
}

async function listMeetings(): Promise<readonly Met[]> {
  type Answer = { council: { steeringGroup: { meetings: Met[] } } };
  const { council } = await server.ask<Answer>(
    '{ council(slug: "fairmead") { steeringGroup { meetings { uuid day state isOver isOpen } } } }',
  );
  return council.steeringGroup.meetings;
}

async function findMeeting(fits: (meeting: Met) => boolean): Promise<string> {
  const meeting = (await listMeetings()).find(fits);
  if (!meeting) throw new Error('There is no such meeting.');
  return `/fairmead/members/meetings/${meeting.uuid}`;
}

const findOpenNext = () => findMeeting(({ state, isOpen }) => state === 'PLANNED' && isOpen);
const findMembersOnly = () => findMeeting(({ state, isOpen }) => state === 'HELD' && !isOpen);

describe('the members of Islington’s group', () => {
  test('are shown as published: the chair by office, others not named, numbers not guessed', async () => {
    const { status, html, text } = await read('/islington/members');
    expect(status).toBe(200);
    expect(html).toContain('<title>Members of the Sanctuary Steering Group · ');
    expect(text).toContain('Meets every 3 months');
    expect(await readConstituency('/islington/members', 'Chair')).toMatch(
      /1 seat Executive Member for Equalities, Culture and Inclusion by office/,
    );
    expect(await readConstituency('/islington/members', 'Experts by experience')).toContain(
      'number not published',
    );
    const staff = await readConstituency('/islington/members', 'Council staff');
    expect(staff).toContain('at least 8 seats');
    expect(staff).toContain('NRPF, Refugee and Migrant Service');
    expect(staff).toContain('Others are not named.');
    expect(text).toContain('resettlement@islington.gov.uk');
  });

  test('have six charities now, with days that are our reading, and three earlier ones', async () => {
    const charities = await readConstituency('/islington/members', 'Local charities');
    expect(charities).toContain('6 seats');
    expect(charities.match(/until 31 December 2026 \(our reading\)/g)).toHaveLength(6);
    const [now = '', earlier = ''] = charities.split('Earlier members (3)');
    expect(now).toContain('Union Chapel');
    expect(now).not.toContain('Islington Faiths Forum');
    expect(earlier.match(/until 31 December 2024 \(our reading\)/g)).toHaveLength(3);
    expect(earlier).toContain('Islington Faiths Forum');
  });
});

test('Hackney’s group has ended, says when it met, and asks nobody to join', async () => {
  const { text, html } = await read('/hackney/members');
  expect(text).toContain('This group has ended. No newer one is published.');
  expect(text).toContain('It met: May to November 2025.');
  expect(text).not.toMatch(/How to join|Next meeting|vacant/i);
  expect(html).not.toContain('meetings.ics');
  expect(await readConstituency('/hackney/members', 'Sanctuary Ambassadors')).toMatch(
    /5 seats .*(Shown by role only .*){5}/,
  );
});

describe('the members of Fairmead’s group', () => {
  test('are named where they agreed, and nowhere else', async () => {
    const experts = await readConstituency('/fairmead/members', 'Experts by experience');
    expect(experts.match(/Expert by experience, seat \d/g)).toEqual([
      'Expert by experience, seat 1',
      'Expert by experience, seat 2',
    ]);
    // Of eight one is hidden; of the seven two are vacant, two are named and three are not.
    expect(experts).toContain('7 seats');
    expect(experts.match(/Shown by role only/g)).toHaveLength(3);
    expect(experts.match(/Vacant/g)).toHaveLength(2);
    expect((await read('/fairmead/members')).text).toContain('3 seats are vacant.');
  });

  test('stand in no title, description or address', async () => {
    const { html } = await read('/fairmead/members');
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).not.toContain('seat 1');
    expect(html).not.toMatch(/(?:href|id|class)="[^"]*seat[ -]?1/);
  });

  test('can be read with how to join, other groups, the calendar and the way to take a name away', async () => {
    const { html, text } = await read('/fairmead/members');
    expect(text).toMatch(/How to join .*Pay .*£20 .*Help .*Interpreters/);
    expect(text).toMatch(
      /Other groups of this council .*Group that wrote the first plan This group has ended\./,
    );
    expect(text.match(/No newer one is published/)).toBeNull();
    expect(html).toContain(`href="${server.url}/my-name"`);
    expect(html).toContain('href="/fairmead/members/names"');
    const calendar = `${server.url}/feeds/fairmead/meetings.ics`;
    expect(html).toContain(`href="${calendar}"`);
    expect((await fetch(calendar)).headers.get('content-type')).toContain('text/calendar');
  });

  test('are shown in Arabic by the same views', async () => {
    const { html, text } = await read('/fairmead/members?lang=ar');
    expect(html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(text).toContain('المواعيد القادمة');
    expect(html).toMatch(/href="\/fairmead\/services\?lang=ar"/);
    expect(html).toMatch(/href="\/fairmead\/members\/meetings\/[\w-]+\?lang=ar"/);
    expect(html).toContain('href="/fairmead/members/names?lang=ar"');
    expect(html).toMatch(/<div class="sanctuary whole-group" lang="ar" dir="rtl">/);
    expect(text).toContain('خبراء بالتجربة');
    expect(text).toContain('3 مقاعد شاغرة.');
    expect(html).toContain('noindex');
    for (const words of ['two years, then others', 'Central Library, Meeting Room 1'])
      expect(html).toContain(`<span lang="en" dir="auto">${words}</span>`);
  });

  test('lose a name at once when it is withdrawn, and the seat stays', async () => {
    type Term = { id: string; shownName: string | null };
    type Answer = { council: { steeringGroup: { seats: { currentTerm: Term | null }[] } } };
    const { council } = await server.manage<Answer>(
      '{ council(slug: "fairmead") { steeringGroup { seats { currentTerm { id shownName } } } } }',
    );
    const term = council.steeringGroup.seats
      .map(({ currentTerm }) => currentTerm)
      .find((each) => each?.shownName === 'Expert by experience, seat 1');
    const before = await read('/fairmead/members');
    expect(before.text).toContain('Expert by experience, seat 1');
    const open = await Promise.all(
      ['/fairmead/members', '/fairmead/members?lang=ar'].map((path) => follow(path)),
    );
    for (const page of open) expect(await page.content()).toContain('Expert by experience, seat 1');

    await server.manage('mutation ($id: ID!) { withdrawName(termId: $id) { id } }', { id: term?.id });

    const told = ['This page was just updated.', 'حُدّثت هذه الصفحة الآن.'];
    for (const [index, page] of open.entries()) {
      await page.getByText(told[index] ?? '').waitFor({ timeout: 5000 });
      expect(await page.content()).not.toContain('Expert by experience, seat 1');
      await page.close();
    }
    const known = { 'if-none-match': before.response.headers.get('etag') ?? '' };
    const after = await fetch(`${site.url}/fairmead/members`, { headers: known });
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain('Expert by experience, seat 1');
    const experts = await readConstituency('/fairmead/members', 'Experts by experience');
    expect(experts).toContain('7 seats');
    expect(experts.match(/Shown by role only/g)).toHaveLength(4);
  });
});

test('no page that may hold names is kept longer than a minute, or handed out when it is old', async () => {
  for (const path of ['/islington/members', '/fairmead/members', await findOpenNext()]) {
    const { response, html } = await read(path);
    const rule = response.headers.get('cache-control') ?? '';
    expect(Number(rule.match(/max-age=(\d+)/)?.[1])).toBeLessThanOrEqual(60);
    expect(rule).toContain('must-revalidate');
    expect(rule).not.toMatch(/stale/);
    const known = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await fetch(site.url + path, { headers: known })).status).toBe(304);
    const robots = html.match(/<meta name="robots" content="([^"]*)"/)?.[1] ?? '';
    expect(robots.includes('noindex')).toBe(path.startsWith('/fairmead'));
    expect(robots.includes('noarchive')).toBe(path.endsWith('/members'));
  }
});

describe('one meeting', () => {
  test('that is to come says when, by which clock, where, and what it is about', async () => {
    const { html, text } = await read(await findOpenNext());
    expect(text).toContain('This meeting is planned.');
    expect(text).toMatch(
      /When \d+ \w+ \d{4}, 17:30–19:00 , (Greenwich Mean|British Summer) Time \( Europe\/London \)/,
    );
    expect(text).toContain('Open to everybody.');
    expect(text).toContain('Central Library, Meeting Room 1');
    expect(text).toContain('Promises that are late.');
    expect(html).toContain('href="https://example.org/fairmead/join"');
    expect(html).toContain('href="https://example.org/fairmead/agenda-3.pdf"');
    expect(text).toContain('What it decides will stand here after the meeting.');
    expect(html).toContain('href="/fairmead/members"');
  });

  test('that somebody has open follows what is changed about it', async () => {
    const path = await findOpenNext();
    const page = await follow(path);
    type Answer = {
      council: { steeringGroup: { meetings: { id: string; uuid: string; version: number }[] } };
    };
    const { council } = await server.manage<Answer>(
      '{ council(slug: "fairmead") { steeringGroup { meetings { id uuid version } } } }',
    );
    const meeting = council.steeringGroup.meetings.find(({ uuid }) => path.endsWith(uuid));
    const move = (isOpen: boolean, version = 0) =>
      server.manage<{ changeMeeting: { version: number } }>(
        `mutation ($id: ID!, $version: Int!, $words: MeetingWords!) {
          changeMeeting(meetingId: $id, expectedVersion: $version, words: $words) { version } }`,
        { id: meeting?.id, version, words: { isOpen } },
      );
    const { changeMeeting } = await move(false, meeting?.version);
    try {
      await page.getByText('Open to everybody.').waitFor({ state: 'detached', timeout: 5000 });
    } finally {
      await move(true, changeMeeting.version);
      await page.close();
    }
  });

  test('that was held says what was decided, about which actions, and how many took no part', async () => {
    const { html, text } = await read(await findMeeting(({ state, isOpen }) => state === 'HELD' && isOpen));
    expect(text).toContain('This meeting was held.');
    expect(text).toContain('The welcome desk should open on Saturdays as well. 1 member took no part.');
    expect(html).toMatch(/href="\/fairmead\/plans\/2025-2028\/actions\/1\.4"/);
    expect(html).toContain('href="https://example.org/fairmead/minutes-1.pdf"');
  });

  test('that was cancelled, or that nobody has recorded, says so', async () => {
    const cancelled = await read(await findMeeting(({ state }) => state === 'CANCELLED'));
    expect(cancelled.text).toContain('This meeting was cancelled.');
    expect(cancelled.text).not.toContain('Decisions');
    const unrecorded = await read(await findMeeting(({ state, isOver }) => state === 'PLANNED' && isOver));
    expect(unrecorded.text).toContain('Nobody has recorded yet whether this meeting was held.');
    expect(unrecorded.text).toContain('No decisions are published.');
  });

  test('in Arabic shows what is translated, and the original beside it', async () => {
    const { html, text } = await read(`${await findMembersOnly()}?lang=ar`);
    expect(html).toMatch(/<div class="sanctuary one-meeting" lang="ar" dir="rtl">/);
    expect(text).toContain('لا توافق المجموعة على ما ذُكر عن الرسائل');
    expect(text).toContain('letters in plain English');
    expect(text).toContain('توقيت غرينتش');
    const { html: next } = await read(`${await findOpenNext()}?lang=ar`);
    expect(next).toContain('<span lang="en" dir="auto">Central Library, Meeting Room 1</span>');
  });

  test('that is for members tells its place and link nowhere', async () => {
    const meetings = await listMeetings();
    const paths = ['/fairmead', '/fairmead/members', '/fairmead/members?lang=ar', '/sitemap.xml'];
    for (const path of [...paths, ...meetings.map(({ uuid }) => `/fairmead/members/meetings/${uuid}`)]) {
      const { html } = await read(path);
      expect(html).not.toContain('A room that only members know');
      expect(html).not.toContain('for-members');
    }
    expect((await read(await findMembersOnly())).text).toContain('Only members know the place.');
  });

  test.each(['none', '00000000-0000-4000-8000-000000000000', '%3Cscript%3E'])(
    'called %s is not there, and the page says so',
    async (uuid) => {
      const { status, text } = await read(`/fairmead/members/meetings/${uuid}`);
      expect(status).toBe(404);
      expect(text).toContain('has published no such meeting.');
    },
  );

  test('is found under its own council only', async () => {
    const path = await findOpenNext();
    expect((await read(path.replace('fairmead', 'hackney'))).status).toBe(404);
  });
});

describe('what the group says about an action', () => {
  const action = '/fairmead/plans/2025-2028/actions/1.3';

  test('names the meeting that decided it, as long as that meeting is published', async () => {
    const held = await findMembersOnly();
    const { html, text } = await read(action);
    expect(text).toMatch(/The group says Disagrees\. Decided at the meeting of \d+ \w+ \d{4}/);
    // Among the facts, and where the history tells it.
    expect(html.split(`<a href="${held}">Decided at the meeting of `)).toHaveLength(3);

    type Answer = {
      council: { steeringGroup: { meetings: { id: string; uuid: string; version: number }[] } };
    };
    const { council } = await server.manage<Answer>(
      '{ council(slug: "fairmead") { steeringGroup { meetings { id uuid version } } } }',
    );
    const meeting = council.steeringGroup.meetings.find(({ uuid }) => held.endsWith(uuid));
    const publish = (isPublished: boolean, version = 0) =>
      server.manage<{ changeMeeting: { version: number } }>(
        `mutation ($id: ID!, $version: Int!, $words: MeetingWords!) {
          changeMeeting(meetingId: $id, expectedVersion: $version, words: $words) { version } }`,
        { id: meeting?.id, version, words: { isPublished } },
      );
    const { changeMeeting } = await publish(false, meeting?.version);
    try {
      expect((await read(held)).status).toBe(404);
      const hidden = await read(action);
      expect(hidden.text).toContain('The group says Disagrees');
      expect(hidden.text).not.toContain('Decided at the meeting');
    } finally {
      await publish(true, changeMeeting.version);
    }
  });

  test('names no meeting where none is recorded', async () => {
    expect((await read('/hackney/plans/2026-2029/actions/1.2')).text).not.toContain('Decided at');
  });
});

describe('how names appear', () => {
  test('is told before anybody agrees: choices, ends, and what cannot be taken back', async () => {
    const { html, text } = await read('/islington/members/names');
    expect(text).toMatch(/Role only .*First name .*Chosen name .*Full name .*Not shown/);
    expect(text).toContain('If you choose nothing, you are shown by role only.');
    expect(text).toContain('A name goes by itself after the last day of your term.');
    expect(text).toMatch(/at once\. .*within seconds\. .*within a minute\./);
    expect(text).toMatch(
      /What we cannot take back .*copied, printed or photographed\. .*search engines and archives/,
    );
    expect(html).toContain(`href="${server.url}/my-name"`);
    expect((await fetch(`${server.url}/my-name`)).status).toBe(200);
    const arabic = await read('/islington/members/names?lang=ar');
    expect(arabic.text).toContain('ما الذي لا نستطيع استرجاعه');
    expect(arabic.html).toContain(`href="${server.url}/my-name?lang=ar"`);
    expect((await read('/nowhere/members/names')).status).toBe(404);
  });

  test('is told in sentences of at most fifteen words', async () => {
    const { html } = await read('/islington/members/names');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const sentences = [...main.matchAll(/<(p|li|dd|h\d)\b[^>]*>([\s\S]*?)<\/\1>/g)].flatMap(
      ([, , inside = '']) => toText(inside).split(/(?<=[.?!])\s/),
    );
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 15)).toEqual([]);
  });
});

test('a council’s first page and every page’s head lead to the members', async () => {
  const { html, text } = await read('/fairmead');
  expect(text).toMatch(/Members: Fairmead Sanctuary Group Next meeting: \d+ \w+ \d{4}/);
  expect(text).toContain('3 seats are vacant.');
  expect(html).toContain(`href="${await findOpenNext()}"`);
  expect((await read('/hackney')).text).toContain('This group has ended. No newer one is published.');
  expect((await read('/hackney/plans/2026-2029')).html).toMatch(
    /<a\s+href="\/hackney\/members"[^>]*>Members/,
  );
  const { html: map } = await read('/sitemap.xml');
  expect(map).toContain(`${site.url}/islington/members<`);
  expect(map).toContain(`${site.url}/islington/members/names<`);
  expect(map).not.toContain('/fairmead');
});

test('a council whose group is not published has a page that says so, and nothing leads search engines there', async () => {
  type Answer = { council: { steeringGroup: { id: string; version: number } } };
  const { council } = await server.manage<Answer>(
    '{ council(slug: "hackney") { steeringGroup { id version } } }',
  );
  const publish = (isPublished: boolean, version: number) =>
    server.manage<{ changeSteeringGroup: { version: number } }>(
      `mutation ($id: ID!, $version: Int!, $words: SteeringGroupWords!) {
        changeSteeringGroup(groupId: $id, expectedVersion: $version, words: $words) { version } }`,
      { id: council.steeringGroup.id, version, words: { isPublished } },
    );
  const { changeSteeringGroup } = await publish(false, council.steeringGroup.version);
  try {
    const { status, html, text } = await read('/hackney/members');
    expect(status).toBe(200);
    expect(text).toContain('has published no steering group here yet.');
    expect(html).toContain('noindex');
    expect(html).toContain('href="/hackney"');
    expect((await read('/hackney')).text).not.toContain('This group has ended');
    expect((await read('/sitemap.xml')).html).not.toContain('/hackney/members');
    expect(await examine(browser, `${site.url}/hackney/members`)).toEqual({ status: 200, violations: [] });
  } finally {
    await publish(true, changeSteeringGroup.version);
  }
  expect((await read('/nowhere/members')).status).toBe(404);
});

test('another group that still meets is told with its next meeting, and not as if it were over', async () => {
  const { council } = await server.manage<{ council: { id: string } }>(
    '{ council(slug: "islington") { id } }',
  );
  const { createSteeringGroup: group } = await server.manage<{ createSteeringGroup: { id: string } }>(
    `mutation ($id: ID!) { createSteeringGroup(councilId: $id, words: {
      slug: "housing", name: "Housing circle", isPublished: true, kind: TIME_BOUND,
      startsOn: "2026-06-01", endsOn: "2199-05-31" }) { id } }`,
    { id: council.id },
  );
  await server.manage(
    `mutation ($id: ID!) { createMeeting(groupId: $id, words: {
      day: "2199-01-20", place: "Open Hall", isAccessPublic: true, isOpen: true, isPublished: true }) { id } }`,
    { id: group.id },
  );
  const { text } = await read('/islington/members');
  const [, told = ''] = text.split('Housing circle');
  expect(told).toContain('1 June 2026 to 31 May 2199 .');
  expect(told).toContain('Next meeting 20 January 2199, time not published Open to everybody. Open Hall');
  for (const wrong of ['It met', 'No record yet']) expect(told).not.toContain(wrong);
});

test('a site of one council has the members at its root', async () => {
  const own = await startSite(server, { COUNCIL: 'fairmead' });
  try {
    const { status, html } = await read('/members', own);
    expect(status).toBe(200);
    expect(html).toContain('href="/members/names"');
    expect(html).not.toContain('href="//');
    const meeting = (await findOpenNext()).replace('/fairmead', '');
    expect(html).toContain(`href="${meeting}"`);
    expect((await read(meeting, own)).status).toBe(200);
  } finally {
    await own.close();
  }
});

const looked = [
  ['/fairmead/members', () => '/fairmead/members'],
  ['/fairmead/members in Arabic', () => '/fairmead/members?lang=ar'],
  ['/islington/members', () => '/islington/members'],
  ['/hackney/members', () => '/hackney/members'],
  ['a meeting to come', findOpenNext],
  ['a meeting that was held, in Arabic', async () => `${await findMembersOnly()}?lang=ar`],
  ['how names appear', () => '/fairmead/members/names'],
  ['how names appear in Arabic', () => '/fairmead/members/names?lang=ar'],
] as const;

describe.each([
  [360, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %i pixels in the %s', (width, colorScheme) => {
  test.each(looked)(
    '%s has no barrier that can be found automatically, and fits',
    async (_name, findPath) => {
      const address = site.url + (await findPath());
      const options = { viewport: { width, height: 800 }, colorScheme };
      expect(await examine(browser, address, options)).toEqual({ status: 200, violations: [] });
      const page = await browser.newPage(options);
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    },
  );
});

test('without script a meeting opens under its line; on paper all are open and the languages are gone', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/fairmead/members`);
  const decision = page.getByText('The welcome desk should open on Saturdays as well.');
  expect(await decision.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await decision.isVisible()).toBe(true);
  expect(await page.locator('.languages').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.meeting summary', { hasText: '2 decisions' }).click();
  expect(await decision.isVisible()).toBe(true);
  await page.locator('.meeting[open]').getByRole('link', { name: 'Page of this meeting' }).click();
  expect(await page.locator('h1').textContent()).toContain('Meeting of');
  await page.close();
});
