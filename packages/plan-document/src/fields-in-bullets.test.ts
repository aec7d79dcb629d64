import { describe, expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const readAction = async (...bullet: string[]) => {
  const text = [
    'Action plan 2026',
    '',
    'Housing and welcome',
    '',
    'We will:',
    ...bullet,
    '• Open a night shelter for all',
  ];
  const draft = await readPlanDocument(new TextEncoder().encode(text.join('\n')));
  const action = draft.themes[0]?.actions[0];
  return [action?.title, action?.detail, action?.leadText, action?.dueText];
};

describe('a bullet that names its lead and its time', () => {
  test.each<[string, lead: string | null, due: string | null]>([
    ['(Lead: Schools team, by July 2027)', 'Schools team', 'by July 2027'],
    ['(Lead: Schools team; Timescale: July 2027).', 'Schools team', 'July 2027'],
    ['(Deadline: July 2027, lead officer: Schools team)', 'Schools team', 'July 2027'],
    ['(led by Schools team, by July 2027)', 'Schools team', 'by July 2027'],
    ['[Lead: Schools, Homes and Parks]', 'Schools, Homes and Parks', null],
    ['[Lead: Schools team] [By: July 2027]', 'Schools team', 'July 2027'],
    ['- Lead officer: Schools team; Deadline: Summer 2027', 'Schools team', 'Summer 2027'],
    ['– Lead: Schools team – When: ongoing', 'Schools team', 'ongoing'],
    ['; lead: Schools team (Homes)', 'Schools team (Homes)', null],
    ['(Timescale: year 2)', null, 'year 2'],
  ])('as “%s”', async (tail, lead, due) => {
    expect(await readAction(`• Support ten schools ${tail}`)).toEqual([
      'Support ten schools',
      null,
      lead,
      due,
    ]);
  });

  test('in sentences of their own', async () => {
    const bullet = '• Support ten schools. Lead: St. Mary’s Trust. Timescale: March 2027.';
    expect(await readAction(bullet)).toEqual([
      'Support ten schools.',
      null,
      'St. Mary’s Trust',
      'March 2027',
    ]);
  });

  test('in the midst of what is promised', async () => {
    const bullet =
      '• Support ten schools (Lead: Schools team) and two colleges. Lead: Homes. Each has a mentor.';
    expect(await readAction(bullet)).toEqual([
      'Support ten schools and two colleges.',
      'Each has a mentor.',
      'Schools team',
      null,
    ]);
  });

  test('in one line below it', async () => {
    expect(
      await readAction('• Support ten schools of the town', '  Lead: Schools team. Timescale: March 2027'),
    ).toEqual(['Support ten schools of the town', null, 'Schools team', 'March 2027']);
  });

  test.each([
    'Support ten schools (leading to awards)',
    'Support ten schools when: and where: they ask',
    'Lead: by example in every school',
    'Support ten schools, lead by example',
  ])('but not “%s”', async (bullet) => {
    expect(await readAction(`• ${bullet}`)).toEqual([bullet, null, null, null]);
  });
});
