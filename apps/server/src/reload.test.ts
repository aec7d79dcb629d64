import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { spawn } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openReloadDoor } from './reload.ts';
import { startOn } from './testing/start-on.ts';

const checkout = join(import.meta.dirname, '../../..');
const endings: (() => Promise<unknown> | void)[] = [];
let browser: Browser;
let database: TestDatabase;
let door: Awaited<ReturnType<typeof openReloadDoor>>;

beforeAll(async () => {
  [browser, database, door] = await Promise.all([launchBrowser(), startDatabase(), openReloadDoor()]);
});

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

afterAll(async () => {
  await browser.close();
  door.close();
  await database.close();
});

/** What a page is told while the server ends and until it listens again. */
const isOfRestart = (problem: string) =>
  /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|\b503\b/.test(problem);

describe('a page loads itself again', () => {
  test.each([
    ['charity-site', 'CHARITY_SITE_PORT', '/', 'pages/index.html'],
    ['council-site', 'COUNCIL_SITE_PORT', '/accessibility', 'src/about/accessibility.page.ts'],
  ])('when a source of the %s changes', async (room, portVariable, path, source) => {
    const url = await startInDevelopment(room, portVariable);
    const { isSamePage, problems } = await openPage(url + path);
    const now = new Date();
    utimesSync(join(checkout, 'apps', room, source), now, now);
    await expect.poll(isSamePage, { timeout: 20_000 }).toBe(false);
    expect(problems).toEqual([]);
  });

  test('when the server starts again, be it the playground or an embedded one', async () => {
    const first = await startOn(database.at, { RELOAD_URL: door.url });
    const pages = await Promise.all(
      ['/graphql', '/embed/action-tracker/fairmead'].map((path) => openPage(first.url + path)),
    );
    await first.close();
    const again = await startOn(database.at, { RELOAD_URL: door.url, PORT: new URL(first.url).port });
    endings.push(again.close);
    for (const { isSamePage, problems } of pages) {
      await expect.poll(isSamePage, { timeout: 20_000 }).toBe(false);
      expect(problems.filter((problem) => !isOfRestart(problem))).toEqual([]);
    }
  });

  test('when it was still loading while the server started', async () => {
    const loadedAt = Date.now();
    await fetch(`${door.url}/starts?room=server`, { method: 'POST' });
    const listen = (since: number) => nextWord(`${door.url}/starts?room=charity-site&since=${since}`);
    expect(await listen(loadedAt - 1)).toContain('data: started');
    expect(await listen(Date.now() + 1)).not.toContain('data: started');
  });
});

describe('nothing of this', () => {
  test('is in the pages that the server sends otherwise', async () => {
    const { url, close } = await startOn(database.at);
    endings.push(close);
    for (const path of ['/graphql', '/embed/action-tracker/fairmead']) {
      const answer = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect(answer.headers.get('content-security-policy')).not.toContain('localhost');
      expect(await answer.text()).not.toContain('reload.js');
    }
  });

  test('is in a page of the charity that shows what its policy allows', async () => {
    const url = await startInDevelopment('charity-site', 'CHARITY_SITE_PORT');
    const answer = await fetch(`${url}/strict.html`);
    expect(answer.headers.get('content-security-policy')).not.toContain(door.url);
    expect(await answer.text()).not.toContain('reload.js');
  });
});

/** Runs a site by the command that `npm run dev` runs it by; gives its address. */
async function startInDevelopment(room: string, portVariable: string): Promise<string> {
  const port = String(await findFreePort());
  const child = spawn('npm', ['run', '--silent', 'dev', '--workspace', `@open-sanctuary/${room}`], {
    cwd: checkout,
    env: { ...process.env, [portVariable]: port, RELOAD_URL: door.url },
    stdio: 'ignore',
    // A group of its own: npm hands no signal on to what it started.
    detached: true,
  });
  endings.push(() => {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  });
  const url = `http://localhost:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${url}/`).then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  return url;
}

/** A page as a developer has it open; `isSamePage` says whether it has not been loaded again since. */
async function openPage(url: string) {
  const page = await browser.newPage();
  endings.push(() => page.close());
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const isListening = page.waitForRequest((request) => request.url().startsWith(`${door.url}/starts`));
  await page.goto(url);
  await isListening;
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  return { problems, isSamePage: () => isMarked(page) };
}

/** In the instant in which one page makes room for the next nobody can tell. */
const isMarked = (page: Page) => page.evaluate(() => 'isSamePage' in window).catch(() => true);

async function nextWord(url: string): Promise<string> {
  const controller = new AbortController();
  const { body } = await fetch(url, { signal: controller.signal });
  if (!body) throw new Error('The stream has no body.');
  let text = '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const limit = setTimeout(() => controller.abort(), 500);
  try {
    for (;;) {
      const { value = '', done } = await reader.read();
      text += value;
      if (done || text.includes('data:')) return text;
    }
  } catch {
    return text;
  } finally {
    clearTimeout(limit);
    controller.abort();
  }
}

function findFreePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
