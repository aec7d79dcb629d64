import { expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const readCodes = async (when: string) => {
  const bytes = new TextEncoder().encode(`Action,Lead,When\nOpen a shop,Parks,"${when}"\n`);
  const draft = await readPlanDocument(bytes, { fileName: 'plan.csv' });
  expect(draft.themes[0]?.actions[0]?.dueText).toBe(when);
  return draft.warnings.map(({ code }) => code);
};

test.each([
  '31/06/2027',
  'by 31 Nov 2026',
  '30th February',
  '29 February 2027',
  '2027-02-30',
  '12/31/2026',
  'November 31, 2026',
  '0/5/2027',
  'from 1 May 2026 to 31 June 2026',
])('“%s” names a day that no calendar has, and the reader is told', async (when) => {
  expect(await readCodes(when)).toEqual(['impossible-day']);
});

test.each([
  '30/06/2027',
  '29 February 2028',
  '29 Feb',
  '31.12.26',
  '2026/27',
  '2026-2029',
  '31 March 2026',
  'March 2027',
  'Q1 2026/27 March',
  'TBC',
])('“%s” may be', async (when) => {
  expect(await readCodes(when)).toEqual([]);
});
