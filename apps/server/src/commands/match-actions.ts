import { listWords, measureOverlap, normaliseWording } from './wording.ts';

/** Enough words in common to be the same action, slightly changed. */
const ALIKE = 0.6;
/** So few words in common that the same reference may stand for another promise. */
const UNLIKE = 0.3;

/** What of an action tells whether it is the same one. */
export interface Matchable {
  ref: string;
  refIsDerived: boolean;
  title: string;
  detail: string | null;
  leadText: string | null;
  themeTitle: string;
}

export interface MatchableStored extends Matchable {
  id: string;
  /** Reports, measurements or milestones, which must never be lost or move to another promise. */
  hasHistory: boolean;
  hasLeft: boolean;
}

/** Whether a stored and a drafted action are the same; only a person can say. */
export interface Question<Stored, Drafted> {
  key: string;
  kind: 'SIMILAR_WORDING' | 'SAME_REF_OTHER_WORDING';
  stored: Stored;
  drafted: Drafted;
}

/** Answers by the question's key; a question without one is still open. */
export type Answers = ReadonlyMap<string, boolean>;

export interface Matches<Stored, Drafted> {
  pairs: [Stored, Drafted][];
  questions: Question<Stored, Drafted>[];
}

/**
 * Which drafted action is which stored one. Wording counts before a reference, for references move when an
 * action is put in between. Pairs that a person has to confirm are questions; while one is open, its two
 * actions are not paired.
 */
export function matchActions<Stored extends MatchableStored, Drafted extends Matchable>(
  stored: readonly Stored[],
  drafted: readonly Drafted[],
  answers: Answers = new Map(),
): Matches<Stored, Drafted> {
  const pairs: [Stored, Drafted][] = [];
  const questions: Question<Stored, Drafted>[] = [];
  // One that left the document is the same again only when nothing nearer is.
  let storedLeft: readonly Stored[] = stored.toSorted((a, b) => Number(a.hasLeft) - Number(b.hasLeft));
  let draftedLeft: readonly Drafted[] = drafted;
  const take = (found: readonly [Stored, Drafted][]) => {
    const taken = new Set<Matchable>(found.flat());
    storedLeft = storedLeft.filter((action) => !taken.has(action));
    draftedLeft = draftedLeft.filter((action) => !taken.has(action));
  };
  const pair = (found: [Stored, Drafted][]) => {
    pairs.push(...found);
    take(found);
  };

  for (const describe of EXACT_KEYS) pair(pairByKey(storedLeft, draftedLeft, describe));

  const overlapOf = rememberOverlaps();
  pair(
    pairByKey(storedLeft, draftedLeft, ({ ref }) => ref).filter(
      ([one, other]) => overlapOf(one, other) >= ALIKE,
    ),
  );

  for (const [one, other] of listAlike(storedLeft, draftedLeft, answers, overlapOf)) {
    const question = {
      key: keyOf(one, other),
      kind: 'SIMILAR_WORDING',
      stored: one,
      drafted: other,
    } as const;
    if (answers.get(question.key) === true) pair([[one, other]]);
    else {
      questions.push(question);
      take([[one, other]]);
    }
  }

  const published = (action: Matchable) => !action.refIsDerived;
  const sameRef = pairByKey(
    storedLeft.filter((action) => published(action) && !action.hasLeft),
    draftedLeft.filter(published),
    ({ ref }) => ref,
  );
  for (const [one, other] of sameRef) {
    const isDoubtful = one.hasHistory && overlapOf(one, other) < UNLIKE;
    const answer = answers.get(keyOf(one, other));
    if (!isDoubtful || answer === true) pair([[one, other]]);
    else if (answer === undefined) {
      questions.push({ key: keyOf(one, other), kind: 'SAME_REF_OTHER_WORDING', stored: one, drafted: other });
      take([[one, other]]);
    }
  }
  return { pairs, questions };
}

const wordingOf = ({ title, detail }: Matchable) => normaliseWording(`${title} ${detail ?? ''}`);

/** From the surest sign to the least; the same words may stand in a plan more than once. */
const EXACT_KEYS: readonly ((action: Matchable) => string)[] = [
  (action) => `${action.ref}\n${wordingOf(action)}`,
  (action) => [wordingOf(action), normaliseWording(action.themeTitle), action.leadText].join('\n'),
  (action) => [wordingOf(action), normaliseWording(action.themeTitle)].join('\n'),
  wordingOf,
];

const keyOf = (stored: MatchableStored, drafted: Matchable) => `${stored.id} is ${drafted.ref}`;

/** Pairs those with the same key, in their order. */
export function pairByKey<Stored, Drafted>(
  stored: readonly Stored[],
  drafted: readonly Drafted[],
  describe: (item: Stored | Drafted) => string,
): [Stored, Drafted][] {
  const waiting = Map.groupBy(stored, describe);
  return drafted.flatMap((item): [Stored, Drafted][] => {
    const found = waiting.get(describe(item))?.shift();
    return found === undefined ? [] : [[found, item]];
  });
}

/** Pairs alike enough to be asked about, the most alike first, each action at most once. */
function listAlike<Stored extends MatchableStored, Drafted extends Matchable>(
  stored: readonly Stored[],
  drafted: readonly Drafted[],
  answers: Answers,
  overlapOf: (one: Matchable, other: Matchable) => number,
): [Stored, Drafted][] {
  const alike = stored.flatMap((one) =>
    drafted.flatMap((other) => {
      if (answers.get(keyOf(one, other)) === false) return [];
      const overlap = overlapOf(one, other);
      return overlap >= ALIKE ? [{ one, other, overlap }] : [];
    }),
  );
  const taken = new Set<Matchable>();
  return alike
    .toSorted((a, b) => b.overlap - a.overlap)
    .flatMap(({ one, other }): [Stored, Drafted][] => {
      if (taken.has(one) || taken.has(other)) return [];
      taken.add(one).add(other);
      return [[one, other]];
    });
}

function rememberOverlaps() {
  const known = new Map<Matchable, ReadonlySet<string>>();
  const wordsOf = (action: Matchable) => {
    const words = known.get(action) ?? listWords(`${action.title} ${action.detail ?? ''}`);
    known.set(action, words);
    return words;
  };
  return (one: Matchable, other: Matchable) => {
    const [a, b] = [wordsOf(one), wordsOf(other)];
    // A wording much longer than the other cannot be alike; this spares most comparisons.
    if (Math.min(a.size, b.size) < UNLIKE * Math.max(a.size, b.size)) return 0;
    return measureOverlap(a, b);
  };
}
