import { expect, test } from 'vitest';
import { describeLicence } from './licence.ts';

test.each([
  ['OGL-UK-3.0', 'Open Government Licence v3.0', /nationalarchives\.gov\.uk/],
  ['CC-BY-4.0', 'Creative Commons Attribution 4.0 International', /licenses\/by\/4\.0/],
  ['CC0-1.0', 'Creative Commons Zero v1.0 Universal', /publicdomain\/zero/],
])('%s is named, and its text is to be read', (spdx, name, address) => {
  expect(describeLicence(spdx)).toEqual({ spdx, name, url: expect.stringMatching(address) });
});

test('the licence of another country is not taken for ours', () => {
  expect(describeLicence('OGL-Canada-2.0')).toEqual({
    spdx: 'OGL-Canada-2.0',
    name: 'OGL-Canada-2.0',
    url: null,
  });
});
