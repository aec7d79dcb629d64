import { expect, test } from 'vitest';
import { readThemeTitle } from './theme-title.ts';

test.each([
  ['Homes (continued)', null, 'Homes'],
  ['Homes (cont.)', null, 'Homes'],
  ['Homes (cont)', null, 'Homes'],
  ['Homes cont’d', null, 'Homes'],
  ['Homes – cont.', null, 'Homes'],
  ['Theme 2: Homes (Cont’d)', '2', 'Homes'],
  ['IV. Homes', 'IV', 'Homes'],
  ['Help that is discontinued', null, 'Help that is discontinued'],
])('“%s” is %s and “%s”', (text, ref, title) => {
  expect(readThemeTitle(text)).toEqual({ ref, title });
});
