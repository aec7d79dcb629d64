import type { DocumentContent } from './document-content.ts';
import { unreadableKind } from './document-kind.ts';
import { readSpreadsheetOfOpenDocument } from './open-document.ts';
import { readWordDocument } from './docx.ts';
import { readWorkbook } from './workbook.ts';
import { openZip, protectedFile, type Zip } from './zip.ts';

/** Reads the zipped file formats: Word, Excel and OpenDocument sheets. Macros stay packed. */
export function readZippedDocument(bytes: Uint8Array): DocumentContent {
  const zip = openZip(bytes);
  const content = readByKind(zip);
  if (zip.names.some((name) => /(?:^|\/)vbaProject\.bin$|^Basic\//i.test(name))) {
    content.warnings.push({
      place: null,
      what: 'The file carries macros, which were neither read nor run',
      why: 'A plan needs none. What only a macro would fill in is missing here.',
      code: 'macros-ignored',
    });
  }
  return content;
}

function readByKind(zip: Zip): DocumentContent {
  const hasFolder = (folder: string) => zip.names.some((name) => name.startsWith(folder));
  if (zip.has('mimetype')) return readOpenDocument(zip);
  if (hasFolder('word/')) return readWordDocument(zip);
  if (zip.has('xl/workbook.bin'))
    throw unreadableKind('is a binary Excel workbook (.xlsb)', 'Open it and save it as .xlsx or CSV.');
  if (hasFolder('xl/')) return readWorkbook(zip);
  if (hasFolder('ppt/')) throw unreadableKind('is a presentation', 'Open it and save it as PDF.');
  throw unreadableKind('is a zipped file', 'Unpack it and choose the plan itself.');
}

function readOpenDocument(zip: Zip): DocumentContent {
  const kind = new TextDecoder().decode(zip.get('mimetype').subarray(0, 200)).trim();
  const isEncrypted =
    zip.has('META-INF/manifest.xml') &&
    new TextDecoder().decode(zip.get('META-INF/manifest.xml')).includes('encryption-data');
  if (isEncrypted) throw protectedFile();
  if (kind.includes('opendocument.spreadsheet')) return readSpreadsheetOfOpenDocument(zip);
  if (kind.includes('opendocument.text'))
    throw unreadableKind('is an OpenDocument text (.odt)', 'Open it and save it as .docx.');
  if (kind.includes('opendocument'))
    throw unreadableKind('is an OpenDocument drawing or presentation', 'Save it as PDF.');
  throw unreadableKind('is a zipped file', 'Unpack it and choose the plan itself.');
}
