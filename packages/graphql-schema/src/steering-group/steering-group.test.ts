import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

const uuidOf = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1] ?? '';

const groupFields = `id slug name kind hasEnded meetsEveryMonths vacantCount
  constituencies { id kind name isNumberPublished isListComplete
    seats { id state title currentTerm { id shownName cohort endsOn } comingTerms { cohort } isEndingSoon isOverdueForRenewal }
    formerSeats { id state currentTerm { cohort } }
  }
  seats { id state currentTerm { shownName } }
  nextMeeting { day }
  meetings { id day startsAt endsAt place joiningUrl isOpen isOver state decisions { text recusalCount assessedActions { ref } } }`;

interface Group {
  vacantCount: number;
  hasEnded: boolean;
  constituencies: {
    seats: { id: string; state: string; currentTerm: { id: string; shownName: string | null } | null }[];
    formerSeats: { state: string }[];
  }[];
  seats: { id: string; state: string; currentTerm: { shownName: string | null } | null }[];
  meetings: {
    id: string;
    place: string | null;
    joiningUrl: string | null;
    decisions: { text: string; recusalCount: number; assessedActions: { ref: string }[] }[];
  }[];
  nextMeeting: { day: string } | null;
}

describe.each(engines)('a steering group on %s', (engine) => {
  let graph: Graph;
  let council: Awaited<ReturnType<typeof addCouncil>>;
  let other: Awaited<ReturnType<typeof addCouncil>>;
  let groups = 0;
  let groupId: string;
  let slug: string;

  beforeAll(async () => {
    graph = await startGraph(engine);
    other = await addCouncil(graph, 'elsewhere');
  });
  afterAll(() => graph.close());

  beforeEach(async () => {
    await graph.setClock('2026-06-15T11:00:00Z');
    groups += 1;
    slug = `riverside-${groups}`;
    council = await addCouncil(graph, slug);
    groupId = (
      await create('SteeringGroup', 'councilId', idOf('Council', council.id), {
        slug: 'group',
        name: 'Sanctuary group',
        isPublished: true,
        meetsEveryMonths: 3,
      })
    ).id;
  });

  const asSecretary = <Data>(query: string, variables: object = {}) =>
    graph.askAs('STEERING_GROUP', council.id)<Data>(query, variables);

  async function create(noun: string, parent: string, parentId: string, words: object) {
    const name = `create${noun}`;
    const answer = await asSecretary<Record<string, { id: string; version: number }>>(
      `mutation ($parent: ID!, $words: ${noun}Words!) { ${name}(${parent}: $parent, words: $words) { id version } }`,
      { parent: parentId, words },
    );
    return answer[name] ?? { id: '', version: 0 };
  }

  const addConstituency = (words: object = {}) =>
    create('Constituency', 'groupId', groupId, { kind: 'CHARITIES', name: 'Charities', ...words });

  /** A seat that somebody holds, who may be named. */
  async function addHeldSeat(constituencyId: string, term: object = {}, name?: string) {
    const seat = await create('Seat', 'constituencyId', constituencyId, {});
    const { id: termId } = await create('Term', 'seatId', seat.id, term);
    if (name) await chooseName(termId, name);
    return { seatId: seat.id, termId };
  }

  const chooseName = (termId: string, name: string, input: object = {}) =>
    asSecretary(
      `mutation ($termId: ID!, $input: AppearanceInput!) {
        chooseAppearance(termId: $termId, expectedVersion: 1, input: $input) { id version isNameShown appearance { form } }
      }`,
      {
        termId,
        input: {
          form: 'CHOSEN_NAME',
          name,
          consentGivenOn: '2026-06-01',
          consentMeans: 'IN_PERSON',
          ...input,
        },
      },
    );

  const read = async () =>
    (
      await graph.ask<{ council: { steeringGroup: Group | null } }>(
        `{ council(slug: "${slug}") { steeringGroup { ${groupFields} } } }`,
      )
    ).council.steeringGroup;

  const readNames = async () =>
    ((await read())?.seats ?? []).flatMap(({ currentTerm }) => currentTerm?.shownName ?? []);

  test('shows its seats by constituency: held, vacant, ended and to come', async () => {
    const experts = await addConstituency({
      kind: 'EXPERTS_BY_EXPERIENCE',
      name: 'Experts by experience',
      isNumberPublished: false,
    });
    const charities = await addConstituency();
    await addHeldSeat(experts.id, { endsOn: '2026-07-31' }, 'Canary');
    await create('Seat', 'constituencyId', experts.id, {});
    await addHeldSeat(charities.id, { cohort: 'second year' });
    const former = await create('Seat', 'constituencyId', charities.id, { endsOn: '2025-12-31' });
    await create('Term', 'seatId', former.id, { cohort: 'first year' });
    await create('Seat', 'constituencyId', charities.id, { startsOn: '2027-01-01' });
    expect(await read()).toMatchObject({
      vacantCount: 1,
      hasEnded: false,
      meetsEveryMonths: 3,
      constituencies: [
        {
          isNumberPublished: false,
          seats: [
            { state: 'HELD', isEndingSoon: true, currentTerm: { shownName: 'Canary', endsOn: '2026-07-31' } },
            { state: 'VACANT', currentTerm: null },
          ],
          formerSeats: [],
        },
        {
          seats: [{ state: 'HELD', currentTerm: { shownName: null } }, { state: 'COMING' }],
          formerSeats: [{ state: 'ENDED', currentTerm: { cohort: 'first year' } }],
        },
      ],
    });
  });

  test('that is not published is not there', async () => {
    await asSecretary(
      `mutation ($id: ID!) { changeSteeringGroup(groupId: $id, expectedVersion: 1, words: { isPublished: false }) { id } }`,
      { id: groupId },
    );
    expect(await read()).toBeNull();
    expect(await graph.ask(`{ node(id: "${groupId}") { id } }`)).toEqual({ node: null });
  });

  test('that has ended shows who sat on it by role on its last day, and names nobody', async () => {
    const charities = await addConstituency();
    await addHeldSeat(charities.id, {}, 'Canary');
    await create('Seat', 'constituencyId', charities.id, { endsOn: '2025-01-31' });
    await asSecretary(
      `mutation ($id: ID!) { changeSteeringGroup(groupId: $id, expectedVersion: 1, words: { endsOn: "2026-06-14" }) { id } }`,
      { id: groupId },
    );
    expect(await read()).toMatchObject({
      hasEnded: true,
      vacantCount: 0,
      constituencies: [
        { seats: [{ state: 'ENDED', currentTerm: { shownName: null } }], formerSeats: [{ state: 'ENDED' }] },
      ],
    });
  });

  test('a name goes with one call, which asks for no version; nothing that changes later brings it back', async () => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id, {}, 'Canary');
    expect(await readNames()).toEqual(['Canary']);
    await asSecretary(`mutation ($id: ID!) { withdrawName(termId: $id) { id } }`, { id: termId });
    expect(await read()).toMatchObject({ seats: [{ state: 'HELD', currentTerm: { shownName: null } }] });
    await asSecretary(
      `mutation ($id: ID!) { changeTerm(termId: $id, expectedVersion: 3, words: { endsOn: "2030-01-01" }) { id } }`,
      { id: termId },
    );
    expect(await readNames()).toEqual([]);
    expect(
      await asSecretary(
        `{ node(id: "${termId}") { ... on Term { shownName isNameShown appearance { form withdrawnAt consentGivenOn } } } }`,
      ),
    ).toMatchObject({
      node: { shownName: null, isNameShown: false, appearance: { form: 'ROLE_ONLY' } },
    });
    await chooseNameAgain(termId, 4);
    expect(await readNames()).toEqual(['Another']);
  });

  const chooseNameAgain = (termId: string, expectedVersion: number, consentGivenOn = '2026-06-15') =>
    asSecretary(
      `mutation ($termId: ID!, $input: AppearanceInput!) {
        chooseAppearance(termId: $termId, expectedVersion: ${expectedVersion}, input: $input) { id }
      }`,
      {
        termId,
        input: { form: 'FULL_NAME', name: 'Another', consentGivenOn, consentMeans: 'FORM' },
      },
    );

  test.each([
    ['withdrawn', 'withdrawName(termId: $id) { id }'],
    ['hidden with its seat', 'withdrawName(termId: $id, andHideSeat: true) { id }'],
    ['erased', 'erasePerson(termId: $id) { id }'],
  ])('a name that was %s comes back by no older page and no older consent', async (_, mutation) => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id, {}, 'Canary');
    const find = `query ($id: ID!) { node(id: $id) { ... on Term { version holder { legalName } } } }`;
    const readTerm = async () =>
      (
        await asSecretary<{ node: { version: number; holder: { legalName: string | null } | null } }>(find, {
          id: termId,
        })
      ).node;
    const old = await readTerm();
    await asSecretary(`mutation ($id: ID!) { ${mutation} }`, { id: termId });

    const conflict = { extensions: { code: 'CONFLICT' } };
    await expect(chooseNameAgain(termId, old.version, '2026-06-15')).rejects.toMatchObject(conflict);
    await expect(
      asSecretary(
        `mutation ($id: ID!, $version: Int!) { changeHolder(termId: $id, expectedVersion: $version, legalName: "Canary") { id } }`,
        { id: termId, version: old.version },
      ),
    ).rejects.toMatchObject(conflict);

    const { version, holder } = await readTerm();
    await expect(chooseNameAgain(termId, version, '2026-06-14')).rejects.toMatchObject({
      extensions: { code: 'INVALID_INPUT' },
      message: expect.stringContaining('2026-06-15') as string,
    });
    expect(holder?.legalName ?? null).toBeNull();
    // Nor by any other door: the database itself refuses it.
    const of = { councilId: council.id, termId: uuidOf(termId) };
    await expect(
      graph.management.write('TEST', (tx) =>
        tx.appearance.upsert({
          where: { termId: of.termId },
          create: { ...of, form: 'FULL_NAME', consentGivenOn: new Date('2026-06-14') },
          update: { form: 'FULL_NAME', consentGivenOn: new Date('2026-06-14'), withdrawnAt: null },
        }),
      ),
    ).rejects.toThrow(/before a withdrawal/);
    expect(await readNames()).toEqual([]);
    await chooseNameAgain(termId, version, '2026-06-15');
    expect(await readNames()).toEqual(['Another']);
  });

  test('a name that is put right keeps its consent, however often', async () => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id, {}, 'Canry');
    for (const [version, name] of [
      [2, 'Cannary'],
      [3, 'Canary'],
    ] as const) {
      await graph.setClock(`2026-06-${18 + version}T11:00:00Z`);
      await asSecretary(
        `mutation ($id: ID!, $input: AppearanceInput!) { chooseAppearance(termId: $id, expectedVersion: ${version}, input: $input) { id } }`,
        {
          id: termId,
          input: { form: 'CHOSEN_NAME', name, consentGivenOn: '2026-06-01', consentMeans: 'IN_PERSON' },
        },
      );
    }
    expect(await readNames()).toEqual(['Canary']);
  });

  test('no two terms of a seat overlap, so that whoever is named there stands in the list', async () => {
    const { id } = await addConstituency();
    const { seatId, termId } = await addHeldSeat(id, { startsOn: '2026-01-01' }, 'Canary');
    const refused = (days: string) => ({
      extensions: { code: 'INVALID_INPUT' },
      message: expect.stringContaining(days) as string,
    });
    const change = (term: string, version: number, words: object) =>
      asSecretary(
        `mutation ($id: ID!, $version: Int!, $words: TermWords!) { changeTerm(termId: $id, expectedVersion: $version, words: $words) { id } }`,
        { id: term, version, words },
      );
    const follow = (startsOn: string) => create('Term', 'seatId', seatId, { startsOn });
    await expect(follow('2026-06-01')).rejects.toMatchObject(refused('from 2026-01-01 with no last day'));
    await change(termId, 2, { endsOn: '2026-06-30' });
    await expect(follow('2026-06-30')).rejects.toMatchObject(refused('until 2026-06-30'));
    const next = await follow('2026-07-01');
    await expect(change(next.id, 1, { startsOn: null })).rejects.toMatchObject(refused('until 2026-06-30'));
    await expect(change(termId, 3, { endsOn: null })).rejects.toMatchObject(refused('from 2026-07-01'));
    await change(next.id, 1, { cohort: 'second year' });
    expect(await readNames()).toEqual(['Canary']);

    // Of two who fill a vacant seat at once, one is told.
    const vacant = await create('Seat', 'constituencyId', id, {});
    const both = await Promise.allSettled([1, 2].map(() => create('Term', 'seatId', vacant.id, {})));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  const first = { legalName: 'Canary Legal' };
  test.each([
    ['another name is kept', first, { legalName: 'Successor' }, true],
    ['no name is kept any more', first, { legalName: null, contact: null }, true],
    ['only a contact is given', first, { contact: 'post@example.org' }, true],
    ['a name is first kept after the code was made', {}, { legalName: 'Successor' }, true],
    ['the name is put right', first, { legalName: 'Canary Legall', isSamePerson: true }, false],
    ['only the contact changes', first, { ...first, contact: 'post@example.org' }, false],
  ])(
    'where %s, a shown name and its code stay only with the same person',
    async (_, before, after, isGone) => {
      const { id } = await addConstituency();
      const { termId } = await addHeldSeat(id, {}, 'Canary');
      const change = (version: number, given: object) =>
        asSecretary<{ changeHolder: object }>(
          `mutation ($id: ID!, $version: Int!, $legalName: String, $contact: String, $isSamePerson: Boolean) {
          changeHolder(termId: $id, expectedVersion: $version, legalName: $legalName, contact: $contact, isSamePerson: $isSamePerson) {
            version isNameShown shownName holder { legalName hasCode }
          }
        }`,
          { id: termId, version, ...given },
        );
      // A name that is kept for the first time takes nothing away.
      expect(await change(2, before)).toMatchObject({ changeHolder: { isNameShown: true } });
      await asSecretary(`mutation ($id: ID!) { createHolderCode(termId: $id) }`, { id: termId });

      const { changeHolder } = await change(3, after);
      expect(changeHolder).toMatchObject({
        isNameShown: !isGone,
        shownName: isGone ? null : 'Canary',
        holder: { hasCode: !isGone },
      });
      expect(await readNames()).toEqual(isGone ? [] : ['Canary']);
      expect(await read()).toMatchObject({ seats: [{ state: 'HELD' }] });
    },
  );

  test('whoever wishes not to be shown takes the whole seat from view, and it never reads as vacant', async () => {
    const { id } = await addConstituency();
    const { termId, seatId } = await addHeldSeat(id, {}, 'Canary');
    await addHeldSeat(id);
    await asSecretary(`mutation ($id: ID!) { withdrawName(termId: $id, andHideSeat: true) { id } }`, {
      id: termId,
    });
    expect(await read()).toMatchObject({ vacantCount: 0, seats: [{ state: 'HELD' }] });
    expect(
      await graph.ask(`{ seat: node(id: "${seatId}") { id } term: node(id: "${termId}") { id } }`),
    ).toEqual({ seat: null, term: null });
  });

  const readInterests = async (termId: string) =>
    (
      await graph.ask<{ node: { interests: { text: string }[] } }>(
        `{ node(id: "${termId}") { ... on Term { interests { text } } } }`,
      )
    ).node.interests.map(({ text }) => text);

  const declare = (termId: string, text: string) =>
    asSecretary(
      `mutation ($id: ID!, $text: String!) { declareInterest(termId: $id, text: $text, declaredOn: "2026-06-01", isPublic: true) { id } }`,
      { id: termId, text },
    );

  test.each([
    ['withdrawn', 'withdrawName(termId: $id) { id }'],
    [
      'no longer chosen',
      'chooseAppearance(termId: $id, expectedVersion: 2, input: { form: ROLE_ONLY }) { id }',
    ],
  ])(
    'a public interest goes with a name that is %s, and does not come back with a new one',
    async (_, mutation) => {
      const { id } = await addConstituency();
      const { termId } = await addHeldSeat(id, {}, 'Canary');
      await declare(termId, 'Canary interest');
      expect(await readInterests(termId)).toEqual(['Canary interest']);
      await asSecretary(`mutation ($id: ID!) { ${mutation} }`, { id: termId });
      expect(await readInterests(termId)).toEqual([]);
      await chooseNameAgain(termId, 3);
      expect(await readInterests(termId)).toEqual([]);
      await declare(termId, 'New interest');
      expect(await readInterests(termId)).toEqual(['New interest']);
    },
  );

  test('a public interest goes with the seat of whoever declared it', async () => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id, { endsOn: '2026-06-15' });
    await declare(termId, 'Canary interest');
    expect(await readInterests(termId)).toEqual(['Canary interest']);
    await graph.setClock('2026-06-16T11:00:00Z');
    expect(await readInterests(termId)).toEqual([]);
  });

  test('erasing a person leaves a seat that is held, and nothing that tells by whom', async () => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id, {}, 'Canary shown');
    await asSecretary(
      `mutation ($id: ID!) {
        changeHolder(termId: $id, expectedVersion: 2, legalName: "Canary legal", contact: "canary@example.org") { id }
        declareInterest(termId: $id, text: "Canary interest", declaredOn: "2026-06-01", isPublic: true) { id }
        erasePerson(termId: $id) { id }
      }`,
      { id: termId },
    );
    expect(await read()).toMatchObject({ seats: [{ state: 'HELD', currentTerm: { shownName: null } }] });
    const { appearance, holder, shownName, declaredInterest, erasure, change } = graph.management.read;
    const where = { termId: uuidOf(termId) };
    expect(await appearance.count({ where })).toBe(0);
    expect(await holder.count({ where })).toBe(0);
    expect(await shownName.count({ where })).toBe(0);
    expect(await declaredInterest.count({ where })).toBe(0);
    const notes = await erasure.findMany({ where });
    expect(notes.map(({ kind }) => kind).toSorted()).toEqual(['NAME_WITHDRAWN', 'PERSON_ERASED']);
    const kept = JSON.stringify(await change.findMany(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept).not.toContain('anary');
  });

  test.each([
    ['a name without consent', { consentGivenOn: null }, /means of consent/],
    ['a name without the means of consent', { consentMeans: null }, /means of consent/],
    ['a form that shows a name, without one', { name: '' }, /`name` may not be empty/],
    ['a name where none is shown', { form: 'ROLE_ONLY' }, /`name` may only be given/],
    ['consent of a day to come', { consentGivenOn: '2026-06-16' }, /may not be a day to come/],
    ['consent that ends before it is given', { consentUntil: '2026-05-31' }, /may not come before/],
  ])('%s is refused, and nothing is shown', async (_, input, message) => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id);
    await expect(chooseName(termId, 'Canary', input)).rejects.toThrow(message);
    expect(await readNames()).toEqual([]);
  });

  test('of two who choose for the same term at once, one is told that somebody was faster', async () => {
    const { id } = await addConstituency();
    const { termId } = await addHeldSeat(id);
    const outcomes = await Promise.allSettled([chooseName(termId, 'One'), chooseName(termId, 'Other')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('an ordinary mistake is told in a sentence: days out of order, a slug that is taken, an id of something else', async () => {
    const { id } = await addConstituency();
    const { id: seatId } = await create('Seat', 'constituencyId', id, { startsOn: '2026-01-01' });
    const { id: termId } = await create('Term', 'seatId', seatId, { startsOn: '2026-01-01' });
    await create('SteeringGroup', 'councilId', idOf('Council', council.id), {
      slug: 'writers',
      name: 'Writers',
    });
    const order = /`startsOn` may not come after `endsOn`/;
    for (const [mutation, message] of [
      [`changeTerm(termId: "${termId}", expectedVersion: 1, words: { endsOn: "2020-01-01" }) { id }`, order],
      [`changeSeat(seatId: "${seatId}", expectedVersion: 1, words: { endsOn: "2020-01-01" }) { id }`, order],
      [
        `changeSteeringGroup(groupId: "${groupId}", expectedVersion: 1, words: { slug: "writers" }) { id }`,
        /There is a group `writers` already/,
      ],
      [`withdrawName(termId: "${groupId}") { id }`, /id is of something else/],
    ] as const)
      await expect(asSecretary(`mutation { ${mutation} }`), mutation).rejects.toMatchObject({
        extensions: { code: 'INVALID_INPUT' },
        message: expect.stringMatching(message) as string,
      });
    // A group may be given the slug that it has, and the days of a group are compared as well.
    await asSecretary(
      `mutation { changeSteeringGroup(groupId: "${groupId}", expectedVersion: 1, words: { slug: "group", startsOn: "2026-01-01" }) { id } }`,
    );
    await expect(
      asSecretary(
        `mutation { changeSteeringGroup(groupId: "${groupId}", expectedVersion: 2, words: { endsOn: "2020-01-01" }) { id } }`,
      ),
    ).rejects.toThrow(order);
  });

  test('nobody writes about the group of another council', async () => {
    const { id } = await addConstituency();
    const { termId, seatId } = await addHeldSeat(id, {}, 'Canary');
    const stranger = graph.askAs('STEERING_GROUP', other.id);
    for (const mutation of [
      `withdrawName(termId: "${termId}") { id }`,
      `erasePerson(termId: "${termId}") { id }`,
      `createHolderCode(termId: "${termId}")`,
      `changeHolder(termId: "${termId}", expectedVersion: 2, legalName: "x") { id }`,
      `createTerm(seatId: "${seatId}", words: {}) { id }`,
      `changeSeat(seatId: "${seatId}", expectedVersion: 1, words: { title: "x" }) { id }`,
      `removeSeat(seatId: "${seatId}", expectedVersion: 1)`,
      `createSeat(constituencyId: "${id}", words: {}) { id }`,
      `createMeeting(groupId: "${groupId}", words: { day: "2026-07-01" }) { id }`,
      `removeSteeringGroup(groupId: "${groupId}", expectedVersion: 1)`,
    ])
      await expect(stranger(`mutation { ${mutation} }`), mutation).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
    expect(await readNames()).toEqual(['Canary']);
  });

  test('the place of a meeting, and how to join it, are for members unless marked as public', async () => {
    const { id } = await create('Meeting', 'groupId', groupId, {
      day: '2026-07-15',
      startTime: '17:30',
      endTime: '19:00',
      isPublished: true,
      place: 'Canary hall',
      joiningUrl: 'https://example.org/canary',
    });
    expect(await read()).toMatchObject({
      nextMeeting: { day: '2026-07-15' },
      meetings: [
        {
          day: '2026-07-15',
          startsAt: '2026-07-15T16:30:00.000Z',
          endsAt: '2026-07-15T18:00:00.000Z',
          place: null,
          joiningUrl: null,
          isOver: false,
        },
      ],
    });
    await asSecretary(
      `mutation ($id: ID!) { changeMeeting(meetingId: $id, expectedVersion: 1, words: { isAccessPublic: true }) { id } }`,
      { id },
    );
    expect(await read()).toMatchObject({
      meetings: [{ place: 'Canary hall', joiningUrl: 'https://example.org/canary' }],
    });
  });

  test('a meeting in the hour that the clock leaves out ends after it begins', async () => {
    await create('Meeting', 'groupId', groupId, {
      day: '2027-03-28',
      startTime: '01:30',
      endTime: '02:15',
      isPublished: true,
    });
    expect(await read()).toMatchObject({
      meetings: [{ startsAt: '2027-03-28T01:30:00.000Z', endsAt: '2027-03-28T02:15:00.000Z' }],
    });
  });

  test.each([
    ['a time that is none', { startTime: '25:00' }, /must be a time/],
    ['an end without a beginning', { endTime: '19:00' }, /needs a `startTime`/],
    ['an end before the beginning', { startTime: '19:00', endTime: '17:30' }, /must come after/],
    ['a link that is none', { minutesUrl: 'javascript:alert(1)' }, /web address/],
  ])('a meeting with %s is refused', async (_, words, message) => {
    await expect(create('Meeting', 'groupId', groupId, { day: '2026-07-15', ...words })).rejects.toThrow(
      message,
    );
    expect((await read())?.meetings).toEqual([]);
  });

  test('a meeting is held, and decides, on a day that has come and on none to come', async () => {
    const toCome = {
      extensions: { code: 'INVALID_INPUT' },
      message: expect.stringMatching(/day to come/) as string,
    };
    const meet = (words: object) => create('Meeting', 'groupId', groupId, { isPublished: true, ...words });
    const change = (id: string, version: number, words: object) =>
      asSecretary(
        `mutation ($id: ID!, $version: Int!, $words: MeetingWords!) { changeMeeting(meetingId: $id, expectedVersion: $version, words: $words) { id } }`,
        { id, version, words },
      );
    const decide = (id: string) =>
      asSecretary(`mutation ($id: ID!) { createDecision(meetingId: $id, text: "We agreed.") { id } }`, {
        id,
      });

    await expect(meet({ day: '2026-06-16', state: 'HELD' })).rejects.toMatchObject(toCome);
    const { id } = await meet({ day: '2026-06-16' });
    await expect(change(id, 1, { state: 'HELD' })).rejects.toMatchObject(toCome);
    await expect(decide(id)).rejects.toMatchObject(toCome);
    expect((await read())?.meetings).toMatchObject([{ state: 'PLANNED', decisions: [] }]);

    await change(id, 1, { day: '2026-06-15' });
    await decide(id);
    await expect(change(id, 2, { day: '2026-06-16' })).rejects.toMatchObject(toCome);
    await change(id, 2, { state: 'HELD' });
    expect((await read())?.meetings).toMatchObject([{ state: 'HELD', decisions: [{ text: 'We agreed.' }] }]);
  });

  test.each([
    ['hides', 'withdrawName(termId: $id, andHideSeat: true) { id }'],
    ['is erased', 'erasePerson(termId: $id) { id }'],
    ['has their term removed', 'removeTerm(termId: $id, expectedVersion: 1)'],
  ])(
    'how many took no part stays the same when one of them %s, and a mistake is taken back',
    async (_, mutation) => {
      const { id } = await addConstituency();
      const { termId } = await addHeldSeat(id);
      const meeting = await create('Meeting', 'groupId', groupId, { day: '2026-06-10', isPublished: true });
      const { createDecision } = await asSecretary<{ createDecision: { id: string } }>(
        `mutation ($id: ID!) { createDecision(meetingId: $id, text: "We agreed.") { id } }`,
        { id: meeting.id },
      );
      const readCount = async () => (await read())?.meetings[0]?.decisions[0]?.recusalCount;
      expect(await readCount()).toBe(0);
      const { recordRecusal } = await asSecretary<{
        recordRecusal: { recusals: { uuid: string; term: { id: string } }[] };
      }>(
        `mutation ($id: ID!, $termId: ID!) { recordRecusal(decisionId: $id, termId: $termId, isPublic: true) {
        recusals { uuid term { id } isPublic }
      } }`,
        { id: createDecision.id, termId },
      );
      expect(recordRecusal.recusals).toMatchObject([{ term: { id: termId }, isPublic: true }]);
      expect(await readCount()).toBe(1);
      await asSecretary(`mutation ($id: ID!) { ${mutation} }`, { id: termId });
      expect(await readCount()).toBe(1);

      const uuid = recordRecusal.recusals[0]?.uuid ?? '';
      const remove = `mutation { removeRecusal(uuid: "${uuid}") }`;
      await expect(graph.askAs('STEERING_GROUP', other.id)(remove)).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
      expect(await asSecretary(remove)).toEqual({ removeRecusal: true });
      expect(await readCount()).toBe(0);
    },
  );

  test('a decision carries the agreed view of a report, which names the meeting', async () => {
    const [action] = await addActions(graph, await addPlan(graph, council), [
      { reports: [{ publishedAt: new Date('2026-06-01T00:00:00Z') }] },
    ]);
    const report = await graph.management.read.report.findFirstOrThrow({
      where: { actionId: action?.id ?? '' },
    });
    const meeting = await create('Meeting', 'groupId', groupId, {
      day: '2026-06-10',
      state: 'HELD',
      isPublished: true,
    });
    const { createDecision } = await asSecretary<{ createDecision: { id: string } }>(
      `mutation ($id: ID!) { createDecision(meetingId: $id, text: "We looked at the first report.") { id } }`,
      { id: meeting.id },
    );
    await asSecretary(`mutation ($input: RecordGroupViewInput!) { recordGroupView(input: $input) { id } }`, {
      input: {
        reportId: idOf('Report', report.id),
        expectedVersion: 0,
        view: 'PARTLY_AGREES',
        assessedOn: '2026-06-10',
        decisionId: createDecision.id,
      },
    });
    expect((await read())?.meetings).toMatchObject([
      { decisions: [{ text: 'We looked at the first report.', assessedActions: [{ ref: '1.1' }] }] },
    ]);
    const tracker = `{ council(slug: "${slug}") { plan(slug: "2026-2029") { action(ref: "1.1") {
      groupAssessment { view meeting { day uuid } }
    } } } }`;
    expect(await graph.ask(tracker)).toMatchObject({
      council: {
        plan: { action: { groupAssessment: { view: 'PARTLY_AGREES', meeting: { day: '2026-06-10' } } } },
      },
    });
    await asSecretary(
      `mutation ($id: ID!) { changeMeeting(meetingId: $id, expectedVersion: 1, words: { isPublished: false }) { id } }`,
      { id: meeting.id },
    );
    expect(await graph.ask(tracker)).toMatchObject({
      council: { plan: { action: { groupAssessment: { view: 'PARTLY_AGREES', meeting: null } } } },
    });
  });

  test('asks the database as often for fifty seats as for five', async () => {
    const { id } = await addConstituency();
    for (let i = 0; i < 5; i += 1) await addHeldSeat(id, {}, `Name ${i}`);
    const query = `{ council(slug: "${slug}") { steeringGroup { ${groupFields} } } }`;
    const few = await graph.countStatements(query, {});
    for (let i = 0; i < 15; i += 1) await addHeldSeat(id);
    expect(await graph.countStatements(query, {})).toBe(few);
    expect(few).toBeLessThan(6);
  });
});
