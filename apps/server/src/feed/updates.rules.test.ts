import { describe, expect, test } from 'vitest';
import {
  type Change,
  type FeedAction,
  type FeedPlan,
  type FeedReport,
  listUpdates,
} from './updates.rules.ts';

const moment = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;

const report = (uuid: string, day: number, more: Partial<FeedReport> = {}): FeedReport => ({
  uuid,
  publishedAt: moment(day),
  publishedOn: moment(day).slice(0, 10),
  status: 'IN_PROGRESS',
  whatHappened: `Words of ${uuid}`,
  language: 'en',
  corrects: null,
  groupAssessment: null,
  councilResponse: null,
  ...more,
});

const action = (ref: string, more: Partial<FeedAction> = {}): FeedAction => ({
  uuid: `action-${ref}`,
  ref,
  refIsDerived: false,
  title: `Title ${ref}`,
  language: 'en',
  leadText: 'Housing',
  dueText: null,
  leftDocumentOn: null,
  wordings: [{ since: moment(1), changed: [] }],
  reports: [],
  ...more,
});

const plan = (...actions: FeedAction[]): FeedPlan => ({
  slug: '2026',
  uuid: 'plan',
  title: 'The plan',
  language: 'en',
  progress: { total: actions.length },
  themes: [{ ref: '1' }],
  actions,
});

const change = (noun: string, day: number, more: Partial<Change> = {}): Change => ({
  at: moment(day),
  kind: 'CREATED',
  noun,
  fields: [],
  recordUuid: 'plan',
  plan: { slug: '2026' },
  ...more,
});

const list = (plans: FeedPlan[], ...changes: Change[]) =>
  listUpdates({ plans, changes: [change('Plan', 1), ...changes] });

describe('the updates of a feed', () => {
  test('tell of each report with its status and its words', () => {
    const [first] = list([plan(action('1.1', { reports: [report('r1', 5)] }))]);
    expect(first).toMatchObject({
      key: 'report/r1',
      title: '1.1 Title 1.1: In progress',
      summary: 'The council reports: In progress.',
      quote: { text: 'Words of r1', language: 'en' },
      published: moment(5),
      updated: moment(5),
      ref: '1.1',
    });
  });

  test('tell of a correction, and no more of what it corrects', () => {
    const view = {
      uuid: 'v1',
      view: 'DISAGREES',
      reason: 'Not so',
      language: 'en',
      assessedOn: '2026-03-06',
    } as const;
    const response = { uuid: 'a1', text: 'We answer', language: 'en', respondedOn: '2026-03-07' };
    const updates = list([
      plan(
        action('1.1', {
          reports: [
            report('r2', 8, { corrects: { uuid: 'r1' }, status: 'DELAYED' }),
            report('r1', 5, { groupAssessment: view, councilResponse: response }),
          ],
        }),
      ),
    ]);
    expect(updates.map(({ key, updated }) => [key, updated])).toEqual([
      ['report/r1', moment(8)],
      ['report/r1/group-view', moment(8)],
      ['report/r1/response', moment(8)],
      ['report/r2', moment(8)],
      ['plan/plan', moment(1)],
    ]);
    expect(JSON.stringify(updates)).not.toMatch(/Words of r1|Not so|We answer|Disagrees/);
    expect(JSON.stringify(updates)).toContain('Words of r2');
  });

  test.each([
    ['as it was recorded', [change('GroupAssessment', 9, { recordUuid: 'v1' })], moment(9), moment(9)],
    [
      'as it was changed',
      [
        change('GroupAssessment', 11, { recordUuid: 'v1', kind: 'CHANGED' }),
        change('GroupAssessment', 9, { recordUuid: 'v1' }),
      ],
      moment(9),
      moment(11),
    ],
    [
      'by its day when it came with the plan',
      [change('GroupAssessment', 1, { recordUuid: 'v1' })],
      '2026-03-07T12:00:00.000Z',
      '2026-03-07T12:00:00.000Z',
    ],
  ])('date a view of the group %s', (_what, changes, published, updated) => {
    const groupAssessment = {
      uuid: 'v1',
      view: 'AGREES',
      reason: null,
      language: 'en',
      assessedOn: '2026-03-07',
    } as const;
    const updates = list(
      [plan(action('1.1', { reports: [report('r1', 5, { groupAssessment })] }))],
      ...changes,
    );
    expect(updates.find(({ kind }) => kind === 'group-view')).toMatchObject({
      title: '1.1 Title 1.1: The group says: Agrees',
      published,
      updated,
      quote: null,
    });
  });

  test('tell of one action what changed, and not again what was changed since', () => {
    const wordings = [
      { since: moment(1), changed: [] },
      { since: moment(4), changed: ['leadText'] },
      { since: moment(6), changed: ['leadText', 'dueText'] },
    ];
    expect(list([plan(action('1.1', { wordings }))]).map(({ title, summary }) => [title, summary])).toEqual([
      ['1.1 Title 1.1: lead and timescale changed', 'Lead: Housing. Timescale: none published.'],
      ['1.1 Title 1.1: lead changed', 'It was changed again since.'],
      ['Plan: The plan', 'The plan is published here, with 1 action in 1 theme.'],
    ]);
  });

  test('tell of thirty-five actions that one import changed as one', () => {
    const wordings = [
      { since: moment(1), changed: [] },
      { since: moment(4), changed: ['title'] },
    ];
    const actions = Array.from({ length: 35 }, (_, at) => action(`1.${at + 1}`, { wordings }));
    const added = action('2.1', { wordings: [{ since: moment(4), changed: [] }] });
    const left = action('2.2', { leftDocumentOn: '2026-03-04' });
    const [first, ...others] = list(
      [plan(...actions, added, left)],
      change('Action', 4, { recordUuid: added.uuid }),
      change('Action', 4, { recordUuid: left.uuid, kind: 'CHANGED', fields: ['leftDocumentAt'] }),
    );
    expect(first?.title).toBe(
      'The plan: 35 actions changed, 1 action added, 1 action no longer in the document',
    );
    expect(first?.summary).toMatch(/^1\.1 Title 1\.1\..* And 27 more\.$/);
    expect(others.map(({ kind }) => kind)).toEqual(['plan']);
  });

  test('do not tell that an officer read the strength of a promise anew', () => {
    const wordings = [
      { since: moment(1), changed: [] },
      { since: moment(4), changed: [] },
    ];
    expect(list([plan(action('1.1', { wordings }))])).toHaveLength(1);
  });

  test('are at most fifty, the newest first, each named once', () => {
    const reports = Array.from({ length: 80 }, (_, at) => report(`r${at}`, 1 + (at % 28)));
    const updates = list([plan(action('1.1', { reports }))]);
    expect(updates).toHaveLength(50);
    expect(updates.map(({ updated }) => updated)).toEqual(
      updates
        .map(({ updated }) => updated)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(updates.map(({ key }) => key)).size).toBe(50);
  });

  test('keep words that run from right to left from turning the title', () => {
    const [first] = list([
      plan(action('1.1', { title: 'ترجمة', refIsDerived: true, reports: [report('r1', 5)] })),
    ]);
    expect(first?.title).toBe('\u2068ترجمة\u2069: In progress');
  });
});
