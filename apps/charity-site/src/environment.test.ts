import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('without any variable it stands on the usual ports', () => {
  expect(readEnvironment({ PUBLIC_URL: '' })).toEqual({
    port: 4002,
    serverUrl: 'http://localhost:4000',
    councilSiteUrl: 'http://localhost:4001',
  });
});

test('it finds its neighbours on other ports, and at other addresses', () => {
  expect(readEnvironment({ PORT: '5000', COUNCIL_SITE_PORT: '5001' })).toMatchObject({
    serverUrl: 'http://localhost:5000',
    councilSiteUrl: 'http://localhost:5001',
  });
  expect(readEnvironment({ PORT: '5000', PUBLIC_URL: 'https://data.example.org/' })).toMatchObject({
    serverUrl: 'https://data.example.org',
  });
});

test.each([
  [{ CHARITY_SITE_PORT: 'many' }, 'CHARITY_SITE_PORT is not a number.'],
  [{ CHARITY_SITE_PORT: '70000' }, 'CHARITY_SITE_PORT is above 65535.'],
  [{ PUBLIC_URL: 'data.example.org' }, 'PUBLIC_URL is not a web address such as http://localhost:4000.'],
  [
    { COUNCIL_SITE_URL: 'ftp://plans' },
    'COUNCIL_SITE_URL is not a web address such as http://localhost:4000.',
  ],
])('%o is refused by its name', (given, message) => {
  expect(() => readEnvironment(given)).toThrow(message);
});
