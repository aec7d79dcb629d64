import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { planSlug } from '../src/testing/many-councils.ts';
import type { Bench } from './bench.ts';
import { findFreePort, startServer } from './processes.ts';
import { atMost, formatNumber, noBar, type Row } from './report.ts';

/** What a visitor's browser has to fetch until the tracker shows its actions, on a page of another origin. */
export async function measureWeight({ databases, folder, say }: Bench): Promise<Row[]> {
  const server = await startServer(await (await databases()).copy(), join(folder, 'weight'));
  const page = `<!doctype html><title>A charity</title>
    <script type="module" src="${server.url}/embed/v1/sanctuary.js"></script>
    <sanctuary-action-tracker council="council-1" plan="${planSlug}"></sanctuary-action-tracker>`;
  const port = await findFreePort();
  const charity = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(page),
  );
  await new Promise<void>((done) => void charity.listen(port, '127.0.0.1', done));
  say('starting a browser');
  const browser = await launchBrowser();
  try {
    say('first view of a plan of 35 actions');
    const visitor = await browser.newPage();
    const fetched: Promise<number>[] = [];
    visitor.on('requestfinished', (request) => {
      if (!request.url().startsWith(server.url)) return;
      fetched.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize));
    });
    await visitor.goto(`http://127.0.0.1:${port}/`);
    await visitor.locator('sanctuary-action-tracker details[data-ref]').first().waitFor();
    const sizes = await Promise.all(fetched);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return [
      {
        what: 'Weight: requests for the first view, page excepted',
        ours: formatNumber(sizes.length),
        beside: '',
        ...atMost(sizes.length, 3, ''),
      },
      {
        what: 'Weight: first view with its data, page excepted',
        ours: `${formatNumber(kilobytes, 1)} kB`,
        beside: '',
        ...atMost(kilobytes, 45, 'kB'),
      },
      ...(await listFiles()),
    ];
  } finally {
    await browser.close();
    charity.close();
    charity.closeAllConnections();
  }
}

async function listFiles(): Promise<Row[]> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@open-sanctuary/widgets/package.json')),
    'dist',
  );
  const names = (await readdir(folder)).filter((name) => /\.(?:js|json)$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const compressed = brotliCompressSync(await readFile(join(folder, name))).length / 1000;
      return {
        what: `Weight: ${name}, brotli`,
        ours: `${formatNumber(compressed, 1)} kB`,
        beside: '',
        ...noBar,
      };
    }),
  );
}
