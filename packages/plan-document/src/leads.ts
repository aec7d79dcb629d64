import { isPlaceholder } from './placeholders.ts';
import type { DraftLead } from './plan-draft.ts';
import { joinSpaces } from './text-lines.ts';

/** What joins a partner to the accountable lead; "and" and commas do not, for they stand inside names as well. */
const JOINS =
  /\s*(?:[;|]|\sand\/or\s|(?<!\d)\/|\/(?!\d)|\s\+\s|,?\s\(?(?:working\s(?:jointly\s|closely\s)?(?:in partnership\s)?with|in (?:close\s)?(?:partnership|collaboration|conjunction|cooperation) with|jointly with|together with|along with|alongside|(?:with|and)? ?(?:support(?:ed)?|help(?:ed)?|assisted|assistance) (?:by|from)|with)\s)\s*/i;
const OTHERS =
  /(?:,\s*)?(?:\b(?:and|plus|with)\s+|&\s*)?\b(?:(?:all|the|any|various|relevant|a range of)\s+)?(?:others?|various|relevant)(?:\s+(?:[\w’'-]+\s+){0,3}(?:services|partners|teams|departments|directorates|agencies|organisations|organizations|stakeholders|councils|bodies|groups|charities|providers))?$/i;
const LABEL =
  /^(?:lead(?:s|ing)?(?: officer| directorate| team)?|owner|responsible|partners?|support(?:ing)?|supported by|with)\s*:\s*/i;
const PARTNER_LABEL = /^(?:partners?|support(?:ing)?|supported by|with)\s*:/i;

/**
 * Who is accountable, which partners are named, and whether others are meant.
 * Names hold commas and "and" themselves; only names known from elsewhere may cut such a text.
 */
export function parseLeads(leadText: string, knownNames: readonly string[] = []): DraftLead[] {
  const text = separateLines(leadText);
  if (text === '' || isPlaceholder(text)) return [];
  const known = sortLongestFirst(knownNames);
  const leads: DraftLead[] = [];
  const add = (name: string, role: DraftLead['role']) => {
    if (name !== '' && !leads.some((lead) => isSameName(lead.name, name))) leads.push({ name, role });
  };
  for (const written of cutAtJoins(text, known)) {
    const isPartner = PARTNER_LABEL.test(written) || leads.some((lead) => lead.role === 'ACCOUNTABLE');
    const { names, others } = separateOthers(written.replace(LABEL, ''), known);
    for (const [at, name] of cutAtKnownNames(names, known).entries()) {
      add(name, isPartner || at > 0 ? 'PARTNER' : 'ACCOUNTABLE');
    }
    if (others !== null) add(others, 'OTHERS_NOT_NAMED');
  }
  return leads;
}

/** The names that stand alone as the lead of some action: what decides where a longer text is cut. */
export function listNamesStandingAlone(leadTexts: readonly string[]): string[] {
  const alone = new Map<string, string>();
  for (const leadText of leadTexts) {
    const text = separateLines(leadText);
    if (text === '' || isPlaceholder(text) || JOINS.test(text) || OTHERS.test(text)) continue;
    alone.set(text.toLowerCase(), text.replace(LABEL, ''));
  }
  const names = [...alone.values()];
  return names.filter((name) => {
    const parts = cutAtKnownNames(name, sortLongestFirst(names.filter((other) => other !== name)));
    return parts.length < 2;
  });
}

const NUMBERED = /(?:^|[\s,;])\(?\d{1,2}[.)]\s+/g;
const BULLET = /^[•●▪◦*–-]\s+/;
const FOOTNOTE_MARK = /(?<=[\p{L})])(?:\*{1,3}|[†‡⁰¹²³⁴-⁹]+)(?=$|[\s,.;/)])/gu;

/** A list with numbers, bullets or lines becomes one with semicolons; a name that only wraps is joined again. */
function separateLines(leadText: string): string {
  const plain = leadText.trim().replace(FOOTNOTE_MARK, '');
  const written = /^\(?1[.)]\s/.test(plain) ? plain.replace(NUMBERED, '\n') : plain;
  const lines = written
    .split(/[\n\r]+/)
    .map(joinSpaces)
    .filter((line) => line !== '');
  return lines.reduce((text, line) => {
    const name = line.replace(BULLET, '');
    const isOpen = /(?:[,;/&+-]|\b(?:and|of|for|the|with|to|in))$/i.test(text);
    const goesOn = name === line && (isOpen || /^(?:[\p{Ll}(&/+,]|With\b|And\b)/u.test(name));
    return text === '' ? name : goesOn ? `${text} ${name}` : `${text.replace(/[,;]$/, '')}; ${name}`;
  }, '');
}

function sortLongestFirst(names: readonly string[]): string[] {
  return names
    .map(joinSpaces)
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length);
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function cutAtJoins(text: string, known: readonly string[]): string[] {
  if (known.some((name) => isSameName(name, text))) return [text];
  return text
    .split(new RegExp(JOINS, 'gi'))
    .map((part) => withoutLooseBracket(part.trim().replace(/^(?:and|&)\s+|[,.;]+$|\s+and$/gi, '')))
    .filter((part) => part !== '');
}

/** "Housing (with Health)" is cut inside its brackets; the half that is left is dropped. */
function withoutLooseBracket(part: string): string {
  const opened = part.match(/\(/g)?.length ?? 0;
  const closed = part.match(/\)/g)?.length ?? 0;
  if (opened > closed) return part.replace(/\(([^(]*)$/, '$1').trim();
  return closed > opened ? part.replace(/\)([^)]*)$/, '$1').trim() : part;
}

function separateOthers(part: string, known: readonly string[]): { names: string; others: string | null } {
  if (known.some((name) => isSameName(name, part))) return { names: part, others: null };
  const match = OTHERS.exec(part);
  if (!match) return { names: part, others: null };
  const others = match[0].replace(/^[,\s]*(?:(?:and|plus|with)\s+|&\s*)?/i, '');
  return {
    names: part
      .slice(0, match.index)
      .replace(/[\s,;]+$|\s+(?:and|&)$/i, '')
      .trim(),
    others,
  };
}

/** Cuts only where known names cover everything up to a comma, an "and" or the end. */
function cutAtKnownNames(text: string, known: readonly string[]): string[] {
  if (text === '') return [];
  if (known.some((name) => isSameName(name, text))) return [text];
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    const start = known.find((name) => startsWithName(rest, name));
    if (start) {
      found.push(rest.slice(0, start.length));
      rest = rest.slice(start.length).replace(BETWEEN_NAMES, '');
    } else {
      const end = known
        .map((name) => indexOfLaterName(rest, name))
        .filter((at) => at > 0 && !isOpenList(rest.slice(0, at)));
      const at = end.length > 0 ? Math.min(...end) : rest.length;
      found.push(
        rest
          .slice(0, at)
          .replace(/(?:,|\s+and|\s*&|,\s+and)\s*$/i, '')
          .trim(),
      );
      rest = rest.slice(at);
    }
  }
  return found.filter((name) => name !== '');
}

/** "Climate, Homes and" waits for the last word of one name: no name ends there. */
function isOpenList(text: string): boolean {
  const before = text.replace(/(?:,?\s+and|\s*,?\s*&)\s*$/i, '');
  return before !== text && before.includes(',') && !/\band\b|&/i.test(before);
}

const BETWEEN_NAMES = /^\s*(?:,\s*and\s+|,\s*&\s*|,\s*|and\s+|&\s*)/i;

function startsWithName(text: string, name: string): boolean {
  if (!isSameName(text.slice(0, name.length), name)) return false;
  const rest = text.slice(name.length);
  return rest === '' || (BETWEEN_NAMES.test(rest) && BETWEEN_NAMES.exec(rest)?.[0] !== rest);
}

function indexOfLaterName(text: string, name: string): number {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at <= 0 || at + name.length < text.length) return -1;
  return /(?:,|\sand|\s&)\s*$/i.test(text.slice(0, at)) ? at : -1;
}
