const blocks =
  'details|summary|dd|div|dl|dt|footer|form|h\\d|header|legend|fieldset|li|nav|ol|option|p|section|select|table|tbody|td|th|thead|tr|ul';

/** White space beside a block is not shown, unless between two values. */
const before = new RegExp(`(?<=[>}])\\s+(?=</?(?:${blocks})\\b)`, 'g');
const after = new RegExp(`(</?(?:${blocks})(?: [^<>\`]*)?>)\\s+(?=[<$])`, 'g');

/** Tags that HTML closes by itself where another of their kind begins, or where what they stand in ends. */
const closing = new RegExp(
  `</(li|p|dt|dd|td|th|tr|option)>(?=<\\1\\b|</(?!p\\b|option\\b)(?:${blocks})\\b|\`)`,
  'g',
);

/** In HTML the slash of a tag that has no content says nothing. */
const slash = /(?<=<input\b[^<>`]*?)\s*\/(?=>)/g;

/** A source whose templates leave out what the browser knows without it; what they show stays the same. */
export const lightenMarkup = (code: string): string =>
  code.replace(before, '').replace(after, '$1').replace(closing, '').replace(slash, '');
