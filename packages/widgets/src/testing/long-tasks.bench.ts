import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { examples } from '../action-tracker/action-tracker.examples.ts';
import { examples as groupExamples } from '../steering-group/steering-group.examples.ts';
import { launchBrowser } from './browser.ts';
import { listen, startStandInServer } from './stand-in-server.ts';

// How long a widget keeps a page from answering: the longest task of the main thread for each thing that a reader does,
// on a processor made four times slower; the tracker with 42 actions that hold all they can, the group with six times
// the members of the example. Run it on a quiet machine.

const slowness = 4;
const runs = 5;

/** Tasks may take this many milliseconds. */
const bar = 50;

/** Times are in microseconds; `tdur` leaves out what the processor did for others meanwhile. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const server = await startStandInServer();
const site = await listen((request, response) => {
  const tag = `sanctuary-${request.url?.slice(1)}`;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A charity</title>
    <style>${tag} { display: block; min-height: 40rem }</style>
    <h1>A charity</h1>
    <${tag} council="fairmead" plan="2026-2029"><a href="/plan">The link</a></${tag}>`);
});

/** The same plan after a report on one action, or with as many reports as before. */
const changed = (revision: number) => {
  const answer = structuredClone(examples.reported) as unknown as {
    council: { revision: number; plan: { themes: { actions: { title: string }[] }[] } };
  };
  answer.council.revision = revision;
  const action = answer.council.plan.themes[3]?.actions[2];
  if (action) action.title += `, revision ${revision}`;
  return answer;
};

/** A group with many members and meetings. */
const largeGroup = (revision: number) => {
  const { council } = groupExamples.ready;
  const repeat = <Item>(items: readonly Item[]) => Array.from({ length: 6 }, () => items).flat();
  return {
    council: {
      ...council,
      revision,
      steeringGroup: council.steeringGroup && {
        ...council.steeringGroup,
        name: `${council.steeringGroup.name}, revision ${revision}`,
        constituencies: repeat(council.steeringGroup.constituencies),
        meetings: repeat(council.steeringGroup.meetings).map((meeting, index) => ({
          ...meeting,
          uuid: `meeting-${index}`,
        })),
      },
    },
  };
};

/** Done inside of the page, with nothing of the test's own on the way. */
const inWidget = <Given>(use: (root: ShadowRoot, given: Given) => void, given: Given) => {
  const source = `(${String(use)})([...document.body.children].at(-1).shadowRoot, ${JSON.stringify(given)})`;
  return (page: Page) => page.evaluate(source);
};
const click = (selector: string) =>
  inWidget((root, wanted) => root.querySelector<HTMLElement>(wanted)?.click(), selector);
const enter = (selector: string, value: string) =>
  inWidget(
    (root, given) => {
      const control = root.querySelector<HTMLInputElement>(given.selector);
      if (!control) return;
      control.value = given.value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { selector, value },
  );

type Acts = Record<string, (page: Page) => Promise<unknown>>;

const start: Acts = {
  'the script comes': (page) =>
    page.evaluate((src) => {
      const script = Object.assign(document.createElement('script'), { type: 'module', src });
      document.head.append(script);
    }, `${server.origin}/embed/v1/sanctuary.js`),
};
const languages: Acts = {
  'Arabic, its letters new': click('button[lang=ar]'),
  'back to English': click('button[lang=en]'),
  'Arabic again': click('button[lang=ar]'),
};
const acts: Acts = {
  ...start,
  'an action is opened': click('[data-ref="1.2"] > summary'),
  'a filter is set': click('[name=late]'),
  'a filter is cleared': click('[name=late]'),
  'a word is typed': enter('[name=words]', '2.1'),
  'a word is deleted': enter('[name=words]', ''),
  'another order': enter('[name=sort]', 'STATUS'),
  'something changes': async () => {
    server.answer = changed(13);
    server.change(13);
  },
  ...languages,
};
const groupActs: Acts = {
  ...start,
  'a meeting is opened': click('.meeting > summary'),
  'something changes': async () => {
    server.answer = largeGroup(13);
    server.change(13);
  },
  ...languages,
};
const subjects = [
  { tag: 'action-tracker', answer: examples.reported, acts },
  { tag: 'steering-group', answer: largeGroup(12), acts: groupActs },
];

/** The longest task of the page's main thread while something is done, by the clock and by its own work. */
async function measure(browser: Browser, page: Page, act: (page: Page) => Promise<unknown>) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await act(page);
  await page.waitForTimeout(2000);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`),
  );
  return {
    byClock: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
    ownWork: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;
const measured = subjects.map(
  ({ tag, acts: all }) => [tag, new Map(Object.keys(all).map((name) => [name, [] as Measured[]]))] as const,
);
try {
  for (let run = 0; run < runs; run += 1) {
    for (const [index, { tag, answer, acts: all }] of subjects.entries()) {
      // A new browser each time: what is compiled already would flatter the first view.
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
        server.answer = answer;
        // Without the script at first: what the page itself costs is not ours.
        await page.goto(`${site.origin}/${tag}`);
        await page.waitForTimeout(1000);
        for (const [name, act] of Object.entries(all)) {
          measured[index]?.[1].get(name)?.push(await measure(browser, page, act));
        }
      } finally {
        await browser.close();
      }
    }
  }
} finally {
  await Promise.all([server.close(), site.close()]);
}

const describe = (values: readonly number[]) => {
  const ordered = values.toSorted((one, other) => one - other);
  return [ordered[0], ordered[Math.floor(ordered.length / 2)], ordered.at(-1)]
    .map((value = NaN) => value.toFixed(0).padStart(8))
    .join('');
};
const columns = ['least', 'median', 'most'].map((word) => word.padStart(8)).join('');
process.stdout.write(
  [
    `The longest task in ms at ${slowness} × slow-down, ${runs} runs; the machine's load is ${loadavg()[0]?.toFixed(1)}`,
    `${''.padEnd(30)}${'by the clock'.padStart(24)}${'its own work'.padStart(24)}`,
    `${''.padEnd(30)}${columns}${columns}`,
    ...measured.flatMap(([tag, tasksOf]) => [
      tag,
      ...[...tasksOf].map(([name, tasks]) => {
        const isOver = Math.min(...tasks.map(({ ownWork }) => ownWork)) > bar;
        return [
          name.padEnd(30),
          describe(tasks.map(({ byClock }) => byClock)),
          describe(tasks.map(({ ownWork }) => ownWork)),
          isOver ? `  over ${bar}` : '',
        ].join('');
      }),
    ]),
    '',
  ].join('\n'),
);
