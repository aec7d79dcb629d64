import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { startServer } from '../src/server.ts';
import { examples } from './examples.ts';

let dataFolder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'playground-'));
  server = await startServer(readEnvironment({ PORT: '0', DATA_DIR: dataFolder, DEMO: '1' }));
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}, 30_000);

/** Tabs can be used when the editor has loaded. */
async function open(page: Page): Promise<void> {
  await page.goto(`${server.url}/graphql`);
  await page.locator('.graphiql-query-editor .CodeMirror').getByText('Councils', { exact: true }).waitFor();
}

const tabs = (page: Page) => page.getByRole('tab');
const answer = (page: Page) => page.locator('.result-window');
const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();

test('a developer finds a tab for each example, and every one gives an answer without errors', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await open(page);
  expect(await tabs(page).count()).toBe(examples.length);
  for (let index = 0; index < examples.length; index += 1) {
    await tabs(page).nth(index).click();
    await run(page);
    await expect.poll(() => answer(page).textContent(), { timeout: 10_000 }).toMatch(/"data":/);
    expect(await answer(page).textContent()).not.toMatch(/"errors":|"(council|node)": null/);
  }
  await page.close();
});

test('a link to a question shows its answer, and asks nobody else', async () => {
  const page = await browser.newPage();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`${server.url}/graphql?query={councils{slug}}`);
  expect(await page.locator('body').textContent()).toContain('{"data":{"councils":[{"slug":');
  expect(addresses.filter((address) => !address.startsWith(server.url))).toEqual([]);
  await page.close();
});

test('the documentation explains the schema', async () => {
  const page = await browser.newPage();
  await open(page);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('link', { name: 'progress', exact: true }).waitFor();
  await page.close();
});

test('it asks nobody else, breaks no rule of its own page, and leaves nothing on the computer', async () => {
  const page = await browser.newPage();
  const origins = new Set<string>();
  const problems: string[] = [];
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await open(page);
  await tabs(page).nth(1).click();
  await run(page);
  await expect.poll(() => answer(page).textContent(), { timeout: 10_000 }).toMatch(/"byStatus"/);
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.getByRole('button', { name: 'Open settings dialog' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.keyboard.press('Escape');
  // Tabs are saved half a second after the last change.
  await page.waitForTimeout(700);

  expect([...origins].filter((origin) => origin !== 'null')).toEqual([new URL(server.url).origin]);
  expect(problems).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(
    await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]),
  ).toEqual([0, 0, 0]);
  await page.close();
});
