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
  ['PUBLIC_URL', 'sanctuary'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['DEMO', 'yes'],
  ['RELOAD_URL', 'https://scripts.example'],
])('%s = %s is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`${name} = .*${value.slice(0, 4)}`));
});

test.each([
  ['PORT', '70000', 'is above 65535'],
  ['PORT', 'abc', 'is not a number'],
  ['PUBLIC_URL', 'sanctuary', 'is not a web address such as http://localhost:4000'],
  ['DATABASE_URL', 'mysql://localhost/x', 'is not an address that begins with postgresql://'],
])('what is wrong with %s = %s is said in words', (name, value, words) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(words);
});

test.each([
  ['DATABASE_URL', 'mysql://council:hunter2@localhost/x'],
  ['SITE_KEY', 'hunter2'],
])('%s is refused by name, and its value stays secret', (name, value) => {
  const read = () => readEnvironment({ [name]: value });
  expect(read).toThrow(name);
  expect(read).not.toThrow('hunter2');
});
