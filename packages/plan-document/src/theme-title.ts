import { findLabel } from './refs.ts';
import { joinSpaces } from './text-lines.ts';

/** "Theme: Homes" is titled "Homes". */
export function withoutLabelWord(text: string): string {
  return text.replace(
    /^(?:theme|priority(?: area)?|objective|area|pillar|aim|goal|strand)\s?[:–—]\s+(?=\S)/i,
    '',
  );
}

/** "Housing (continued)" and "Housing (cont.)" are "Housing". */
export function withoutContinued(title: string): string {
  return title.replace(/\s*(?:\(\s*cont(?:inued|['’]?d)?\.?\s*\)|[–—-]?\s*\bcont(?:inued|['’]?d|\.))$/i, '');
}

/** "Theme 2: Health", "2. Health" and "B – Health" are the ref and the title; "Health" has no ref. */
export function readThemeTitle(text: string): { ref: string | null; title: string } {
  const plain = withoutContinued(joinSpaces(text));
  const label = findLabel(plain);
  if (label && label.rest !== '') return { ref: label.ref, title: label.rest };
  const numbered =
    /^(\d{1,2}|[A-Z]|[IVX]{1,4}|[A-Z]{1,3}\d{1,2})(?:[.):]|\s?[–-])\s+(\S.*)$/.exec(plain) ??
    /^(\d{1,2})\s+(\p{Lu}.*)$/u.exec(plain);
  if (numbered?.[1] && numbered[2]) return { ref: numbered[1], title: numbered[2] };
  return { ref: null, title: withoutLabelWord(plain) };
}
