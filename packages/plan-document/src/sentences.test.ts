import { expect, test } from 'vitest';
import { splitFirstSentence } from './sentences.ts';

test.each([
  ['Open a shop. Then another.', 'Open a shop.', 'Then another.'],
  ['Offer food, e.g. Syrian bread. Daily.', 'Offer food, e.g. Syrian bread.', 'Daily.'],
  ['Spend 3.5 million. Report it.', 'Spend 3.5 million.', 'Report it.'],
  ['Say “Welcome. Come in.” at doors. Often.', 'Say “Welcome. Come in.” at doors.', 'Often.'],
  ['Train all (see above. And below.) staff', 'Train all (see above. And below.) staff', null],
  ['An open (bracket. Then more.', 'An open (bracket.', 'Then more.'],
])('%s', (text, first, rest) => {
  expect(splitFirstSentence(text)).toEqual({ first, rest });
});
