import type { Feed, Update } from './updates.rules.ts';

/** RFC 4287; any text makes well-formed XML. */
export function writeAtom(feed: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escape(feed.id)}</id>
<title>${escape(feed.title)}</title>
<subtitle>${escape(feed.subtitle)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${escape(feed.author)}</name></author>
<rights>${escape(feed.rights)}</rights>
${feed.licenceUrl ? `<link rel="license" href="${escape(feed.licenceUrl)}"/>\n` : ''}<link rel="self" type="application/atom+xml" href="${escape(feed.selfUrl)}"/>
<link rel="alternate" type="text/html" href="${escape(feed.homeUrl)}"/>
${exampleMark(feed)}${feed.updates.map((update) => writeEntry(feed, update)).join('')}</feed>
`;
}

const exampleMark = ({ isExample }: Feed) =>
  isExample ? '<category term="example" label="Invented, for the demo"/>\n' : '';

function writeEntry(feed: Feed, update: Update): string {
  const { quote, summary } = update;
  return `<entry>
<id>${escape(`${feed.id}/${update.key}`)}</id>
<title>${escape(update.title)}</title>
<updated>${update.updated}</updated>
${update.published ? `<published>${update.published}</published>\n` : ''}<link rel="alternate" type="text/html" href="${escape(feed.urlOf(update))}"/>
<category term="${update.kind}"/>
${exampleMark(feed)}<rights>${escape(feed.rights)}</rights>
<summary>${escape(summary)}</summary>
${
  quote
    ? `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${escape(summary)}</p>${quoteParagraphs(quote)}</div></content>\n`
    : ''
}</entry>
`;
}

const quoteParagraphs = ({ text, language }: NonNullable<Update['quote']>): string =>
  text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map(
      (line) => `<p xml:lang="${escape(language)}" lang="${escape(language)}" dir="auto">${escape(line)}</p>`,
    )
    .join('');

/** What XML 1.0 cannot hold at all, not even escaped. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
