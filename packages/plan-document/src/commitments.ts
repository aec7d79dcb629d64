import { countWords } from './text-lines.ts';

/** Verbs with which councils open a commitment, in their plain form. */
const OPENING_VERBS = new Set(
  `achieve act adapt address adopt advocate agree aim align allocate amend amplify analyse appoint apply arrange assess assign assist
  attend audit award become begin brief bring broaden build campaign capture carry celebrate champion change check coach co-create co-design
  co-develop co-produce collaborate collate collect commission commit communicate complete conduct connect consider consult continue contribute
  convene coordinate co-ordinate create deepen define deliver demonstrate deploy design determine develop digitise direct distribute draft
  earmark educate embed empower enable encourage engage enhance enrich ensure equip establish evaluate examine expand explore extend
  facilitate finalise find focus form formalise foster fund gather give grow guarantee help highlight hold host identify implement improve
  incorporate increase inform initiate integrate introduce invest investigate invite involve issue join keep launch lead learn lobby look
  maintain make map maximise measure meet mobilise monitor negotiate nominate offer open organise participate partner pilot plan prepare
  press prevent prioritise proactively procure produce promote protect provide publicise publish pursue put raise reach recognise recruit
  reduce refine reflect refresh refurbish regularly reinforce relaunch remove renew report research reserve resource respond restart review
  revise ring-fence roll run scope secure seek set share signpost simplify sign speak stand start strengthen streamline subsidise supply support
  survey sustain tackle take target teach test track train translate understand undertake update upgrade upskill use utilise value visit
  welcome widen work write`.split(/\s+/),
);

const PROMISE =
  /\b(?:we(?:['’](?:ll|re|ve)|\s+(?:\w+\s+)?(?:will|shall|want|aim|plan|intend|commit|pledge|promise|are|have|must|hope))|(?:council|partnership|borough|city|county|team|partners|directorate|service|department)\s+(?:will|shall|is committed|commits|aims|plans|pledges))\b/i;
const EXPECTATION = /\b(?:will|shall|must|to be)\b/i;
const TO_THE_READER = /\b(?:you|your)\b/i;

/** How much a bullet reads as something promised, from 0 (a name in a list) to 1. */
export function scoreCommitment(text: string): number {
  const isPromise = PROMISE.test(text);
  if (TO_THE_READER.test(text) && !isPromise) return 0;
  if (isPromise || opensWithVerb(text)) return 1;
  if (EXPECTATION.test(text)) return 0.6;
  return countWords(text) >= 6 ? 0.3 : 0;
}

function opensWithVerb(text: string): boolean {
  const [first = '', second = ''] = text
    .toLowerCase()
    .replace(/^["'“‘(\s]+/, '')
    .split(/[\s,:]+/, 2);
  if (countWords(text) < 3) return false;
  if (first === 'to') return OPENING_VERBS.has(second);
  return (
    OPENING_VERBS.has(first) ||
    (OPENING_VERBS.has(second) && first.endsWith('ly')) ||
    OPENING_VERBS.has(plainForm(first))
  );
}

/** "developing" to "develop", "making" to "make", "running" to "run". */
function plainForm(word: string): string {
  if (!word.endsWith('ing')) return word;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((form) => OPENING_VERBS.has(form)) ?? word;
}

/** Whether most of a list reads as promises rather than as names, notices or advice. */
export function readsAsCommitments(items: readonly string[]): boolean {
  if (items.length === 0) return false;
  const sum = items.reduce((total, item) => total + scoreCommitment(item), 0);
  return sum / items.length >= 0.5;
}
