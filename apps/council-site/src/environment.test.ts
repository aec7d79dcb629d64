import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('without any variable the site finds the server of this machine', () => {
  expect(readEnvironment({})).toEqual({
    port: 4001,
    publicUrl: 'http://localhost:4000',
    apiUrl: 'http://localhost:4000',
    siteUrl: 'http://localhost:4001',
    council: undefined,
    siteKey: undefined,
  });
});

test('ports of one’s own are where the addresses lead', () => {
  const { publicUrl, apiUrl, siteUrl } = readEnvironment({ PORT: '5000', COUNCIL_SITE_PORT: '5001' });
  expect([publicUrl, apiUrl, siteUrl]).toEqual([
    'http://localhost:5000',
    'http://localhost:5000',
    'http://localhost:5001',
  ]);
});

test('the API may have another address inside than for readers', () => {
  const environment = readEnvironment({ PUBLIC_URL: 'https://a.example/', API_URL: 'http://api:4000' });
  expect(environment.publicUrl).toBe('https://a.example');
  expect(environment.apiUrl).toBe('http://api:4000');
});

test('a wrong value is named with its variable', () => {
  expect(() => readEnvironment({ COUNCIL_SITE_PORT: 'x' })).toThrow('COUNCIL_SITE_PORT is not a number.');
  expect(() => readEnvironment({ PUBLIC_URL: 'localhost' })).toThrow('PUBLIC_URL is not a web address');
  expect(() => readEnvironment({ COUNCIL: 'Hackney!' })).toThrow('COUNCIL is not a short name');
  expect(() => readEnvironment({ RELOAD_URL: 'http://scripts.example' })).toThrow('RELOAD_URL is not');
  expect(() => readEnvironment({ SITE_KEY: 'x'.repeat(23) })).toThrow('SITE_KEY is shorter than 24 signs.');
});
