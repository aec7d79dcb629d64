import { readPlanDocument } from '@open-sanctuary/plan-document';
import { expect, test } from 'vitest';
import { comparePlans, isWithoutChanges, type PlanDifference, type StoredPlan } from './plan-difference.ts';
import { nothingStored } from './stored-plan.ts';

const read = async (rows: string[]) => {
  const text = ['Theme,Ref,Action,Lead,Measure', ...rows].join('\n');
  return (await readPlanDocument(new TextEncoder().encode(text))).themes;
};

/** What would be stored after a first import today; `history` names the refs with reports, `measured` the statements, `stood` the refs of before. */
async function store(
  rows: string[],
  history: string[] = [],
  measured: string[] = [],
  stood: string[] = [],
): Promise<StoredPlan> {
  let next = 0;
  const { themes, actions, targets } = comparePlans(
    nothingStored,
    await read(rows),
    new Map(),
    () => `id ${(next += 1)}`,
  );
  const storedTargets = targets.created.map(({ id, themeId, actionId, position, drafted }) => ({
    id,
    themeId,
    actionId,
    position,
    kind: drafted.kind,
    statement: drafted.statement,
    isMeasured: measured.includes(drafted.statement),
  }));
  return {
    themes: themes.created.map(({ id, position, drafted: { ref, refIsDerived, title, detail } }) => ({
      id,
      position,
      ref,
      refIsDerived,
      title,
      detail,
    })),
    actions: actions.created.map(({ drafted, ...action }) => ({
      id: action.id,
      ref: action.ref,
      refIsDerived: action.refIsDerived,
      title: action.title,
      detail: action.detail,
      leadText: action.leadText,
      themeTitle: action.themeTitle,
      themeId: action.themeId,
      position: action.position,
      dueText: drafted.dueText,
      leads: drafted.leads,
      wordingNumber: 1,
      strengths: [],
      language: 'en',
      reports: history.includes(action.ref) ? 1 : 0,
      hasStood: stood.includes(action.ref),
      hasHistory: history.includes(action.ref),
      hasLeft: false,
    })),
    targets: storedTargets,
  };
}

const summarise = ({ actions }: PlanDifference) => ({
  created: actions.created.map(({ ref }) => ref),
  changed: actions.changed.map(({ stored, changes }) => [stored?.ref, changes.map(({ field }) => field)]),
  removed: actions.removed.map(({ ref }) => ref),
  left: actions.left.map(({ action, ref }) => `${action.ref} as ${ref}`),
});

const homes = 'Homes,1.1,Find ten houses for families,Housing,';
const letters = 'Homes,1.2,Write to every landlord,Housing,';
const health = 'Health,2.1,Train every receptionist in welcome,Public Health,90% of receptionists trained';

test('the same document changes nothing', async () => {
  expect(
    isWithoutChanges(
      comparePlans(await store([homes, letters, health]), await read([homes, letters, health])),
    ),
  ).toBe(true);
});

test.each<[string, string[], ReturnType<typeof summarise>]>([
  [
    'a new wording names the fields that differ',
    ['Homes,1.1,Find ten houses for young families,Housing and Health,', letters],
    { created: [], changed: [['1.1', ['title', 'lead', 'named bodies']]], removed: [], left: [] },
  ],
  [
    'one put in between moves the others',
    [homes, 'Homes,1.2,Plant a garden,Parks,', 'Homes,1.3,Write to every landlord,Housing,'],
    { created: ['1.2'], changed: [['1.2', ['ref', 'order']]], removed: [], left: [] },
  ],
  [
    'one of today that is gone without a history is removed',
    [homes],
    { created: [], changed: [], removed: ['1.2'], left: [] },
  ],
  [
    'one that is gone with a history stays',
    [letters],
    { created: [], changed: [['1.2', ['order']]], removed: [], left: ['1.1 as 1.1'] },
  ],
  [
    'one that is gone with a history gives its reference to the one that has it now',
    ['Homes,1.1,Write to every landlord,Housing,'],
    { created: [], changed: [['1.2', ['ref', 'order']]], removed: [], left: ['1.1 as 1.1-earlier'] },
  ],
  [
    'one under another theme keeps its history',
    ['Homes,1.2,Write to every landlord,Housing,', 'Welcome,1.1,Find ten houses for families,Housing,'],
    {
      created: [],
      changed: [
        ['1.2', ['order']],
        ['1.1', ['theme']],
      ],
      removed: [],
      left: [],
    },
  ],
])('%s', async (_name, rows, expected) => {
  expect(summarise(comparePlans(await store([homes, letters], ['1.1']), await read(rows)))).toEqual(expected);
});

test('one that is gone stays as it was shown once a day has ended with it', async () => {
  const stored = await store([homes, letters], [], [], ['1.2']);
  expect(summarise(comparePlans(stored, await read([health])))).toEqual({
    created: ['2.1'],
    changed: [],
    removed: ['1.1'],
    left: ['1.2 as 1.2'],
  });
});

test('a theme whose last action is kept is kept with it', async () => {
  const { themes } = comparePlans(await store([homes, health], ['2.1']), await read([homes]));
  expect(themes.removed).toEqual([]);
  expect(themes.kept.map(({ theme }) => theme.title)).toEqual(['Health']);
});

test('a theme that was renamed and one that was renumbered are the same themes', async () => {
  const before = await store([
    '1 Homes,1.1,Find ten houses,Housing,',
    '2 Health,2.1,Train receptionists,Housing,',
  ]);
  const { themes } = comparePlans(
    before,
    await read(['1 Health,1.1,Train receptionists,Housing,', '2 Homes,2.1,Find ten houses,Housing,']),
  );
  expect([themes.created, themes.removed]).toEqual([[], []]);
});

test('measured targets are never removed, others are', async () => {
  const without = health.replace('90% of receptionists trained', '95% of receptionists trained');
  const unmeasured = comparePlans(await store([health]), await read([without])).targets;
  expect([unmeasured.created.length, unmeasured.removed.length, unmeasured.kept.length]).toEqual([1, 1, 0]);
  const measured = comparePlans(
    await store([health], [], ['90% of receptionists trained']),
    await read([without]),
  ).targets;
  expect([measured.created.length, measured.removed.length, measured.kept.length]).toEqual([1, 0, 1]);
});
