import { describe, expect, test } from 'vitest';
import { readTarget } from './targets.ts';

const read = (statement: string) => readTarget({ kind: 'TARGET', statement, place: { line: 1 } });

describe('a target', () => {
  test.each([
    ['3,500 residents will learn to swim by autumn 2028', 3500, 'residents', 'by autumn 2028'],
    ['One hundred per cent of drivers are trained until May 2028', 100, '%', 'until May 2028'],
    ['Reach a 35% response in 2028', 35, '%', 'in 2028'],
    ['Two more kitchens will open by the end of 2028', 2, 'kitchens', 'by the end of 2028'],
    ['8 homes let by the end of 2028', 8, 'homes', 'by the end of 2028'],
    ['Raise £40,000 throughout 2028', 40000, '£', 'throughout 2028'],
    ['Hold an annual fair for COVID-19 volunteers', null, null, 'annual'],
    ['Become net zero by 2030 for the next three years', null, null, 'by 2030'],
    ['Open on 3 March 2028 for ages 16 to 24', null, null, null],
    ['30 apprentices by summer 2028 and 10 in 2029', 30, 'apprentices', 'by summer 2028'],
  ])('%s', (statement, value, unit, dueText) => {
    expect(read(statement)).toMatchObject({ value, unit, dueText, shares: [] });
  });

  test('keeps the shares inside it, with whom they are for', () => {
    expect(read('800 learners a year, with 45% for those over sixty').shares).toEqual([
      { percent: 45, forWhom: 'those over sixty' },
    ]);
    expect(
      read('900 visits, with visits from disabled residents proportionate to the town (20%).').shares,
    ).toEqual([{ percent: 20, forWhom: 'disabled residents' }]);
  });
});
