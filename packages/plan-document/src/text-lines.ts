export interface Line {
  number: number;
  /** As in the document, without the markup that extraction leaves behind; tabs and column gaps kept. */
  raw: string;
  /** The words alone: trimmed, single spaces. */
  text: string;
  indent: number;
  startsPage: boolean;
  /** Marked as a heading by markup: "# …" or all bold. */
  isMarkedHeading: boolean;
  /** Only dashes or the like, or only markup: nothing to read. */
  isRule: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&pound;': '£',
  '&ndash;': '–',
  '&mdash;': '—',
  '&rsquo;': '’',
  '&lsquo;': '‘',
};

/** Tags that people paste; "<insert the action here>" is none, nor is "<b and c>". */
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|label|li|main|mark|nav|ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|wbr)(?:\s+[a-z][\w:-]{0,30}\s?=[^<>]{0,200})?\s?\/?>/gi;

/** Words without tags, bold marks and entities. */
export function cleanMarkup(text: string): string {
  if (!/[<&*_#]/.test(text)) return text;
  return text
    .replace(TAG, ' ')
    .replace(/&(?:#39|[a-z]{2,6});/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(/\*\*|__/g, '')
    .replace(/(^|\s)\*(?=\S)([^*\n]{1,200})\*(?=\W|$)/g, '$1$2');
}

export function joinSpaces(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

export function splitLines(text: string): Line[] {
  return text.split('\n').map((written, at) => {
    const startsPage = written.includes('\f');
    const plain = written
      .replace(/\f/g, '')
      .replace(/\u00a0|\u2007|\u202f|\u3000|\u2028|\u2029/g, ' ')
      .trimEnd();
    const hash = /^\s{0,3}#{1,6}\s/.test(plain);
    const bold = /^\s{0,20}\*\*[^*]{1,200}\*\*:?$/.test(plain);
    const raw = cleanMarkup(hash ? plain.replace(/^\s{0,3}#{1,6}\s/, '') : plain).trimEnd();
    const trimmed = joinSpaces(raw);
    return {
      number: at + 1,
      raw,
      text: trimmed,
      indent: raw.length - raw.trimStart().length,
      startsPage,
      isMarkedHeading: hash || bold,
      isRule: plain.trim() !== '' && /^[-_=*~–—|+:\s]*$/.test(raw),
    };
  });
}

/** The line without its words, for readers that must not see them. */
export function blankLine({ number, startsPage }: Line): Line {
  return { number, raw: '', text: '', indent: 0, startsPage, isMarkedHeading: false, isRule: false };
}

export function isBlank(line: Line): boolean {
  return line.text === '';
}

export function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/).length;
}

/** Joins what a wrap or a page break has cut, without a double space; "co-" and "produce" are one word. */
export function joinWrapped(before: string, after: string): string {
  if (before === '') return after.trim();
  if (after.trim() === '') return before;
  const isCutWord = /\p{L}-$/u.test(before) && /^(?!(?:and|or|to)\b)[\p{Ll}\d]/u.test(after.trim());
  return `${before.trimEnd()}${isCutWord ? '' : ' '}${after.trim()}`;
}

export function endsSentence(text: string): boolean {
  return /[.!?:;]["'”’)\]]{0,2}$/.test(text.slice(-4));
}

export function startsLowerCase(text: string): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(text);
}
