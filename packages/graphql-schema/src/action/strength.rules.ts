// How strong a promise is, read from its leading verbs. It is our reading: marked as derived, and an officer can correct it.

export type CommitmentStrength = 'DELIVER' | 'CONTINUE' | 'EXPLORE';

/**
 * The table of verbs. DELIVER: something will be there, or be done. CONTINUE: something goes on. EXPLORE: the council
 * will think about something, or find something out. A verb that is not here says nothing about strength.
 */
export const verbsByStrength: Readonly<Record<CommitmentStrength, readonly string[]>> = {
  DELIVER: listWords(
    `achieve, adopt, advocate, agree, allocate, appoint, apply, arrange, become, bring, build, campaign, carry out,
    celebrate, challenge, champion, change, co-create, co-design, co-produce, collect, commission, commit, complete,
    coordinate, create, deliver, design, develop, display, distribute, embed, empower, enable, encourage, engage,
    enhance, ensure, establish, expand, extend, facilitate, form, formalise, fund, give, grow, guarantee, help, hold,
    host, implement, improve, incorporate, increase, inform, install, integrate, introduce, invest, invite, join,
    launch, lead, lobby, make, offer, open, organise, play, prevent, prioritise, produce, promote, provide, publish,
    put in place, raise, recruit, reduce, reflect, reform, reimburse, reintroduce, remove, renew, replace, report,
    restart, roll out, run, secure, set, set up, share, sign, simplify, start, strengthen, support, tackle, train,
    translate, update, upgrade, use, welcome, widen, work`,
  ),
  CONTINUE: listWords(
    'build on, carry on, continue, keep, maintain, preserve, protect, remain, retain, safeguard, sustain, uphold',
  ),
  EXPLORE: listWords(
    `analyse, assess, audit, consider, consult, evaluate, examine, explore, find out, identify, investigate, look at,
    look into, map, map out, pilot, research, review, scope, study, test, think about, trial, understand`,
  ),
};

const STRENGTHS: readonly CommitmentStrength[] = ['DELIVER', 'CONTINUE', 'EXPLORE'];
const FEWEST_WORDS_BETWEEN_A_LIST_AND_A_CLAUSE = 4;

// Far from another verb these are more often nouns ("advice and support"), or belong to a part of the sentence that promises nothing.
const OFTEN_NO_VERB = new Set(
  listWords(
    `audit, campaign, champion, challenge, change, commission, design, display, form, fund, grow, help,
    hold, host, include, increase, keep, launch, lead, make, map, offer, open, pilot, play, report,
    research, review, run, scope, set, share, sign, start, study, support, test, train, trial,
    update, upgrade, use, welcome, work`,
  ),
);
const OPENING_WORDS = new Set(
  listWords(
    `across, after, alongside, as, at, based, because, before, beyond, building, by, during, following,
    for, from, given, if, in, once, on, over, recognising, so, subject, through, throughout, to,
    together, under, until, using, via, when, where, while, with, within, working`,
  ),
);
const ADVERBS = new Set(
  listWords('also, always, better, first, further, jointly, more, now, still, then, together'),
);
const SUBJECT = /^(?:[\p{L}\p{N}'-]+ ){1,8}?(?:will|shall) (?:all )?/u;
const INTENTION =
  /^(?:(?:be )?(?:aim(?:ing)?|seek(?:ing)?|plan(?:ning)?|intend(?:ing)?|try(?:ing)?|strive|endeavour|look|commit) )?to /;
const COORDINATION = /(,|;)? (?:and|or|then|&) (?:then |will |to )?/g;
const BESIDE = /^(?:, and |, or |, then |, & |, | and | or | & | and then |\/)/;

const strengthOfVerb = new Map<string, CommitmentStrength>();
const strengthOfParticiple = new Map<string, CommitmentStrength>();
for (const strength of STRENGTHS) {
  for (const phrase of verbsByStrength[strength]) {
    strengthOfVerb.set(phrase, strength);
    for (const form of participles(phrase)) strengthOfParticiple.set(form, strength);
  }
}

/** The strengths that an action's words hold, in the order deliver, continue, explore; empty when no verb is known. */
export function strengthsFromWords(title: string, detail: string | null): CommitmentStrength[] {
  const found = new Set([title, detail ?? ''].flatMap(sentencesOf).flatMap(strengthsOfSentence));
  return STRENGTHS.filter((strength) => found.has(strength));
}

/** An officer's reading wins; without one the table of verbs decides. */
export function strengthIsDerived(officersReading: readonly CommitmentStrength[]): boolean {
  return officersReading.length === 0;
}

function sentencesOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/\bwe'll\b/g, 'we will')
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/\b(?:e\.g|i\.e|etc)\./g, '')
    .split(/[.!?:;]\s|[\n\u2022]|[.!?]$|\s[\u2013\u2014-]\s/)
    .map((sentence) =>
      sentence
        .replaceAll(/\s+/g, ' ')
        .replace(/^[^\p{L}]+/u, '')
        .trim(),
    );
}

function strengthsOfSentence(sentence: string): CommitmentStrength[] {
  const clause = mainClause(sentence);
  const head = readVerbs(clause);
  if (head.strengths.length === 0) return passive(clause) ?? gerund(clause) ?? [];
  return [...head.strengths, ...laterClauses(head.rest)];
}

/** What is left of a sentence without "As part of our plan," and "the council will". */
function mainClause(sentence: string): string {
  if (!OPENING_WORDS.has(firstWord(sentence))) return withoutSubject(sentence);
  const candidates = [...sentence.matchAll(/, ?/g)].map(({ index, 0: comma }) =>
    withoutSubject(sentence.slice(index + comma.length)),
  );
  const afterComma =
    candidates.find((rest) => startsWithVerb(rest) && !OFTEN_NO_VERB.has(firstWord(rest))) ??
    candidates.find(startsWithVerb);
  if (afterComma !== undefined) return afterComma;
  const own = withoutSubject(sentence);
  if (startsWithVerb(own)) return own;
  // "Working with partners to support …" promises to support.
  return (
    [...sentence.matchAll(/ to /g)].map(({ index }) => sentence.slice(index + 4)).find(startsWithVerb) ??
    sentence
  );
}

function withoutSubject(clause: string): string {
  const withoutPhrase = startsWithVerb(clause) ? clause : clause.replace(SUBJECT, '');
  return withoutAdverbs(withoutAdverbs(withoutPhrase).replace(INTENTION, ''));
}

function withoutAdverbs(clause: string): string {
  let rest = clause;
  for (let word = firstWord(rest); isAdverb(word); word = firstWord(rest))
    rest = rest.slice(word.length).replace(/^,? /, '');
  return rest;
}

function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !strengthOfVerb.has(word));
}

function firstWord(clause: string): string {
  return /^[^ ,]*/.exec(clause)?.[0] ?? '';
}

function startsWithVerb(clause: string): boolean {
  return findVerb(withoutAdverbs(clause)) !== undefined;
}

function findVerb(clause: string): { verb: string; strength: CommitmentStrength } | undefined {
  const words = /^[\p{L}-]+(?: [\p{L}-]+){0,2}/u.exec(clause)?.[0].split(' ') ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const verb = words.slice(0, count).join(' ');
    const strength = strengthOfVerb.get(verb);
    if (strength) return { verb, strength };
  }
  return undefined;
}

/** The verbs at the head of a clause: "maintain and develop", "review, update and publish", "work to explore". */
function readVerbs(clause: string): { strengths: CommitmentStrength[]; rest: string } {
  const strengths: CommitmentStrength[] = [];
  let rest = withoutAdverbs(clause);
  for (let found = findVerb(rest); found; found = findVerb(rest)) {
    const { verb, strength } = found;
    const after = rest.slice(verb.length);
    const aim = after.startsWith(' to ') ? findVerb(withoutAdverbs(after.slice(4))) : undefined;
    // "Continue to work" goes on, "continue to explore" explores as well, and "work to explore" only explores.
    if (!aim || verb !== 'work') strengths.push(strength);
    if (aim && (verb === 'work' || aim.strength === 'EXPLORE')) strengths.push(aim.strength);
    const beside = BESIDE.exec(after);
    if (!beside) return { strengths, rest: after };
    const next = withoutAdverbs(after.slice(beside[0].length));
    if (!findVerb(next)) return { strengths, rest: after };
    rest = next;
  }
  return { strengths, rest };
}

/** Clauses such as ", and advocate for change"; those that belong to "to attract and recruit" are no promises of their own. */
function laterClauses(rest: string): CommitmentStrength[] {
  return [...rest.matchAll(COORDINATION)].flatMap(({ index, 0: words, 1: comma }) => {
    const clause = withoutAdverbs(rest.slice(index + words.length));
    const found = findVerb(clause);
    if (!found || OFTEN_NO_VERB.has(found.verb)) return [];
    return isOwnClause(rest.slice(0, index), comma !== undefined) ? [found.strength] : [];
  });
}

function isOwnClause(before: string, followsComma: boolean): boolean {
  if (!/ (?:to|that|which|who) /.test(before)) return true;
  if (!followsComma) return false;
  const lastPart = before.slice(before.lastIndexOf(',') + 1).trim();
  return lastPart.split(' ').length >= FEWEST_WORDS_BETWEEN_A_LIST_AND_A_CLAUSE && !startsWithVerb(lastPart);
}

function passive(clause: string): CommitmentStrength[] | undefined {
  const participle = /^be (?:\p{L}+ly |also )?([\p{L}-]+(?: (?:out|up|on))?)/u.exec(clause)?.[1];
  return strengthsOfForm(participle);
}

function gerund(clause: string): CommitmentStrength[] | undefined {
  return strengthsOfForm(/^([\p{L}-]+ing(?: (?:out|up|on|at|into))?)\b/u.exec(clause)?.[1]);
}

function strengthsOfForm(form: string | undefined): CommitmentStrength[] | undefined {
  if (!form) return undefined;
  const strength = strengthOfParticiple.get(form) ?? strengthOfParticiple.get(form.split(' ')[0] ?? '');
  return strength && [strength];
}

function participles(phrase: string): string[] {
  const [verb = '', ...particles] = phrase.split(' ');
  const irregular: Record<string, string> = {
    become: 'become',
    bring: 'brought',
    build: 'built',
    find: 'found',
    give: 'given',
    grow: 'grown',
    hold: 'held',
    keep: 'kept',
    lead: 'led',
    make: 'made',
    put: 'put',
    run: 'run',
    set: 'set',
    think: 'thought',
    understand: 'understood',
    uphold: 'upheld',
  };
  const stem = /[^e]e$/.test(verb) ? verb.slice(0, -1) : verb;
  const doubled = /^[^aeiou]*[aeiou][bdglmnprt]$|embed$/.test(verb) ? verb + verb.at(-1) : stem;
  const past =
    irregular[verb] ??
    (verb.endsWith('y') && !/[aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled}ed`);
  return [past, `${doubled}ing`].map((form) => [form, ...particles].join(' '));
}

function listWords(text: string): string[] {
  return text.split(/,\s+/);
}
