import { getDocumentProxy } from 'unpdf';
import { startContent, type DocumentContent } from './document-content.ts';
import { addPageLayout, measurePages, type LaidOutPage } from './pdf-layout.ts';
import { findRuledTables } from './pdf-rulings.ts';
import { readPageItems, type PageItems, type PdfPage } from './pdf-items.ts';
import { joinSplitRow } from './split-rows.ts';
import { addTaggedPages, readPageTags, type TaggedPage } from './pdf-tags.ts';
import { UnreadableDocument } from './unreadable-document.ts';
import { damagedFile, protectedFile } from './zip.ts';

const MOST_PAGES = 1000;
/** A page with fewer letters is a picture, whatever its page number says. */
const FEWEST_LETTERS = 25;

/** Reads a PDF's text layer: by its tags where they cover the pages, else by where the words stand. */
export async function readPdf(
  bytes: Uint8Array,
  onProgress: (what: string) => void,
): Promise<DocumentContent> {
  const document = await openPdf(bytes);
  if (document.numPages > MOST_PAGES) {
    throw new UnreadableDocument(
      'TOO_LARGE',
      `This PDF has ${document.numPages.toLocaleString('en-GB')} pages; at most ${MOST_PAGES.toLocaleString('en-GB')} can be read. Save the pages with the plan alone.`,
    );
  }
  const pages: PageItems[] = [];
  const tagged: (TaggedPage | null)[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number % 25 === 0) onProgress(`page ${number} of ${document.numPages}`);
    const page: PdfPage = await document.getPage(number).catch(refuseDamage);
    const items = await readPageItems(page).catch(refuseDamage);
    pages.push(items);
    tagged.push(await readPageTags(page, items));
    page.cleanup();
  }
  refuseWithoutText(pages);

  const content = startContent('PDF');
  const areTagged = tagged.every((page) => page !== null);
  if (areTagged && tagged.some((page) => page.blocks.length > 0)) addTaggedPages(content, tagged);
  else {
    const laidOut: LaidOutPage[] = [];
    for (const [at, { items }] of pages.entries()) {
      if ((at + 1) % 25 === 0) onProgress(`tables of page ${at + 1}`);
      const page = await document.getPage(at + 1);
      laidOut.push({ items, tables: await findRuledTables(page, items).catch(() => []) });
      page.cleanup();
    }
    for (const [at, { tables }] of [...laidOut.entries()].toReversed())
      joinSplitRow(laidOut[at - 1]?.tables.at(-1), tables[0]);
    const measures = measurePages(laidOut);
    for (const [at, page] of laidOut.entries()) addPageLayout(content, page, at + 1, measures);
  }
  warnOfPagesWithoutText(pages, content);
  return content.finish();
}

async function openPdf(bytes: Uint8Array) {
  try {
    // Nothing is fetched, drawn or run: no fonts, no forms.
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      // Pictures are not looked at.
      maxImageSize: 1,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw protectedFile();
    return refuseDamage();
  }
}

function refuseDamage(): never {
  throw damagedFile('its pages cannot be found');
}

function countLetters({ items }: PageItems): number {
  return items.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

function refuseWithoutText(pages: readonly PageItems[]) {
  const letters = pages.map(countLetters);
  const sum = letters.reduce((total, count) => total + count, 0);
  if (sum < FEWEST_LETTERS || letters.every((count) => count < FEWEST_LETTERS)) {
    throw new UnreadableDocument(
      'SCANNED',
      'This PDF holds pictures of its pages and no text, as scanners make it. Ask for the document that was scanned, or run text recognition (OCR) on it first.',
    );
  }
  const characters = pages.flatMap(({ items }) => items.map(({ text }) => text)).join('');
  const unknown = characters.match(/[\ufffd\p{Co}]/gu)?.length ?? 0;
  if (unknown > sum / 2) {
    throw new UnreadableDocument(
      'UNKNOWN_ENCODING',
      'This PDF shows letters without saying which they are. Ask for the document that it was made from.',
    );
  }
}

function warnOfPagesWithoutText(pages: readonly PageItems[], content: ReturnType<typeof startContent>) {
  const empty = pages.flatMap((page, at) => (countLetters(page) === 0 && page.hasPicture ? [at + 1] : []));
  if (empty.length === 0) return;
  content.addWarning({
    what: `${empty.length === 1 ? 'Page' : 'Pages'} ${empty.slice(0, 12).join(', ')}${empty.length > 12 ? ' and more' : ''} ${empty.length === 1 ? 'is a picture' : 'are pictures'} without text`,
    why: 'What is written there was not read. Check that it is no part of the plan.',
    code: 'pages-without-text',
  });
}
