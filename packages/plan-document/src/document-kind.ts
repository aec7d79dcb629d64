import { UnreadableDocument } from './unreadable-document.ts';
import { protectedFile } from './zip.ts';

const READABLE =
  'What can be read is Word (.docx), Excel (.xlsx), OpenDocument sheets (.ods), PDF, web pages, plain text and CSV.';
const SNIFFED_BYTES = 64 * 1024;

/** Files that are neither read nor text, by their first bytes, with the way out of each. */
const REFUSED: readonly { starts: readonly number[]; message: string }[] = [
  {
    starts: [0x89, 0x50, 0x4e, 0x47],
    message: 'This is a PNG picture, which holds no text. Ask for the document that the picture shows.',
  },
  {
    starts: [0xff, 0xd8, 0xff],
    message: 'This is a JPEG picture, which holds no text. Ask for the document that the picture shows.',
  },
  {
    starts: [0x47, 0x49, 0x46, 0x38],
    message: 'This is a GIF picture, which holds no text. Ask for the document that the picture shows.',
  },
  {
    starts: [0x1f, 0x8b],
    message: 'This is a compressed file. Unpack it and choose the plan itself.',
  },
  {
    starts: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    message: 'This is a Rich Text file (.rtf). Open it in a word processor and save it as .docx.',
  },
];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const OLD_OFFICE_STREAMS: readonly { stream: string; message: string }[] = [
  {
    stream: 'WordDocument',
    message: 'This is an old Word file (.doc). Open it in a word processor and save it as .docx.',
  },
  {
    stream: 'Workbook',
    message:
      'This is an old Excel file (.xls). Open it in a spreadsheet program and save it as .xlsx or CSV.',
  },
  {
    stream: 'Book',
    message:
      'This is an old Excel file (.xls). Open it in a spreadsheet program and save it as .xlsx or CSV.',
  },
];

/** What the bytes themselves say that they are; a file's name may be wrong. */
export function findDocumentKind(bytes: Uint8Array): 'PDF' | 'ZIPPED' | 'TEXT' {
  const startsWith = (starts: readonly number[]) => starts.every((byte, at) => bytes[at] === byte);
  const refused = REFUSED.find(({ starts }) => startsWith(starts));
  if (refused) throw new UnreadableDocument('BINARY', refused.message);
  if (startsWith(OLD_OFFICE)) throw refuseOldOffice(bytes);
  if (startsWith([0x50, 0x4b, 0x03, 0x04]) || startsWith([0x50, 0x4b, 0x05, 0x06])) return 'ZIPPED';
  // A PDF may begin with a few bytes of something else.
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /(?:^|[\r\n\0])%PDF-\d/.test(opening) ? 'PDF' : 'TEXT';
}

function refuseOldOffice(bytes: Uint8Array): UnreadableDocument {
  const holds = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(stream, 'utf16le');
  if (holds('EncryptedPackage')) return protectedFile();
  const old = OLD_OFFICE_STREAMS.find(({ stream }) => holds(stream));
  return new UnreadableDocument(
    'BINARY',
    old?.message ?? `This is a file of an old Office program. Open it there and save it anew. ${READABLE}`,
  );
}

export function unreadableKind(what: string, wayOut: string): UnreadableDocument {
  return new UnreadableDocument('BINARY', `This file ${what}. ${wayOut} ${READABLE}`);
}

const OPENS_WITH_TAG =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|table|h[1-6]|p|ul|ol|dl|style|link)[\s>]/i;

/**
 * Whether a text is the source of a web page or a piece of one. A text that was taken out of a page may begin with
 * a tag that was left behind: in a source most lines have some.
 */
export function isWebPage(text: string, fileName: string | undefined): boolean {
  const sample = text.slice(0, SNIFFED_BYTES);
  if (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b/i.test(sample)) return true;
  if (/\.x?html?$/i.test(fileName ?? '') && /<\/[a-z][a-z0-9]*\s*>/i.test(sample)) return true;
  if (!OPENS_WITH_TAG.test(sample)) return false;
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const tagged = lines.filter((line) => /<\/?[a-z][^<>]*>/i.test(line));
  const elements = new Set(
    sample.match(/<\/(?:h[1-6]|ul|ol|li|table|t[dr]|div|section|article|p)(?=\s*>)/gi),
  );
  return elements.size >= 2 && tagged.length * 2 >= lines.length;
}

/** Refuses texts that programs write for each other. */
export function refuseForeignMarkup(text: string) {
  const opening = text.slice(0, 2000);
  if (/^(?:From: <Saved by|MIME-Version:)/i.test(opening))
    throw unreadableKind('is a web archive (.mht)', 'Open it in a browser and save the page as HTML.');
  if (
    /^\s*<\?xml\b/.test(opening) &&
    /<\?mso-application|<office:document|<w:wordDocument|<pkg:package/.test(opening)
  )
    throw unreadableKind('is an Office file written as XML', 'Open it and save it as .docx or .xlsx.');
}
