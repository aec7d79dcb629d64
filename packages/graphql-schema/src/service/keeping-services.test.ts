import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCouncil, type Graph, idOf, startGraph } from '../testing.ts';

interface Kept {
  id: string;
  uuid: string;
  version: number;
}

describe.each(engines)('keeping the directory, on %s', (engine) => {
  let graph: Graph;
  let ashby: { id: string };
  let elsewhere: { id: string };
  let asOfficer: ReturnType<Graph['askAs']>;
  let organisation: Kept;
  let made = 0;

  beforeAll(async () => {
    graph = await startGraph(engine);
    await graph.setClock('2026-03-10T10:30:00Z');
    ashby = await addCouncil(graph, 'ashby');
    elsewhere = await addCouncil(graph, 'elsewhere');
    asOfficer = graph.askAs('COUNCIL_OFFICER', ashby.id);
    organisation = await change('createOrganisation', 'councilId: ID!, words: OrganisationWords!', {
      councilId: idOf('Council', ashby.id),
      words: { name: 'Fairmead Welcome', kind: 'CHARITY', email: 'us@fairmead.example' },
    });
  });
  afterAll(() => graph.close());

  /** Does one change and gives what it answers. */
  async function change<Answer = Kept>(
    name: string,
    types: string,
    given: Record<string, unknown>,
    fields = '{ id uuid version }',
    ask = asOfficer,
  ): Promise<Answer> {
    const variables = types.split(', ').map((each) => `$${each}`);
    const passed = Object.keys(given).map((key) => `${key}: $${key}`);
    const answer = await ask<Record<string, Answer>>(
      `mutation (${variables.join(', ')}) { ${name}(${passed.join(', ')}) ${fields} }`,
      given,
    );
    return answer[name] as Answer;
  }

  const ofService = 'serviceId: ID!, expectedVersion: Int!';

  const words = () => {
    made += 1;
    return {
      slug: `service-${made}`,
      name: 'English for all',
      summary: 'Classes.',
      categories: ['ENGLISH_CLASSES'],
      isPublished: true,
    };
  };

  const createService = (given: object = {}, fields?: string, ask = asOfficer) =>
    change(
      'createService',
      'organisationId: ID!, words: ServiceWords!',
      {
        organisationId: organisation.id,
        words: { ...words(), ...given },
      },
      fields,
      ask,
    );

  const changeService = (service: Kept, given: object, fields?: string) =>
    change(
      'changeService',
      `${ofService}, words: ServiceWords!`,
      { serviceId: service.id, expectedVersion: service.version, words: given },
      fields,
    );

  const createLocation = (given: object, ask = asOfficer) =>
    change(
      'createLocation',
      'councilId: ID!, words: LocationWords!',
      { councilId: idOf('Council', ashby.id), words: given },
      '{ id uuid version kind postcode address }',
      ask,
    );

  const place = (
    service: Kept,
    location: Kept,
    fields = '{ id uuid version locations { note location { name } } }',
  ) =>
    change(
      'placeService',
      `${ofService}, locationId: ID!, note: String`,
      { serviceId: service.id, expectedVersion: service.version, locationId: location.id, note: 'Side door' },
      fields,
    );

  const addSchedule = (service: Kept, given: object, location?: Kept) =>
    change('createSchedule', `serviceId: ID!, ${location ? 'locationId: ID!, ' : ''}words: ScheduleWords!`, {
      serviceId: service.id,
      ...(location ? { locationId: location.id } : {}),
      words: given,
    });

  test('a service with its languages, contacts and areas is added in one go, and changed list by list', async () => {
    const fields =
      '{ id uuid version languages { language note } contacts { kind value } areas { name outcodes } }';
    const service = await createService(
      {
        languages: [{ language: 'ti', note: 'Mondays' }, { language: 'ar' }],
        contacts: [
          { kind: 'TELEPHONE', value: '020 7946 0000' },
          { kind: 'EMAIL', value: 'us@fairmead.example' },
        ],
        areas: [{ name: 'East', outcodes: ['e8', ' E9'] }],
      },
      fields,
    );
    expect(service).toMatchObject({
      version: 1,
      languages: [
        { language: 'ar', note: null },
        { language: 'ti', note: 'Mondays' },
      ],
      contacts: [
        { kind: 'TELEPHONE', value: '020 7946 0000' },
        { kind: 'EMAIL', value: 'us@fairmead.example' },
      ],
      areas: [{ name: 'East', outcodes: ['E8', 'E9'] }],
    });
    const changed = await changeService(
      service,
      { languages: [{ language: 'so' }], summary: 'More.' },
      fields,
    );
    expect(changed).toMatchObject({
      version: 2,
      languages: [{ language: 'so', note: null }],
      areas: [{ name: 'East' }],
    });
  });

  test('a list that says the same is no change in the record', async () => {
    const areas = [{ name: 'East', outcodes: ['E8'] }];
    const service = await createService({ areas, languages: [{ language: 'ar' }] });
    const countParts = () =>
      graph.management.read.change.count({ where: { noun: { in: ['ServiceArea', 'ServiceLanguage'] } } });
    const before = await countParts();
    await changeService(service, { areas, languages: [{ language: 'ar' }] });
    expect(await countParts()).toBe(before);
  });

  test('immigration advice without a regulator is refused, with the way out', async () => {
    const advice = { categories: ['IMMIGRATION_ADVICE'] };
    await expect(createService(advice)).rejects.toThrow('`regulator` and `regulatorNumber` are needed');
    await expect(createService({ ...advice, regulator: 'IAA' })).rejects.toThrow('are needed');
    const service = await createService({ ...advice, regulator: 'IAA', regulatorNumber: 'F201' });
    await expect(changeService(service, { regulatorNumber: null })).rejects.toThrow('are needed');
    await expect(changeService(service, { regulatorNumber: '\u200B' })).rejects.toThrow('may not be empty');
    await changeService(service, { regulatorNumber: null, categories: ['ADVICE'] });
  });

  test.each([
    [{ minimumAge: 18, maximumAge: 17 }, '`minimumAge` may not be above'],
    [{ categories: [] }, 'at least one'],
    [{ categories: ['FOOD', 'FOOD'] }, 'twice'],
    [{ hours: 'WITHHELD' }, '`withholdsTimes`'],
    [{ contacts: [{ kind: 'EMAIL', value: 'nobody' }] }, 'e-mail address'],
    [{ contacts: [{ kind: 'WEB', value: 'javascript:alert(1)' }] }, 'web address'],
    [{ contacts: [{ kind: 'WHATSAPP', value: 'hello' }] }, 'telephone number'],
    [{ areas: [{ name: 'East', outcodes: ['E8 1EA'] }] }, 'first halves'],
    [{ languages: [{ language: 'ar' }, { language: 'ar' }] }, 'twice'],
    [{ noticeFrom: '2026-03-02', noticeUntil: '2026-03-01' }, '`noticeFrom`'],
    [{ waitingWeeks: -1 }, 'from 0 to 520'],
    [{ slug: 'service-1' }, 'already'],
    [{ slug: 'missing' }, 'is the address of something else'],
    [{ slug: '00000000-0000-4000-8000-000000000000' }, 'is the address of something else'],
    [{ name: '\u200B\u2060' }, '`name` may not be empty'],
    [{ contacts: [{ kind: 'EMAIL', value: 'help@ashby.example?subject=hello' }] }, 'e-mail address'],
  ])('what cannot be is refused in words: %j', async (given, message) => {
    await expect(createService(given)).rejects.toThrow(message);
  });

  test('somebody who read an older version is told of the newer one', async () => {
    const service = await createService();
    await changeService(service, { summary: 'One.' });
    await expect(changeService(service, { summary: 'Other.' })).rejects.toMatchObject({
      extensions: { code: 'CONFLICT', currentVersion: 2 },
    });
  });

  test('a check is dated today, at the council', async () => {
    const service = await createService();
    expect(
      await change(
        'confirmService',
        `${ofService}, checkedBy: CheckerKind!`,
        { serviceId: service.id, expectedVersion: 1, checkedBy: 'ORGANISATION' },
        '{ lastCheckedOn checkedBy freshness version }',
      ),
    ).toEqual({ lastCheckedOn: '2026-03-10', checkedBy: 'ORGANISATION', freshness: 'FRESH', version: 2 });
  });

  test('a place that is told on contact has nothing by which it could be found', async () => {
    await expect(createLocation({ kind: 'ON_CONTACT', postcode: 'E8 1EA' })).rejects.toThrow(
      'Take away: postcode',
    );
    await expect(createLocation({ latitude: 51.5 })).rejects.toThrow('belong together');
    const location = await createLocation({
      name: 'Hall',
      address: '1 High Street',
      postcode: 'e81ea',
      latitude: 51.5,
      longitude: 0,
      directions: 'Left',
    });
    expect(location).toMatchObject({ postcode: 'E8 1EA', address: '1 High Street' });
    const types = 'locationId: ID!, expectedVersion: Int!, words: LocationWords!';
    const fields = '{ id version kind name address postcode latitude longitude directions }';
    expect(
      await change(
        'changeLocation',
        types,
        { locationId: location.id, expectedVersion: 1, words: { kind: 'ON_CONTACT' } },
        fields,
      ),
    ).toEqual({
      id: location.id,
      version: 2,
      kind: 'ON_CONTACT',
      name: null,
      address: null,
      postcode: null,
      latitude: null,
      longitude: null,
      directions: null,
    });
    await expect(
      change('changeLocation', types, {
        locationId: location.id,
        expectedVersion: 2,
        words: { address: 'Here' },
      }),
    ).rejects.toThrow('Take away: address');
  });

  test('when a place is told on contact from now on, no words tell where it is either', async () => {
    const service = await createService();
    const location = await createLocation({
      name: 'Rose Lane chapel',
      accessibilityNote: 'Ramp in Rose Lane',
    });
    await place(service, location);
    const become = (version: number, given: object) =>
      change(
        'changeLocation',
        'locationId: ID!, expectedVersion: Int!, words: LocationWords!',
        { locationId: location.id, expectedVersion: version, words: given },
        '{ version }',
      );
    const look = async () =>
      (
        await graph.ask<{ council: { service: { locations: object[] } } }>(
          `query ($uuid: String!) { council(slug: "ashby") { service(slug: $uuid) {
            locations { note location { kind name accessibilityNote } }
          } } }`,
          { uuid: service.uuid },
        )
      ).council.service.locations;
    await become(1, { kind: 'ON_CONTACT' });
    const nowhere = { kind: 'ON_CONTACT', name: null, accessibilityNote: null };
    expect(await look()).toEqual([{ note: null, location: nowhere }]);
    await become(2, { name: 'Told when you call' });
    await become(3, { kind: 'ON_CONTACT', language: 'en' });
    expect(await look()).toEqual([{ note: null, location: { ...nowhere, name: 'Told when you call' } }]);
  });

  test('a service is placed, gets its times there and elsewhere, and leaves', async () => {
    const service = await createService({ hours: 'SCHEDULED' });
    const location = await createLocation({ name: 'Hall' });
    const placed = await place(service, location);
    expect(placed).toMatchObject({
      version: 2,
      locations: [{ note: 'Side door', location: { name: 'Hall' } }],
    });
    const times = { weekdays: [2], opensAt: '09:00', closesAt: '12:00' };
    const session = await addSchedule(placed, times, location);
    await addSchedule(placed, { frequency: 'MONTHLY', monthDays: [1], opensAt: '22:00', closesAt: '02:00' });
    await change('createScheduleException', 'serviceId: ID!, words: ScheduleExceptionWords!', {
      serviceId: service.id,
      words: { firstDay: '2026-03-17', note: 'Holiday' },
    });
    const look = async () =>
      (
        await graph.ask<{ council: { service: object } }>(
          `query ($uuid: String!) { council(slug: "ashby") { service(slug: $uuid) {
            locations { schedules { opensAt } } schedules { frequency monthDays } exceptions { firstDay lastDay isClosed }
          } } }`,
          { uuid: service.uuid },
        )
      ).council.service;
    expect(await look()).toEqual({
      locations: [{ schedules: [{ opensAt: '09:00' }] }],
      schedules: [{ frequency: 'MONTHLY', monthDays: [1] }],
      exceptions: [{ firstDay: '2026-03-17', lastDay: '2026-03-17', isClosed: true }],
    });
    expect(
      await change(
        'changeSchedule',
        'scheduleId: ID!, expectedVersion: Int!, words: ScheduleWords!',
        { scheduleId: session.id, expectedVersion: 1, words: { opensAt: '10:00' } },
        '{ opensAt version }',
      ),
    ).toEqual({ opensAt: '10:00', version: 2 });
    await change('unplaceService', `${ofService}, locationId: ID!`, {
      serviceId: service.id,
      expectedVersion: 2,
      locationId: location.id,
    });
    expect(await look()).toMatchObject({ locations: [], schedules: [{ frequency: 'MONTHLY' }] });
    expect(await change('removeService', ofService, { serviceId: service.id, expectedVersion: 3 }, '')).toBe(
      true,
    );
    expect(await look()).toBeNull();
  });

  test.each([
    [{ opensAt: '9:00', closesAt: '12:00', weekdays: [1] }, 'such as 17:30'],
    [{ opensAt: '09:00', closesAt: '12:00' }, 'at least one of the `weekdays`'],
    [{ opensAt: '09:00', closesAt: '12:00', weekdays: [8] }, '1 for Monday'],
    [{ opensAt: '09:00', closesAt: '12:00', weekdays: [1], frequency: 'FORTNIGHTLY' }, '`firstOn`'],
    [{ opensAt: '09:00', closesAt: '12:00', weekdays: [1], frequency: 'MONTHLY' }, '`weekOfMonth`'],
    [{ opensAt: '09:00', closesAt: '12:00', monthDays: [32], frequency: 'MONTHLY' }, 'from 1 to 31'],
    [
      { opensAt: '09:00', closesAt: '12:00', weekdays: [1], firstOn: '2026-02-01', lastOn: '2026-01-01' },
      '`firstOn` may not come after',
    ],
  ])('times that cannot be are refused in words: %j', async (given, message) => {
    const service = await createService();
    await expect(addSchedule(service, given)).rejects.toThrow(message);
  });

  test('a council adds words of one meaning, and leaves those of all alone', async () => {
    const group = await change('createSynonymGroup', 'councilId: ID!, words: [String!]!', {
      councilId: idOf('Council', ashby.id),
      words: ['warm hub', 'warm space'],
    });
    const look = async (slug: string) =>
      (
        await graph.ask<{ council: { synonyms: string[][] } }>(
          'query ($slug: String!) { council(slug: $slug) { synonyms } }',
          { slug },
        )
      ).council.synonyms;
    expect(await look('ashby')).toContainEqual(['warm hub', 'warm space']);
    expect(await look('elsewhere')).not.toContainEqual(['warm hub', 'warm space']);
    const ofAll = await graph.management.read.synonymGroup.findFirst({ where: { councilId: null } });
    await expect(
      change(
        'removeSynonymGroup',
        'groupId: ID!, expectedVersion: Int!',
        { groupId: idOf('SynonymGroup', ofAll?.id ?? organisation.uuid), expectedVersion: 1 },
        '',
        graph.askAs('ADMINISTRATOR'),
      ),
    ).rejects.toThrow('no such group of words');
    await change(
      'removeSynonymGroup',
      'groupId: ID!, expectedVersion: Int!',
      { groupId: group.id, expectedVersion: 1 },
      '',
    );
    expect(await look('ashby')).not.toContainEqual(['warm hub', 'warm space']);
  });

  test('nobody writes for another council, in another role, or across councils', async () => {
    const service = await createService();
    const asStranger = graph.askAs('COUNCIL_OFFICER', elsewhere.id);
    await expect(createService({}, undefined, asStranger)).rejects.toThrow('no such organisation');
    await expect(createLocation({ name: 'Here' }, asStranger)).rejects.toThrow('no such council');
    await expect(
      change('removeService', ofService, { serviceId: service.id, expectedVersion: 1 }, '', asStranger),
    ).rejects.toThrow('no such service');
    await expect(createService({}, undefined, graph.askAs('STEERING_GROUP', ashby.id))).rejects.toThrow(
      'Only these roles',
    );
    const asAdministrator = graph.askAs('ADMINISTRATOR');
    const far = await change(
      'createLocation',
      'councilId: ID!, words: LocationWords!',
      { councilId: idOf('Council', elsewhere.id), words: { name: 'Far away' } },
      undefined,
      asAdministrator,
    );
    await expect(place(service, far)).rejects.toThrow('no such place');
  });

  test('an organisation keeps its name to itself, and may withhold its times', async () => {
    const types = 'organisationId: ID!, expectedVersion: Int!, words: OrganisationWords!';
    await expect(
      change('createOrganisation', 'councilId: ID!, words: OrganisationWords!', {
        councilId: idOf('Council', ashby.id),
        words: { name: 'Fairmead Welcome', kind: 'CHARITY' },
      }),
    ).rejects.toThrow('of this name already');
    const changed = await change(
      'changeOrganisation',
      types,
      {
        organisationId: organisation.id,
        expectedVersion: 1,
        words: { withholdsTimes: true, name: 'Fairmead Welcome' },
      },
      '{ version withholdsTimes }',
    );
    expect(changed).toEqual({ version: 2, withholdsTimes: true });
  });
});
