import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { listen, startStandInServer, type StandInServer } from './stand-in-server.ts';

// The built script in a real browser, on a page of another origin, as a partner's page would have it.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visit extends BrowserContextOptions {
  readonly lang?: string;
  readonly head?: string;
  /** The file that the page loads from the server. */
  readonly script?: string;
  readonly before?: (page: Page) => Promise<unknown>;
}

export interface PartnerSite {
  readonly browser: Browser;
  readonly server: StandInServer;
  readonly origin: string;
  /** What the partner's site sends with its page. */
  headers: Record<string, string>;
  /** The reports that it got of broken policies. */
  readonly reports: string[];
  /** Opens a partner's page with this body and hands it to `use`; nothing may be thrown on the way. */
  visit(body: string, use: (page: Page) => Promise<void>, options?: Visit): Promise<void>;
  /** As before the first visit, once nobody listens any more. */
  reset(answer: unknown): void;
  close(): Promise<void>;
}

export async function openPartnerSite(): Promise<PartnerSite> {
  const [browser, server] = await Promise.all([launchBrowser(), startStandInServer()]);
  let html = '';
  const site = await listen((request, response) => {
    if (request.method === 'POST') {
      request.on('data', (data) => partner.reports.push(String(data)));
      response.end();
      return;
    }
    for (const [name, value] of Object.entries(partner.headers)) response.setHeader(name, value);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  const partner: PartnerSite = {
    browser,
    server,
    origin: site.origin,
    headers: {},
    reports: [],
    async visit(body, use, options = {}) {
      const { lang = 'en', head = '', script = 'sanctuary.js', before, ...context } = options;
      html = `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head>
        <meta name="viewport" content="width=device-width"><title>A charity</title>${head}
        <script type="module" src="${server.origin}/embed/v1/${script}"></script></head>
        <body><main><h1>A charity</h1>${body}</main></body></html>`;
      const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, ...context });
      const thrown: unknown[] = [];
      page.on('pageerror', (error) => thrown.push(error));
      try {
        await before?.(page);
        await page.goto(site.origin);
        await use(page);
      } finally {
        await page.close();
      }
      if (thrown.length > 0) throw new AggregateError(thrown, 'The page threw.');
    },
    reset(answer) {
      server.answer = answer;
      server.refuseStreams = undefined;
      server.asked.length = 0;
      partner.headers = {};
      partner.reports.length = 0;
    },
    async close() {
      await browser.close();
      await Promise.all([server.close(), site.close()]);
    },
  };
  return partner;
}

/** What axe finds wrong in the page. */
export async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
      document.querySelector('main') ?? document,
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

/** A server that never answers, and one that cannot. */
export const hang = () => undefined;
export const fail = (_: unknown, response: ServerResponse) =>
  void response.writeHead(500).end('{"errors":[{"message":"No"}]}');

/** What a reader may have asked the browser for. */
export const colourSchemes: Record<string, Visit> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
};

/** The style of a page that goes with it. */
export const ground = `<style>:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; background: #fff; color: #1b2a2f }
  @media (prefers-color-scheme: dark) { body { background: #12191c; color: #f2f1ec } a { color: #7fd3e3 } }</style>`;

/** Resets and worse, aimed at everything. */
export const hostileStyle = `<style>html { font-size: 62.5% } main { width: 900px }
  * { margin: 9px !important; padding: 9px !important; border: 3px solid red !important; letter-spacing: 4px !important;
      text-transform: uppercase !important; line-height: 3 !important; float: left !important; display: inline !important;
      box-sizing: content-box !important; background: yellow !important; text-indent: 3em !important; width: 900px }
  details, summary, input, select, button, svg, li { display: none !important; appearance: none !important }</style>`;

/** The strictest policy under which the widgets promise to work. */
export const strictPolicy = (origin: string) =>
  `default-src 'none'; script-src ${origin}; style-src 'none'; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types lit-html; report-uri /report`;

/** Where everything in a tag stands and how it looks; options and what sticks to the screen have no place of their own. */
export const listBoxes = (page: Page, tag: string) =>
  page.locator(`${tag} .sanctuary`).evaluate((root) => {
    const { left, top } = root.getBoundingClientRect();
    return [...root.querySelectorAll(':not(option, .age)')].map((each) => {
      const box = each.getBoundingClientRect();
      const { letterSpacing, textTransform, backgroundColor } = getComputedStyle(each);
      const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round);
      return [each.tagName, ...place, letterSpacing, textTransform, backgroundColor].join(' ');
    });
  });

/** From now on the page counts how many listeners it has on itself. */
export const watchListeners = (page: Page) =>
  page.addInitScript(() => {
    const counted = window as unknown as { listening: number };
    counted.listening = 0;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    for (const each of [Window, Document, MediaQueryList]) {
      const known = new Map<EventTarget, Set<unknown>>();
      const target = each.prototype as EventTarget;
      target.addEventListener = function (...given: Parameters<typeof addEventListener>) {
        known.set(this, (known.get(this) ?? new Set()).add(given[1]));
        counted.listening += 1;
        addEventListener.apply(this, given);
      };
      target.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
        if (known.get(this)?.delete(given[1])) counted.listening -= 1;
        removeEventListener.apply(this, given);
      };
    }
  });

export const countListeners = async (page: Page) =>
  page.evaluate(() => (window as unknown as { listening: number }).listening);

/** From now on the page keeps what the widgets tell it. */
export const watchEvents = (page: Page) =>
  page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ['ready', 'error', 'filter', 'open']) {
      addEventListener(`sanctuary-${name}`, (event) =>
        heard.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail)}`),
      );
    }
  });

export const listHeard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** How far what is shown has jumped so far. */
export const measureShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list
              .getEntries()
              .reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
