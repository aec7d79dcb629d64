import { describe, expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const read = (text: string, fileName = 'plan.txt') =>
  readPlanDocument(new TextEncoder().encode(text), { fileName });
const outline = (draft: Awaited<ReturnType<typeof read>>) =>
  draft.themes.map(({ title, actions }) => [
    title,
    ...actions.map((action) => [action.title, action.leadText, action.dueText]),
  ]);
const severalAt = (draft: Awaited<ReturnType<typeof read>>) =>
  draft.warnings.flatMap(({ code, place }) => (code === 'several-actions' ? [place?.line] : []));

test('in aligned columns a second date in the same theme starts a second action', async () => {
  const draft = await read(`Action plan 2026

Theme                 Action                          Lead            When
Finding advice        Print a directory of            Customer        Dec 2026
                      advice services                 Services
                      Pay for two advisers            Finance         March 2027
                      Keep the desk open              Libraries       Ongoing
Destitution           Set up a fund for those         Housing         May
                      without any income                              2027
`);
  expect(outline(draft)).toEqual([
    [
      'Finding advice',
      ['Print a directory of advice services', 'Customer Services', 'Dec 2026'],
      ['Pay for two advisers', 'Finance', 'March 2027'],
      ['Keep the desk open', 'Libraries', 'Ongoing'],
    ],
    ['Destitution', ['Set up a fund for those without any income', 'Housing', 'May 2027']],
  ]);
  expect(severalAt(draft)).toEqual([]);
});

test('the bullets of actions in aligned columns are no part of their titles', async () => {
  const draft = await read(`Action plan 2026

Objective             What we will do                 Who leads       When
Finding advice        • Print a directory of          Customer        Dec 2026
                        advice services               Services
                      • Pay for two advisers          Finance         March 2027
`);
  expect(outline(draft)[0]?.slice(1)).toEqual([
    ['Print a directory of advice services', 'Customer Services', 'Dec 2026'],
    ['Pay for two advisers', 'Finance', 'March 2027'],
  ]);
});

describe('a row of a sheet', () => {
  test.each([
    ['two bullets', '"• Print a directory\n• Pay for two advisers",Finance,2027'],
    ['two dashes', '"- Print a directory\n- Pay for two advisers",Finance,2027'],
    ['two dates', 'Print a directory,Finance,"Dec 2026\nMarch 2027"'],
  ])('with %s may be two actions', async (_, row) => {
    expect(severalAt(await read(`Action,Lead,When\nOpen a shop,Parks,2026\n${row}\n`, 'plan.csv'))).toEqual([
      3,
    ]);
  });

  test.each([
    ['one bullet', '• Print a directory,Finance,2027'],
    ['a dash within', 'Print a directory - and a map - for all,Finance,2027'],
    ['bullets under its words', '"Print a directory\n• of advice\n• of schools",Finance,2027'],
    ['a span of time', 'Print a directory,Finance,"Dec 2026 –\nMarch 2027"'],
    ['a year over two lines', 'Print a directory,Finance,"December\n2027"'],
  ])('with %s is one', async (_, row) => {
    const draft = await read(`Action,Lead,When\n${row}\n`, 'plan.csv');
    expect(severalAt(draft)).toEqual([]);
    expect(draft.themes[0]?.actions[0]?.title).toMatch(/^Print/);
  });
});
