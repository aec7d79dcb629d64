import type { Place } from './plan-draft.ts';

export type UnreadableCode =
  | 'BINARY'
  | 'BROKEN_ENCODING'
  | 'BROKEN_FILE'
  | 'BROKEN_QUOTES'
  | 'DUPLICATE_REFS'
  | 'EMPTY'
  | 'MIXED_ENCODINGS'
  | 'NOT_A_PLAN'
  | 'PROTECTED'
  | 'SCANNED'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'UNKNOWN_COLUMNS'
  | 'UNKNOWN_ENCODING'
  | 'UNKNOWN_FORMAT';

/** The document cannot become a draft; the message says what is wrong, where, and the way out. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;
  readonly place: Place | null;

  constructor(code: UnreadableCode, message: string, place: Place | null = null) {
    super(message);
    this.name = 'UnreadableDocument';
    this.code = code;
    this.place = place;
  }
}
