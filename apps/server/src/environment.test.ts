import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('nothing needs to be set', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 4000,
    publicUrl: 'http://localhost:4000',
    councilSiteUrl: 'http://localhost:4001',
    databaseUrl: undefined,
  });
});

test.each([
  ['PORT', 'four thousand'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['PUBLIC_URL', 'sanctuary'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['DEMO', 'yes'],
  ['SITE_KEY', 'short'],
])('%s = %s is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`${name} = .*${value.slice(0, 4)}`));
});
