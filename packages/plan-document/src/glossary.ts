import type { Column } from './columns.ts';
import type { ColourMeaning } from './status-words.ts';
import { joinSpaces } from './text-lines.ts';

/** What somebody has said that headers mean, by their `headerKey`; null leaves the column out. */
export type ColumnMeanings = ReadonlyMap<string, Column | null>;

/** A column of the document, and what it was read as. */
export interface ReadColumn {
  header: string;
  /** Null when it was not read. */
  column: Column | null;
  /** Somebody has said what it is, or that it is to be left out. */
  isGiven: boolean;
  /** What a header that nobody knows comes nearest to. */
  nearest: Column | null;
  /** The header that was read as the same column, if there is one. */
  clashesWith: string | null;
}

/** Brings what somebody has said about a document to its readers, and what they saw back. */
export interface Glossary {
  /** Undefined when nobody has said anything about the header. */
  meaningOf(header: string): Column | null | undefined;
  noteColumn(column: ReadColumn): void;
  noteColour(meaning: ColourMeaning): void;
  /** What was seen, for the draft. */
  listSeen(): { columns: ReadColumn[]; colours: ColourMeaning[] };
}

export function startGlossary(meanings: ColumnMeanings = new Map()): Glossary {
  const columns = new Map<string, ReadColumn>();
  const colours: ColourMeaning[] = [];
  return {
    meaningOf: (header) => meanings.get(headerKey(header)),
    noteColumn(column) {
      const key = headerKey(column.header);
      // What one table could not read, another may have read.
      if (!columns.has(key) || column.clashesWith !== null) columns.set(key, column);
    },
    noteColour: (meaning) => void colours.push(meaning),
    listSeen: () => ({ columns: [...columns.values()], colours }),
  };
}

/** A header as it is compared: without case, punctuation and the way it was typed. */
export function headerKey(header: string): string {
  const plain = joinSpaces(header.normalize('NFKC').toLowerCase());
  return plain.replace(/[^\p{L}\p{M}\p{N}#%£]+/gu, ' ').trim() || plain;
}
