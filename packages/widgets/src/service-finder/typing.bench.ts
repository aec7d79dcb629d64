import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../testing/browser.ts';
import { listen, startStandInServer } from '../testing/stand-in-server.ts';
import { answerMany } from './service-finder.examples.ts';

// How long 500 services on the device keep somebody waiting who looks for help: the longest task of the main thread on
// a processor made four times slower, and the time from a key to the next paint on one made six times slower. Run it on
// a quiet machine.

const runs = 5;

/** What the answers may take, in milliseconds. */
const bars = { task: 50, paint: 200 } as const;

/** Times are in microseconds; `tdur` leaves out what the processor did for others meanwhile. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const server = await startStandInServer();
server.answer = answerMany;
const site = await listen((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A charity</title>
    <style>sanctuary-service-finder { display: block; min-height: 60rem }</style>
    <h1>A charity</h1>
    <sanctuary-service-finder council="fairmead"><a href="/services">Help</a></sanctuary-service-finder>`);
});

const load = (page: Page) =>
  page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
  }, `${server.origin}/embed/v1/service-finder.js`);

/** Writes into a control as a person does, and says how long it takes until that is seen. */
const enter = (page: Page, name: string, value: string) =>
  page.evaluate(
    async ([wanted, text]) => {
      const root = document.querySelector('sanctuary-service-finder')?.shadowRoot;
      const control = root?.querySelector<HTMLInputElement>(`[name=${wanted}]`);
      if (!control) return NaN;
      const start = performance.now();
      control.value = text ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      return performance.now() - start;
    },
    [name, value],
  );

const acts: Record<string, (page: Page) => Promise<unknown>> = {
  'the script and 500 services come': load,
  'the first letter is typed': (page) => enter(page, 'words', 'e'),
  'a word is typed': (page) => enter(page, 'words', 'english'),
  'a word is misspelt': (page) => enter(page, 'words', 'engilsh'),
  'a postcode is typed': (page) => enter(page, 'where', 'E8 3BQ'),
  'a need is chosen': (page) => enter(page, 'need', 'FOOD'),
  'a day is chosen': (page) => enter(page, 'when', '3'),
  'words are deleted': (page) => enter(page, 'words', ''),
};

const inBrowser = async (slowness: number, use: (browser: Browser, page: Page) => Promise<void>) => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.goto(site.origin);
    await page.waitForTimeout(500);
    await use(browser, page);
  } finally {
    await browser.close();
  }
};

/** The longest task of the page's main thread while something is done, by its own work. */
async function measureTask(browser: Browser, page: Page, act: (page: Page) => Promise<unknown>) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await act(page);
  await page.waitForTimeout(1500);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return Math.max(
    ...traceEvents
      .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`))
      .map(({ tdur = 0 }) => tdur / 1000),
  );
}

const tasks = new Map(Object.keys(acts).map((name) => [name, [] as number[]]));
const paints = new Map(Object.keys(acts).map((name) => [name, [] as number[]]));
try {
  for (let run = 0; run < runs; run += 1) {
    // A new browser each time: what is compiled already would flatter the first view.
    await inBrowser(4, async (browser, page) => {
      for (const [name, act] of Object.entries(acts)) {
        tasks.get(name)?.push(await measureTask(browser, page, act));
      }
    });
    await inBrowser(6, async (_, page) => {
      for (const [name, act] of Object.entries(acts)) {
        const took = await act(page);
        if (typeof took === 'number') paints.get(name)?.push(took);
        await page.waitForTimeout(1500);
      }
    });
  }
} finally {
  await Promise.all([server.close(), site.close()]);
}

const describe = (values: readonly number[]) => {
  const ordered = values.toSorted((one, other) => one - other);
  return [ordered[0], ordered[Math.floor(ordered.length / 2)], ordered.at(-1)]
    .map((value) => (value === undefined ? '' : value.toFixed(0)).padStart(8))
    .join('');
};
const columns = ['least', 'median', 'most'].map((word) => word.padStart(8)).join('');
process.stdout.write(
  [
    `500 services on the device, ${runs} runs, in ms; the machine's load is ${loadavg()[0]?.toFixed(1)}`,
    `${''.padEnd(34)}${`longest task (bar ${bars.task}), 4 ×`.padStart(24)}${`next paint (bar ${bars.paint}), 6 ×`.padStart(28)}`,
    `${''.padEnd(34)}${columns}    ${columns}`,
    ...Object.keys(acts).map(
      (name) => `${name.padEnd(34)}${describe(tasks.get(name) ?? [])}    ${describe(paints.get(name) ?? [])}`,
    ),
    '',
  ].join('\n'),
);
