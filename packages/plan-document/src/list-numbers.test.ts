import { expect, test } from 'vitest';
import { formatLetter, formatRoman, prepareListLabels } from './list-numbers.ts';

test.each([
  [1, 'a', 'i'],
  [4, 'd', 'iv'],
  [26, 'z', 'xxvi'],
  [27, 'aa', 'xxvii'],
  [49, 'ww', 'xlix'],
])('%d is %s and %s', (count, letter, roman) => {
  expect([formatLetter(count), formatRoman(count)]).toEqual([letter, roman]);
});

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = new TextEncoder().encode(
  `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'upperLetter', '%1.')}${level(1, 'decimal', '%1%2')}${level(2, 'lowerRoman', '(%3)', 3)}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>',
);

test('the levels of a list count on their own, begin anew under the next, and other lists of the kind count on', () => {
  const labels = prepareListLabels(numbering);
  const signs = (
    [
      ['1', 0],
      ['1', 1],
      ['1', 1],
      ['1', 2],
      ['1', 2],
      ['1', 0],
      ['1', 1],
      ['2', 0],
      ['2', 1],
      ['1', 0],
      ['9', 0],
    ] as const
  ).map(([list, at]) => labels.next(list, at)?.sign ?? null);
  expect(signs).toEqual(['A.', 'A1', 'A2', '(iii)', '(iv)', 'B.', 'B1', 'E.', 'E1', 'F.', null]);
});
