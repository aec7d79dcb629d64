import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectManagement, connectPublic } from './client.ts';
import { addCouncil } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

const today = '2026-06-15';
const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));

const consents = {
  none: {},
  given: { consentGivenOn: '2026-01-10' },
  'given today': { consentGivenOn: today },
  'given for days to come': { consentGivenOn: '2026-06-16' },
  'ending today': { consentGivenOn: '2026-01-10', consentUntil: today },
  expired: { consentGivenOn: '2026-01-10', consentUntil: '2026-06-14' },
  withdrawn: { consentGivenOn: '2026-01-10', withdrawnAt: '2026-06-15T08:00:00Z' },
} as const;
const living = new Set<string>(['given', 'given today', 'ending today']);

const terms = {
  'before it begins': { startsOn: '2026-06-16', endsOn: '2027-06-15' },
  'on its first day': { startsOn: today, endsOn: '2027-06-14' },
  'on its last day': { startsOn: '2025-06-16', endsOn: today },
  'with an open end': { startsOn: '2020-01-01', endsOn: null },
  'longer than a year': { startsOn: '2024-01-01', endsOn: '2028-12-31' },
  'of unknown days': { startsOn: null, endsOn: null },
  'after it has ended': { startsOn: '2025-06-15', endsOn: '2026-06-14' },
} as const;
const running = new Set<string>([
  'on its first day',
  'on its last day',
  'with an open end',
  'longer than a year',
  'of unknown days',
]);

const forms = ['FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME', 'ROLE_ONLY', 'NOT_SHOWN'] as const;
const named = new Set<string>(['FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME']);

interface Case {
  consent: keyof typeof consents;
  time: keyof typeof terms;
  form: (typeof forms)[number];
  isPublished: boolean;
}

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
const cases: Case[] = keysOf(consents).flatMap((consent) =>
  keysOf(terms).flatMap((time) =>
    forms.flatMap((form) => [true, false].map((isPublished) => ({ consent, time, form, isPublished }))),
  ),
);

describe.each(engines)('a name on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let visitor: ReturnType<typeof connectPublic>;
  let council: { id: string };
  const constituencies = new Map<boolean, { id: string }>();
  let positions = 0;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    visitor = connectPublic(database.at);
    await database.setClock(`${today}T11:00:00Z`);
    await management.write('TEST', async (tx) => {
      council = await addCouncil(tx, 'riverside');
      for (const isPublished of [true, false]) {
        const data = { councilId: council.id, slug: `group-${isPublished}`, name: 'Group', isPublished };
        const group = await tx.steeringGroup.create({ data });
        constituencies.set(
          isPublished,
          await tx.constituency.create({
            data: {
              councilId: council.id,
              groupId: group.id,
              position: 0,
              kind: 'CHARITIES',
              name: 'Charities',
            },
          }),
        );
      }
    });
  });

  afterAll(async () => {
    await visitor.close();
    await management.close();
    await database.close();
  });

  interface Term {
    name?: string;
    form?: Case['form'];
    startsOn?: string | null;
    endsOn?: string | null;
    consentGivenOn?: string;
    consentUntil?: string;
    withdrawnAt?: string;
    isPublished?: boolean;
  }

  /** A seat with one term each; the name is written last, as no door of the product would once consent has gone. */
  const addTerms = (given: readonly Term[]) =>
    management.write('TEST', async (tx) => {
      const councilId = council.id;
      const rows = given.map((term) => ({ ...term, termId: randomUUID(), seatId: randomUUID() }));
      await tx.seat.createMany({
        data: rows.map(({ seatId, isPublished = true }) => ({
          id: seatId,
          councilId,
          constituencyId: constituencies.get(isPublished)?.id ?? '',
          position: ++positions,
        })),
      });
      await tx.term.createMany({
        data: rows.map(({ termId, seatId, startsOn = null, endsOn = null }) => ({
          id: termId,
          councilId,
          seatId,
          startsOn: day(startsOn),
          endsOn: day(endsOn),
        })),
      });
      await tx.appearance.createMany({
        data: rows.map(({ termId, form = 'FULL_NAME', ...consent }) => ({
          councilId,
          termId,
          form,
          consentGivenOn: day(consent.consentGivenOn ?? null),
          consentUntil: day(consent.consentUntil ?? null),
          withdrawnAt: consent.withdrawnAt ?? null,
        })),
      });
      await tx.shownName.createMany({
        data: rows.map(({ termId, name = 'Canary' }) => ({ councilId, termId, name })),
      });
      return rows;
    });

  const listNames = async () => (await visitor.read.shownName.findMany()).map(({ name }) => name);

  test(`is shown in ${cases.length} cases of consent, time, form and publication exactly as it should be`, async () => {
    const nameOf = (each: Case) => Object.values(each).join(' / ');
    const rows = await addTerms(
      cases.map((each) => ({
        name: nameOf(each),
        isPublished: each.isPublished,
        form: each.form,
        ...terms[each.time],
        ...consents[each.consent],
      })),
    );
    const seats = new Map<string | undefined, Case>(cases.map((each, index) => [rows[index]?.seatId, each]));
    const expected = cases.filter(
      ({ consent, time, form, isPublished }) =>
        isPublished && living.has(consent) && running.has(time) && named.has(form),
    );
    expect((await listNames()).toSorted()).toEqual(expected.map(nameOf).toSorted());
    expect(await visitor.read.shownName.count()).toBe(expected.length);
    expect(expected).toHaveLength(3 * 5 * 3);

    // "Not shown" hides the whole seat for as long as the term runs; everybody else's seat is there.
    const shownSeats = new Set((await visitor.read.seat.findMany()).map(({ id }) => id));
    for (const [id = '', each] of seats) {
      const isHidden = each.form === 'NOT_SHOWN' && running.has(each.time);
      expect(shownSeats.has(id), nameOf(each)).toBe(each.isPublished && !isHidden);
    }
    const shownTerms = await visitor.read.term.findMany();
    expect(shownTerms.filter(({ seatId }) => seats.get(seatId)?.form === 'NOT_SHOWN')).toEqual([]);
  });

  test.each([
    ['the last second of the last day in summer time', '2026-07-31T22:59:59Z', '2026-07-31', true],
    ['the first second after it in summer time', '2026-07-31T23:00:00Z', '2026-07-31', false],
    ['the last second of the last day in winter', '2026-12-31T23:59:59Z', '2026-12-31', true],
    ['the first second after it in winter', '2027-01-01T00:00:00Z', '2026-12-31', false],
    ['the last second before the clocks go forward ends no day', '2027-03-28T00:59:59Z', '2027-03-28', true],
    ['the last second of the day of 23 hours', '2027-03-28T22:59:59Z', '2027-03-28', true],
    ['the first second after the day of 23 hours', '2027-03-28T23:00:00Z', '2027-03-28', false],
    ['the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-25', true],
    ['the last second of the day of 25 hours', '2026-10-25T23:59:59Z', '2026-10-25', true],
    ['the first second after the day of 25 hours', '2026-10-26T00:00:00Z', '2026-10-25', false],
    ['a leap day that is the last day', '2028-02-29T23:59:59Z', '2028-02-29', true],
    ['the day after a leap day', '2028-03-01T00:00:00Z', '2028-02-29', false],
  ])('at %s', async (_, now, endsOn, isShown) => {
    const name = `until ${endsOn} at ${now}`;
    await addTerms([{ name, startsOn: '2024-02-29', endsOn, consentGivenOn: '2024-02-29' }]);
    await database.setClock(now);
    expect((await listNames()).includes(name)).toBe(isShown);
    await database.setClock(`${today}T11:00:00Z`);
  });

  test.each([
    ['the last second before the first day in summer time', '2026-07-31T22:59:59Z', '2026-08-01', false],
    ['the first second of the first day in summer time', '2026-07-31T23:00:00Z', '2026-08-01', true],
    ['the last second before the day of 23 hours', '2027-03-27T23:59:59Z', '2027-03-28', false],
    ['the first second of the day of 23 hours', '2027-03-28T00:00:00Z', '2027-03-28', true],
    ['the last second before the day of 25 hours', '2026-10-24T22:59:59Z', '2026-10-25', false],
    ['the first second of the day of 25 hours', '2026-10-24T23:00:00Z', '2026-10-25', true],
    ['the last second before a leap day', '2028-02-28T23:59:59Z', '2028-02-29', false],
    ['the first second of a leap day', '2028-02-29T00:00:00Z', '2028-02-29', true],
  ])('of a term that begins, at %s', async (_, now, startsOn, isShown) => {
    const name = `from ${startsOn} at ${now}`;
    await addTerms([{ name, startsOn, consentGivenOn: '2026-01-10' }]);
    await database.setClock(now);
    expect((await listNames()).includes(name)).toBe(isShown);
    await database.setClock(`${today}T11:00:00Z`);
  });

  test.each([
    ['the last second of its last day', '2027-03-28T22:59:59Z', '2027-03-28', true],
    ['the first second after it', '2027-03-28T23:00:00Z', '2027-03-28', false],
    ['the last second of a leap day', '2028-02-29T23:59:59Z', '2028-02-29', true],
    ['the first second after a leap day', '2028-03-01T00:00:00Z', '2028-02-29', false],
  ])('of a consent that ends, at %s', async (_, now, consentUntil, isShown) => {
    const name = `agreed until ${consentUntil} at ${now}`;
    await addTerms([{ name, consentGivenOn: '2026-01-10', consentUntil }]);
    await database.setClock(now);
    expect((await listNames()).includes(name)).toBe(isShown);
    await database.setClock(`${today}T11:00:00Z`);
  });

  test.each([
    ['withdraws', { withdrawnAt: '2026-06-15T10:00:00Z' }],
    ['chooses the role only', { form: 'ROLE_ONLY' }],
    ['chooses not to be shown', { form: 'NOT_SHOWN' }],
  ] as const)('is removed for good when its holder %s, and nothing brings it back', async (_, change) => {
    const [{ termId } = { termId: '' }] = await addTerms([
      { name: 'Canary to go', consentGivenOn: '2026-01-01' },
    ]);
    expect(await listNames()).toContain('Canary to go');
    await management.write('TEST', (tx) => tx.appearance.update({ where: { termId }, data: change }));
    expect(await management.read.shownName.count({ where: { termId } })).toBe(0);
    const undone = management.write('TEST', (tx) =>
      tx.appearance.update({ where: { termId }, data: { withdrawnAt: null, form: 'FULL_NAME' } }),
    );
    await expect(undone).rejects.toThrow(/before a withdrawal/);
    expect(await listNames()).not.toContain('Canary to go');
  });

  test('leaves no trace in the record of changes', async () => {
    await addTerms([{ name: 'Canary of changes', consentGivenOn: '2026-01-01' }]);
    const changes = await management.read.change.findMany();
    expect(
      JSON.stringify(changes, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('Canary');
    const told = new Set((await visitor.read.change.findMany()).map(({ noun }) => noun));
    expect([...told].toSorted()).toEqual(['Constituency', 'Council', 'SteeringGroup']);
  });
});
