import { expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const readCodes = async (action: string) => {
  const bytes = new TextEncoder().encode(`Ref,Action,Lead\n1.1,Open a shop,Parks\n1.2,"${action}",Housing\n`);
  return (await readPlanDocument(bytes, { fileName: 'plan.csv' })).warnings.map(({ code, place }) => [
    code,
    place?.line,
  ]);
};

test.each([
  ['Zephyra Quillfeather will lead the choir', 'personal-name'],
  ['The choir which Zephyra Quillfeather runs goes on', 'personal-name'],
  ['Lend laptops to 3 unaccompanied children', 'small-group'],
  ['Find homes for two families', 'small-group'],
  ['House four people who fled', 'small-group'],
  ['House families at 12 Elm Road', 'home-address'],
  ['Visit those who stay in Quill House hotel', 'home-address'],
  ['Close the Quillfeather Hotel', 'home-address'],
])('“%s” is warned of', async (action, code) => {
  expect(await readCodes(action)).toEqual([[code, 3]]);
});

test.each([
  'Citizens Advice will train the desks',
  'The Red Cross will train the desks',
  'Fairmead Welcome Network will train the desks',
  'Harbour Lane Kitchen will cook for all',
  'Our Partners will train the desks',
  'Refugee Week is held in all libraries',
  'Public Health leads the work',
  'Black History Month is held in all libraries',
  'Reach one in four children',
  'Teach Year 4 children about welcome',
  'Open two hubs for families',
  'Open 3 children’s centres',
  'Train 24 people and 1.2 residents',
  'Hold two events with people who fled',
  'Move the welcome desk to 4 Market Street',
  'While Fairmead has ten desks, open more',
  'Form circles of 2 to 4 residents',
  'Use no hotel rooms',
  'Asylum Hotel visits go on',
])('“%s” is not', async (action) => {
  expect(await readCodes(action)).toEqual([]);
});

test('the heads of columns name nobody', async () => {
  const lines = ['Fairmead plan', '', '1. Homes', 'Ref   Action            Lead      Timescale   Status'];
  const rows = ['1.1   Open a shop       Parks     May 2027    Begun'];
  const { warnings } = await readPlanDocument(new TextEncoder().encode([...lines, ...rows].join('\n')));
  expect(warnings).toEqual([]);
});
