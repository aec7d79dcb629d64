import { countWords } from './text-lines.ts';

export type ListKind = 'ACTION' | 'TARGET' | 'OUTCOME';

export interface LeadIn {
  kind: ListKind;
  /** The words name the kind of list; otherwise the items have to show what they are. */
  isExplicit: boolean;
}

const PROMISES_NEXT =
  /\b(?:we|council|partnership|partners|team|services?)(?:['’]ll|\s+(?:(?:also|therefore|now)\s+)?(?:will|shall|plan to|aim to|are going to|have agreed to|commit to|pledge to|promise to|want to|intend to|are committed to))(?:\s+(?:also|therefore))?\W*$/i;
const PURPOSE =
  /\bto (?:achieve|reach|meet|hit|deliver|secure|fulfil|realise|work towards) (?:these|those|our|the|this|that)\b[^,:]{0,60}/gi;
const KIND_WORDS: readonly { kind: ListKind; words: RegExp }[] = [
  {
    kind: 'TARGET',
    words:
      /\b(?:outcome (?:measures?|targets?|indicators?)|targets?|measures?|milestones?|indicators?|kpis?|how (?:we will|will we|we['’]ll) (?:know|measure|track|check|judge)|(?:we will|we['’]ll) know|success criteria|measured by)\b/gi,
  },
  {
    kind: 'OUTCOME',
    words:
      /\b(?:outcomes?|results?|impacts?|benefits?|differences?|success (?:will )?looks? like|(?:we )?(?:want|hope|aim) to (?:achieve|see)|what will (?:change|be different)|(?:this|that) (?:will|should) (?:mean|lead to|result in)|so that|residents will (?:see|notice))\b/gi,
  },
  {
    kind: 'ACTION',
    words:
      /\b(?:actions?|commitments?|promises?|pledges?|activities|steps|deliverables|initiatives|what (?:we will|will we|we['’]ll|we are going to) (?:do|deliver)|(?:we will|we['’]ll) do|things (?:we|include))\b/gi,
  },
];
const AREAS =
  /\b(?:areas?|themes?|priorit(?:y|ies)|pillars?|objectives?|goals?|aims?|strands?|outcomes?|ambitions?)\b/i;
const INTRODUCES =
  /(?:\b(?:includes?|including|such as|are|is|by|that|to|will|for example|for instance|as follows|examples|following|namely)|:)\s*:?$/i;
const EMPTY_WORDS = new Set(
  `a also an and are as at be by can do for get going how in is it its it’s it's key like look looks main make need of on our out plan planned planning
  s see some specific success that the these they this those to up us we we’ll we'll what when where which who will with working work
  you know measure measured measures measuring achieve achieved aim aims change different done deliver delivered deliverables difference next want hope
  here following list more proposed agreed future headline high level summary strategic`.split(/\s+/),
);
const KIND_NOUN =
  /^(?:actions?|commitments?|promises?|pledges?|activities|steps|targets?|measures?|milestones?|indicators?|kpis?|outcomes?|results?|impacts?|benefits?|examples?|success|initiatives?)$/;

/** What the list after these words holds. The last noun of a lead-in is what it introduces. */
export function readLeadIn(text: string): LeadIn {
  if (PROMISES_NEXT.test(text)) return { kind: 'ACTION', isExplicit: true };
  const plain = text.slice(-400);
  const introduced = plain.replace(PURPOSE, ' ');
  const kind = findLastKind(introduced) ?? findLastKind(plain);
  return kind === null ? { kind: 'ACTION', isExplicit: false } : { kind, isExplicit: true };
}

function findLastKind(text: string): ListKind | null {
  let last: { kind: ListKind; end: number } | null = null;
  for (const { kind, words } of KIND_WORDS) {
    for (const match of text.matchAll(words)) {
      const end = match.index + match[0].length;
      if (!last || end > last.end) last = { kind, end };
    }
  }
  return last?.kind ?? null;
}

/** A heading such as "What we will do" or "Our targets" names a list, not a theme. */
export function isListHeading(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}’'\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 12) return false;
  const left = words.filter((word) => !EMPTY_WORDS.has(word) && !KIND_NOUN.test(word));
  const isQuestionOfKind = words.some((word) => KIND_NOUN.test(word)) || findLastKind(text) !== null;
  return left.length === 0 && isQuestionOfKind;
}

/** Whether a paragraph only introduces the list that follows it. */
export function introducesList(text: string): boolean {
  return INTRODUCES.test(text.slice(-60)) && (text.endsWith(':') || countWords(text) <= 14);
}

/** "The following areas …:" introduces the plan's themes themselves. */
export function introducesAreas(text: string): boolean {
  return text.endsWith(':') && AREAS.test(text.slice(-300));
}
