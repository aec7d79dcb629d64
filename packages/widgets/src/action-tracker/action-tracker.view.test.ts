import { expect, test } from 'vitest';
import { renderPlain } from '../render-plain.ts';
import { getWords } from '../words/every-language.ts';
import { examples } from './action-tracker.examples.ts';
import { readFilter } from './action-tracker.filter.ts';
import { actionTrackerView } from './action-tracker.view.ts';
import { describeChanges, listChanged } from './changes.ts';
import { findPlan } from './plan-choice.ts';
import { chartView } from './target-chart.view.ts';
import { describeFigure } from './target.view.ts';

type Answer = (typeof examples)['ready'];

/** The page's text, without tags and with single spaces. */
function read(answer: Answer, { language = 'en', query = '' } = {}): string {
  return renderExample(answer, { language, query })
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u2068\u2069]+/g, ' ');
}

function renderExample({ council }: Answer, { language = 'en', query = '' } = {}): string {
  if (!council?.plan) throw new Error('The example has no plan.');
  return renderPlain(
    actionTrackerView(council, council.plan, {
      words: getWords(language),
      today: council.today,
      headingLevel: 2,
      planUrl: 'https://fairmead.example/plans/2026-2029',
      siteUrl: 'https://fairmead.example',
      filter: readFilter(new URLSearchParams(query)),
    }),
  );
}

test('a page without script says how far the plan has come, in words', () => {
  const text = read(examples.ready);
  expect(text).toContain('7 of 9 actions reported on');
  expect(text).toContain('1 of 9 delivered, 1 explored as promised, 1 stopped');
  expect(text).toContain('Fairmead is not a real council. Everything here is an example.');
});

test('what needs attention is counted', () => {
  const text = read(examples.ready);
  for (const part of ['1 Late', '2 No recent report', '1 The group disagrees', '6 No date', '1 No lead']) {
    expect(text).toContain(part);
  }
});

test('a report that is overdue is called the same in the count and in the line of its action', () => {
  const text = read(examples.ready);
  expect(text).toMatch(/reported \d+ \w+ ago \(No recent report\)/);
  expect(text).not.toContain('no report yet (');
});

test('both sides and the response stand in the page', () => {
  const text = read(examples.ready, { query: 'words=1.2' });
  expect(text).toContain('The council reports In progress 30 October 2026 Booking now works');
  expect(text).toContain('The group says Partly agrees 4 November 2026 Two surgeries');
  expect(text).toContain('Decided at the meeting of 4 November 2026');
  expect(renderExample(examples.ready)).toContain(
    'href="https://fairmead.example/members/meetings/meeting-2026-11-04"',
  );
  expect(text).toContain('The council’s response 10 November 2026');
  expect(text).toContain('Earlier reports (2)');
  expect(text).toContain('This report was corrected later.');
  expect(text).toContain('Corrects the report of 10 June 2026.');
});

test('after a newer report an older view is not taken for a view of it', () => {
  expect(read(examples.ready, { query: 'words=2.2' })).toContain(
    'Not assessed since the newest report. Before: Agrees 20 July 2026',
  );
});

test('figures are said with their target, their share and small numbers guarded', () => {
  const text = read(examples.ready, { query: 'words=1.2' });
  expect(text).toContain('612 of 1,000 appointments');
  expect(text).toContain('Of them 48% by women (target 50%)');
  expect(text).toContain('fewer than 5');
});

const findAppointments = () => {
  const figure = examples.ready.council?.plan?.themes[0]?.actions[1]?.targets[0];
  if (!figure) throw new Error('The example has no target.');
  return figure;
};

const measured = (measuredOn: string, value: number | null) => ({
  measuredOn,
  value,
  isFewerThanFive: value === null,
  source: 'Figures',
  sourceUrl: null,
});

test('where fewer is better a figure is not said to be "of" its target', () => {
  const complaints = {
    ...findAppointments(),
    unit: 'complaints',
    baselineValue: 40,
    targetValue: 0,
    measurements: [measured('2026-01-01', 9)],
  };
  expect(describeFigure(complaints, getWords('en'))).toBe('9 complaints (target 0 complaints)');
});

test('a chart has its figures beside it in words, each with its day and source', () => {
  const page = renderExample(examples.ready, { query: 'words=1.2' });
  expect(page.match(/<svg class="chart"[^>]* aria-hidden="true"/g)).toHaveLength(2);
  expect(read(examples.ready, { query: 'words=1.2' })).toContain(
    'All figures (3) 205 appointments Service figures , 31 March 2026 430 appointments',
  );
});

const drawChart = (measurements: ReturnType<typeof measured>[], language = 'en') =>
  renderPlain(chartView({ ...findAppointments(), measurements }, getWords(language)));

test('a figure that is too small to be shown is named in the chart, and breaks its line', () => {
  const chart = drawChart([
    measured('2026-01-01', 20),
    measured('2026-03-01', null),
    measured('2026-05-01', 30),
  ]);
  expect(chart).toContain('fewer than 5');
  expect(chart).not.toMatch(/L\d/);
  expect(drawChart([measured('2026-01-01', 20), measured('2026-05-01', 30)])).toMatch(/L\d/);
});

test('where nothing may be shown, nothing is drawn', () => {
  expect(drawChart([])).toBe('');
  expect(drawChart([measured('2026-01-01', null), measured('2026-03-01', null)])).toBe('');
});

test('time runs as the language is read, and both ends are named', () => {
  const measurements = [measured('2026-01-01', 20), measured('2026-05-01', 30)];
  expect(drawChart(measurements)).toMatch(/x=.?64.?[^>]*>January 2026.*x=.?314.?[^>]*>May 2026/s);
  expect(drawChart(measurements, 'ar')).toMatch(/x=.?256.?[^>]*>يناير 2026.*x=.?6.?[^>]*>مايو 2026/s);
});

test('a target without any figure says so', () => {
  const words = getWords('en');
  const figure = findAppointments();
  expect(describeFigure({ ...figure, measurements: [] }, words)).toBe(
    'no figure published, target 1,000 appointments',
  );
  expect(describeFigure({ ...figure, measurements: [], targetValue: null }, words)).toBe(
    'no figure published',
  );
});

test('what is not published is said, and what is our reading is marked', () => {
  const text = read(examples.ready, { query: 'words=2.3' });
  expect(text).toContain('no lead published');
  expect(text).toContain('no date published');
  expect(text).toContain('Will deliver (our reading)');
});

test('an action that left the document says so', () => {
  expect(read(examples.ready, { query: 'words=1.4' })).toContain(
    'Not in the council’s document since 1 May 2026.',
  );
});

test('a filter of a page shows in its form, its count and its links', () => {
  const page = renderExample(examples.ready, { query: 'status=DONE&late=1' });
  expect(page).toContain('method="get"');
  expect(page).toMatch(/<option value="DONE" selected/);
  expect(page).toMatch(/name="late"\s+value="1"\s+checked/);
  expect(page).toContain('No action fits.');
  expect(page).toContain('?status=DONE&amp;late=1');
});

test('plain HTML has no marks of the template engine and no style attributes', () => {
  for (const answer of [examples.ready, examples.emptyPlan, examples.unreported]) {
    expect(renderExample(answer)).not.toMatch(/lit-|<\?>|style=|undefined|\[object/);
  }
});

test('a plan without actions and a theme without actions say so', () => {
  expect(read(examples.emptyPlan)).toContain('No actions are published for this plan.');
  expect(read(examples.themesWithoutActions)).toContain('No actions are published for this theme.');
});

test('translated words say who translated them, and keep the original', () => {
  const page = renderExample(examples.arabic, { language: 'ar', query: 'words=1.3' });
  expect(page).toContain('ترجمة آلية. قد تكون خاطئة.');
  expect(page).toContain('<p lang="en" dir="auto">Explore a welcome pack in ten languages</p>');
});

test('words that nobody translated keep their language and a note', () => {
  const page = renderExample(examples.ready, { language: 'ar' });
  expect(page).toContain('بعض ما هنا بلغة أخرى');
  expect(page).toContain('<span lang="en" dir="auto">Train all reception staff about sanctuary</span>');
});

test('an address that is not of the web is never a link', () => {
  const answer = structuredClone(examples.ready) as { council: { plan: { sourceUrl: string } } };
  answer.council.plan.sourceUrl = 'javascript:alert(1)';
  expect(renderExample(answer as unknown as Answer)).not.toContain('javascript:');
});

test('a change is named in a sentence', () => {
  const before = examples.ready.council?.plan;
  const after = examples.changed.council?.plan;
  if (!before || !after) throw new Error('The examples have no plan.');
  const changed = listChanged(before, after);
  expect(describeChanges(changed, getWords('en'))).toBe('Action 3.2 changed: in progress.');
  expect(describeChanges([...changed, ...changed, ...changed, ...changed], getWords('en'))).toBe(
    '4 actions changed.',
  );
  expect(listChanged(before, before)).toEqual([]);
});

test('a tag without a plan means the current sanctuary plan, else the next best', () => {
  const plans = [
    { slug: 'equality', kind: 'RELATED', state: 'CURRENT' },
    { slug: 'old', kind: 'SANCTUARY', state: 'ENDED' },
    { slug: 'new', kind: 'SANCTUARY', state: 'CURRENT' },
  ] as const;
  expect(findPlan(plans)?.slug).toBe('new');
  expect(findPlan(plans.slice(0, 2))?.slug).toBe('old');
  expect(findPlan([])).toBeUndefined();
});
