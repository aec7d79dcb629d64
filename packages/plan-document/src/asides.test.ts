import { expect, test } from 'vitest';
import { makeWord, wordParagraph, wordStyle, wordTable } from './made-files.examples.ts';
import { readPlanDocument, type PlanDraft } from './plan-document.ts';

const read = (text: string) => readPlanDocument(new TextEncoder().encode(text));
const outline = ({ themes }: PlanDraft) =>
  themes.map(({ title, actions }) => [title, ...actions.map((action) => action.title)]);

test('a label on a line of its own labels the words below it, with their lead and time', async () => {
  const draft = await read(
    [
      'Fairmead action plan',
      '',
      'Objective 1: Homes',
      '',
      'Action 1',
      'Build ten homes for families.',
      'Lead: Housing',
      'Timescale: May 2027',
      '',
      'Action 2',
      'Visit every tenant.',
      'Lead: Parks',
    ].join('\n'),
  );
  expect(
    draft.themes[0]?.actions.map(({ ref, title, leadText, dueText }) => [ref, title, leadText, dueText]),
  ).toEqual([
    ['1', 'Build ten homes for families.', 'Housing', 'May 2027'],
    ['2', 'Visit every tenant.', 'Parks', null],
  ]);
});

test('themes without actions are warned of where a shape that is not read holds actions', async () => {
  const card = (action: string) =>
    wordTable([
      ['Action', action],
      ['Lead officer', 'Housing'],
      ['Timescale', 'May 2027'],
    ]);
  const draft = await readPlanDocument(
    makeWord(
      [
        wordParagraph('Fairmead action plan', wordStyle('Title')),
        wordParagraph('Theme 1: Homes', wordStyle('berschrift1')),
        card('Build ten homes'),
        wordParagraph('Theme 2: Health', wordStyle('berschrift1')),
        card('Open a clinic'),
      ].join(''),
    ),
  );
  expect(outline(draft)).toEqual([['Homes'], ['Health']]);
  expect(draft.warnings.map(({ code }) => code)).toEqual(['actions-not-read']);
});

const page = (more: string) =>
  `<html><body><main><h1>Fairmead action plan</h1><h2>Homes</h2><ul><li>We will build ten homes</li><li>We will visit each tenant</li></ul>${more}</main></body></html>`;
const homes = ['Homes', 'We will build ten homes', 'We will visit each tenant'];

test.each(['Useful links', 'Related pages', 'More on this topic', 'Contact us'])(
  'what a page lists under “%s” is no promise',
  async (heading) => {
    const draft = await read(
      page(`<h2>${heading}</h2><ul><li>Find a school place</li><li>Report a fault</li></ul>`),
    );
    expect(outline(draft)).toEqual([homes]);
    expect(draft.leftOut.map(({ text }) => text)).toContain('• Find a school place\n• Report a fault');
  },
);

test.each([
  ['promises', '<li>We will train ten nurses</li>', ['hidden-parts']],
  ['a menu', '<li>Bins</li><li>Parking</li>', []],
])('a web page that hides %s warns of: %s', async (_, items, codes) => {
  const draft = await read(page(`<div hidden><ul>${items}</ul></div>`));
  expect([outline(draft), draft.warnings.map(({ code }) => code)]).toEqual([[homes], codes]);
});
