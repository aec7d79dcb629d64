import { analyse } from 'chardet';
import { unreadableKind } from './document-kind.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** Far more than any plan has; it keeps the time to read, or to refuse, within seconds. */
const MOST_LINES = 100_000;
const SNIFFED_BYTES = 64 * 1024;

/** Takes away what cannot be seen and what reorders text unseen; tabs, line ends and page breaks stay. */
const UNSEEN = /(?![\t\n\v\f\r])[\p{Cc}\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The text in NFC, with plain line ends and without what cannot be seen; refused when nothing is left. */
export function cleanDocument(written: string): string {
  const text = tidyText(written);
  if (text.trim() === '') throw emptyDocument();
  return text;
}

/** Line ends, unseen characters and composed letters made one. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(/\v/g, ' ').normalize('NFC');
}

/** Refuses a file by its size alone, before anything is looked at. */
export function refuseSize(bytes: Uint8Array) {
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableDocument(
      'TOO_LARGE',
      `This file has ${Math.ceil(bytes.length / (1024 * 1024))} MB; at most 20 MB can be read. Save the plan alone, without its pictures, as text or CSV.`,
    );
  }
  if (bytes.length === 0) throw emptyDocument();
}

export function refuseTooManyLines(text: string) {
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

function binaryDocument(what: string) {
  return unreadableKind(what, 'Save the plan in a format that can be read.');
}

/** The document's text as it stands, or the reason why its bytes are no text that can be read. */
export function decodeDocument(bytes: Uint8Array): string {
  const wide = findWideEncoding(bytes);
  if (wide) return decodeWith(wide, bytes);
  if (bytes.includes(0)) throw binaryDocument('holds bytes that are not text (NUL)');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = findDeclaredEncoding(bytes);
    if (declared !== null) return decodeWith(declared, bytes);
    refuseMixedEncodings(bytes);
    refuseForeignEncodings(bytes);
    return decodeWith('windows-1252', bytes);
  }
}

/** A web page may say in what its letters are written. */
function findDeclaredEncoding(bytes: Uint8Array): string | null {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /<meta\s[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,30})/i.exec(opening)?.[1];
  if (declared === undefined) return null;
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return null;
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
