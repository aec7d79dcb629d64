const NEVER_LAST =
  /(?:^|[\s("'“‘])(?:e\.g|i\.e|eg|ie|cf|vs|approx|incl|no|nos|st|dr|mr|mrs|ms|mx|prof|rev|hon|cllr|fig|p|pp|art|sec|\p{Lu})\.$/iu;

/** The first sentence, and what follows it. Abbreviations, quotations and brackets do not end a sentence. */
export function splitFirstSentence(text: string): { first: string; rest: string | null } {
  const isBalanced = !isInsideQuotesOrBrackets(text);
  const end = /[.!?]["'”’)]{0,2}\s+(?=["'“‘(]?[\p{Lu}\d])/gu;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    const first = text.slice(0, match.index + match[0].trimEnd().length);
    if (!NEVER_LAST.test(first.slice(-12)) && !(isBalanced && isInsideQuotesOrBrackets(first))) {
      return { first: first.trim(), rest: text.slice(end.lastIndex).trim() || null };
    }
    // A wording whose quotation never closes must not be searched for ever.
    if (match.index > 4000) break;
  }
  return { first: text.trim(), rest: null };
}

function isInsideQuotesOrBrackets(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\(/g) > count(/\)/g) || count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
}
