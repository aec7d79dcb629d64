import { inflateRawSync } from 'node:zlib';

export interface Visited {
  url: string;
  status: number;
  headers: string;
  text: string;
}

const link = /(?:href|src|action)="([^"]+)"/g;
const address = /https?:\/\/localhost:\d+\/[^\s"'<>\\)]*/g;

/** Reads these addresses, and from there on all of the same sites that they lead to. */
export async function crawl(seeds: readonly string[], most: number): Promise<Visited[]> {
  const sites = new Set(seeds.map((seed) => new URL(seed).origin));
  const wanted = new Set(seeds);
  const visited: Visited[] = [];
  for (const url of wanted) {
    const page = await visit(url);
    visited.push(page);
    const found = [
      ...[...page.text.matchAll(link)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
      ...[...`${page.text} ${page.headers}`.matchAll(address)].map(([href]) => href.replaceAll('&amp;', '&')),
    ];
    for (const href of found) {
      if (!URL.canParse(href, url)) continue;
      const next = new URL(href, url);
      next.hash = '';
      // A live stream does not end, and a script tells of nobody.
      if (!sites.has(next.origin) || /^\/(live|playground)\/|\.js$/.test(next.pathname)) continue;
      if (wanted.size < most) wanted.add(next.href);
    }
  }
  return visited;
}

export async function visit(url: string, init: RequestInit = {}): Promise<Visited> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const body = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const isZip = body.subarray(0, 2).toString() === 'PK';
  return { url, status: response.status, headers, text: isZip ? unzip(body) : body.toString() };
}

/** The text of all files in a ZIP, such as a Word document. */
function unzip(archive: Buffer): string {
  const texts: string[] = [];
  const end = archive.lastIndexOf('PK\u0005\u0006');
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const size = archive.readUInt32LE(at + 20);
    const start = archive.readUInt32LE(at + 42);
    const content = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const packed = archive.subarray(content, content + size);
    texts.push(String(archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return texts.join('\n');
}
