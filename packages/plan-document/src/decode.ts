import { analyse } from 'chardet';
import { UnreadableDocument } from './unreadable-document.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** Far more than any plan has; it keeps the time to read, or to refuse, within seconds. */
const MOST_LINES = 100_000;
const SNIFFED_BYTES = 64 * 1024;

/** What a file is that is no text, by its first bytes. */
const KINDS_BY_FIRST_BYTES: readonly { starts: readonly number[]; kind: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46], kind: 'a PDF' },
  { starts: [0x50, 0x4b, 0x03, 0x04], kind: 'a zipped file' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Word or Excel file' },
  { starts: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG picture' },
  { starts: [0xff, 0xd8, 0xff], kind: 'a JPEG picture' },
  { starts: [0x47, 0x49, 0x46, 0x38], kind: 'a GIF picture' },
  { starts: [0x1f, 0x8b], kind: 'a compressed file' },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: 'a Rich Text file' },
];

const ZIPPED_KINDS: readonly { holds: string; kind: string }[] = [
  { holds: 'word/', kind: 'a Word file' },
  { holds: 'xl/', kind: 'an Excel file' },
  { holds: 'opendocument', kind: 'an OpenDocument file' },
];

/** Takes away what cannot be seen and what reorders text unseen; tabs, line ends and page breaks stay. */
const UNSEEN = /(?![\t\n\v\f\r])[\p{Cc}\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The document's text as it stands, or the reason why its bytes are no text that can be read. */
export function decodeDocument(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableDocument(
      'TOO_LARGE',
      `This file has ${Math.ceil(bytes.length / (1024 * 1024))} MB; at most 20 MB can be read. Save the plan alone, without its pictures, as text or CSV.`,
    );
  }
  if (bytes.length === 0) throw emptyDocument();
  refuseOtherKinds(bytes);
  return decodeText(bytes);
}

/** The text in NFC, with plain line ends and without what cannot be seen. */
export function cleanDocument(written: string): string {
  const text = written.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(/\v/g, ' ').normalize('NFC');
  if (text.trim() === '') throw emptyDocument();
  refuseTooManyLines(text);
  if (/^\s{0,100}<(?:!doctype\s+html|html)\b/i.test(text)) {
    throw new UnreadableDocument(
      'WEB_PAGE',
      'This is the source of a web page (it starts with <html>). Open the page in a browser, copy its text and save that as a text file.',
      { line: 1 },
    );
  }
  return text;
}

function refuseTooManyLines(text: string) {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines <= MOST_LINES) return;
  throw new UnreadableDocument(
    'TOO_LARGE',
    `This file has ${lines.toLocaleString('en-GB')} lines; at most ${MOST_LINES.toLocaleString('en-GB')} can be read. Save the plan alone, without other tables.`,
  );
}

function emptyDocument() {
  return new UnreadableDocument(
    'EMPTY',
    'There is no text in this file. Check that the right file was chosen.',
  );
}

function refuseOtherKinds(bytes: Uint8Array) {
  const found = KINDS_BY_FIRST_BYTES.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (!found) return;
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES));
  const zipped =
    found.kind === 'a zipped file' ? ZIPPED_KINDS.find(({ holds }) => opening.includes(holds)) : undefined;
  throw binaryDocument(`is ${(zipped ?? found).kind}`);
}

function binaryDocument(what: string) {
  return new UnreadableDocument(
    'BINARY',
    `This file ${what}; for now plain text, CSV and TSV can be read. Copy the plan's text into a text file, or save the table as CSV.`,
  );
}

function decodeText(bytes: Uint8Array): string {
  const wide = findWideEncoding(bytes);
  if (wide) return decodeWith(wide, bytes);
  if (bytes.includes(0)) throw binaryDocument('holds bytes that are not text (NUL)');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuseMixedEncodings(bytes);
    refuseForeignEncodings(bytes);
    return decodeWith('windows-1252', bytes);
  }
}

function decodeWith(encoding: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument(
      'BROKEN_ENCODING',
      `This file says it is ${encoding.toUpperCase()} but parts of it are not. Open it where it was made and save it again as UTF-8.`,
    );
  }
  if (text.includes('\0')) throw binaryDocument('holds characters that are not text (NUL)');
  return text;
}

function findWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';

  const sample = bytes.subarray(0, SNIFFED_BYTES);
  let evenZeros = 0;
  let oddZeros = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  // Latin text in UTF-16 without a mark: every other byte is zero, and only on one side.
  const many = sample.length * 0.3;
  if (oddZeros > many && evenZeros === 0) return 'utf-16le';
  if (evenZeros > many && oddZeros === 0) return 'utf-16be';
  return null;
}

function refuseMixedEncodings(bytes: Uint8Array) {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const utf8Lines: number[] = [];
  const otherLines: number[] = [];
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, from);
    const to = found === -1 ? bytes.length : found;
    const lineBytes = bytes.subarray(from, to);
    from = to + 1;
    if (!lineBytes.some((byte) => byte >= 0x80)) continue;
    try {
      strict.decode(lineBytes);
      utf8Lines.push(line);
    } catch {
      otherLines.push(line);
    }
  }
  const [firstUtf8] = utf8Lines;
  const [firstOther] = otherLines;
  if (firstUtf8 === undefined || firstOther === undefined) return;
  const odd = otherLines.length <= utf8Lines.length ? firstOther : firstUtf8;
  throw new UnreadableDocument(
    'MIXED_ENCODINGS',
    `Two ways of writing letters are mixed in this file: line ${firstUtf8} is UTF-8, line ${firstOther} is not. Open it where it was made and save all of it as UTF-8.`,
    { line: odd },
  );
}

/** Western texts are taken as Windows-1252; another script must not come out as gibberish. */
function refuseForeignEncodings(bytes: Uint8Array) {
  const best = analyse(bytes.subarray(0, SNIFFED_BYTES))[0];
  if (!best || best.confidence < 60 || /^(?:ISO-8859-\d+|windows-125\d|ASCII|UTF-8)$/i.test(best.name))
    return;
  throw new UnreadableDocument(
    'UNKNOWN_ENCODING',
    `The letters of this file seem to be written in ${best.name}, which is not read. Open it where it was made and save it as UTF-8.`,
  );
}
