import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCouncil, addServices, type Graph, idOf, startGraph } from '../testing.ts';

const canary = 'Hidden Lane 17';

describe.each(engines)('the directory of services, on %s', (engine) => {
  let graph: Graph;
  let council: { id: string };
  let services: Awaited<ReturnType<typeof addServices>>;

  beforeAll(async () => {
    graph = await startGraph(engine);
    await graph.setClock('2026-03-10T10:30:00Z');
    council = await addCouncil(graph, 'ashby');
    services = await addServices(graph, council, [
      {
        slug: 'hub',
        name: 'Welcome hub',
        hours: 'SCHEDULED',
        languages: ['ti', 'ar'],
        contacts: [
          { kind: 'TELEPHONE', value: '020 7946 0000' },
          { kind: 'EMAIL', value: 'hub@fairmead.example' },
        ],
        areas: [{ name: 'The east', outcodes: ['E8', 'E9'] }],
        at: [
          {
            name: 'Town hall',
            address: '1 High Street',
            postcode: 'E8 1EA',
            latitude: 51.545,
            longitude: -0.055,
          },
        ],
        schedules: [
          { weekdays: [2], opensAt: '13:00', closesAt: '17:00' },
          { weekdays: [2], opensAt: '09:00', closesAt: '12:00' },
        ],
        exceptions: [{ firstDay: new Date('2026-03-17'), lastDay: new Date('2026-03-17'), note: 'Training' }],
        translations: [{ language: 'ar', field: 'name', text: 'مركز الترحيب' }],
        notice: 'Closed for painting soon.',
        noticeFrom: new Date('2026-03-09'),
        noticeUntil: new Date('2026-03-11'),
        lastCheckedOn: new Date('2025-09-10'),
        isUrgent: true,
      },
      {
        slug: 'refuge',
        name: 'A safe house',
        by: { name: 'Quiet House', withholdsTimes: true },
        hours: 'SCHEDULED',
        at: [{ kind: 'ON_CONTACT', name: 'The refuge' }],
        schedules: [{ weekdays: [1], opensAt: '06:06', closesAt: '07:07' }],
        hoursNote: 'Telephone first.',
        lastCheckedOn: new Date('2025-03-09'),
      },
      { slug: 'over', name: 'Over', state: 'ENDED', by: { name: 'Gone' } },
      {
        slug: 'draft',
        name: 'A draft',
        by: { name: 'Nobody yet' },
        isPublished: false,
        at: [{ name: canary, address: canary }],
        languages: ['so'],
        schedules: [{ weekdays: [1], opensAt: '09:00', closesAt: '10:00' }],
      },
    ]);
  });
  afterAll(() => graph.close());

  const everything = `uuid slug name summary hours hoursNote state languages { language } contacts { kind value }
    areas { name outcodes } organisation { name } notice noticeUntil lastCheckedOn freshness
    locations { location { name kind address postcode latitude longitude directions }
      schedules { weekdays opensAt closesAt } exceptions { firstDay lastDay isClosed note } }
    schedules { opensAt } exceptions { firstDay }
    opening { isOpen until isByAppointment next { day opensAt closesAt } }
    translations(language: "ar") { field text } council { slug } isExample`;

  const askAll = () =>
    graph.ask<{ council: { allServices: { slug: string }[] } }>(
      `{ council(slug: "ashby") { allServices { ${everything} } } }`,
    );

  test('shows each service with all that a person needs to know', async () => {
    const { council: found } = await askAll();
    expect(found.allServices.map(({ slug }) => slug)).toEqual(['refuge', 'hub']);
    expect(found.allServices[1]).toEqual({
      uuid: services[0]?.id,
      slug: 'hub',
      name: 'Welcome hub',
      summary: 'Help.',
      hours: 'SCHEDULED',
      hoursNote: null,
      state: 'RUNNING',
      languages: [{ language: 'ar' }, { language: 'ti' }],
      contacts: [
        { kind: 'TELEPHONE', value: '020 7946 0000' },
        { kind: 'EMAIL', value: 'hub@fairmead.example' },
      ],
      areas: [{ name: 'The east', outcodes: ['E8', 'E9'] }],
      organisation: { name: 'Fairmead Welcome' },
      notice: 'Closed for painting soon.',
      noticeUntil: '2026-03-11',
      lastCheckedOn: '2025-09-10',
      freshness: 'FRESH',
      locations: [
        {
          location: {
            name: 'Town hall',
            kind: 'PLACE',
            address: '1 High Street',
            postcode: 'E8 1EA',
            latitude: 51.545,
            longitude: -0.055,
            directions: null,
          },
          schedules: [
            { weekdays: [2], opensAt: '09:00', closesAt: '12:00' },
            { weekdays: [2], opensAt: '13:00', closesAt: '17:00' },
          ],
          exceptions: [{ firstDay: '2026-03-17', lastDay: '2026-03-17', isClosed: true, note: 'Training' }],
        },
      ],
      schedules: [],
      exceptions: [],
      opening: {
        isOpen: true,
        until: '12:00',
        isByAppointment: false,
        next: { day: '2026-03-10', opensAt: '13:00', closesAt: '17:00' },
      },
      translations: [{ field: 'name', text: 'مركز الترحيب' }],
      council: { slug: 'ashby' },
      isExample: false,
    });
  });

  test('tells no times of an organisation that withholds them, and nothing of where a refuge is', async () => {
    const { council: found } = await askAll();
    expect(found.allServices[0]).toMatchObject({
      hours: 'WITHHELD',
      hoursNote: 'Telephone first.',
      freshness: 'OVER_A_YEAR',
      opening: null,
      schedules: [],
      locations: [
        {
          schedules: [],
          location: {
            name: 'The refuge',
            kind: 'ON_CONTACT',
            address: null,
            postcode: null,
            latitude: null,
            longitude: null,
          },
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('06:06');
  });

  test('shows nothing of what is not published, by whatever way it is asked for', async () => {
    const draft = services[3];
    const text = JSON.stringify(
      await graph.ask(
        `query ($service: ID!, $organisation: ID!, $uuid: String!, $body: String!) {
          node(id: $service) { id } other: node(id: $organisation) { id }
          council(slug: "ashby") {
            a: service(slug: "draft") { name } b: service(slug: $uuid) { name } organisation(uuid: $body) { name }
            servingOrganisations { name services { name } } allServices { ${everything} }
            urgentServices { name } organisations { name } places { code } missedHelp { count }
            changes(first: 100) { edges { node { noun recordUuid } } }
          }
        }`,
        {
          service: idOf('Service', draft?.id ?? ''),
          organisation: idOf('Organisation', draft?.organisation.id ?? ''),
          uuid: draft?.id,
          body: draft?.organisation.id,
        },
      ),
    );
    for (const hidden of [canary, 'A draft', 'Nobody yet', draft?.id ?? '?', draft?.organisation.id ?? '?'])
      expect(text).not.toContain(hidden);
    expect(JSON.parse(text)).toMatchObject({
      node: null,
      other: null,
      council: { a: null, b: null, organisation: null, urgentServices: [{ name: 'Welcome hub' }] },
    });
  });

  test('finds a service by its short name and by its identifier, also when it has ended', async () => {
    const ask = (slug: string) =>
      graph.ask('query ($slug: String!) { council(slug: "ashby") { service(slug: $slug) { name state } } }', {
        slug,
      });
    const over = { council: { service: { name: 'Over', state: 'ENDED' } } };
    expect(await ask('over')).toEqual(over);
    expect(await ask(services[2]?.id ?? '')).toEqual(over);
    expect(await ask('nothing')).toEqual({ council: { service: null } });
  });

  test('an organisation shows its services, its things and how to reach it', async () => {
    await graph.management.write('COUNCIL_OFFICER', (tx) =>
      tx.organisation.update({
        where: { id: services[0]?.organisation.id ?? '' },
        data: { email: 'us@fairmead.example', thingsWanted: 'Coats', thingsNotWanted: 'Beds' },
      }),
    );
    expect(
      await graph.ask(
        `query ($uuid: String!) { council(slug: "ashby") {
          organisation(uuid: $uuid) { name email thingsWanted thingsNotWanted withholdsTimes services { slug } }
          servingOrganisations { name }
        } }`,
        { uuid: services[0]?.organisation.id },
      ),
    ).toEqual({
      council: {
        organisation: {
          name: 'Fairmead Welcome',
          email: 'us@fairmead.example',
          thingsWanted: 'Coats',
          thingsNotWanted: 'Beds',
          withholdsTimes: false,
          services: [{ slug: 'hub' }],
        },
        servingOrganisations: [{ name: 'Fairmead Welcome' }, { name: 'Quiet House' }],
      },
    });
  });

  test('gives a device what it needs to search: bank holidays, words of one meaning, places nearby', async () => {
    const { council: found } = await graph.ask<{
      council: { bankHolidays: string[]; synonyms: string[][]; places: { code: string; kind: string }[] };
    }>('{ council(slug: "ashby") { bankHolidays synonyms places { code kind latitude longitude } } }');
    expect(found.bankHolidays).toContain('2026-12-25');
    expect(found.synonyms.length).toBeGreaterThan(20);
    expect(found.places[0]).toMatchObject({ code: 'E8', kind: 'OUTCODE' });
    expect(found.places.length).toBeGreaterThan(50);
  });

  test('a notice is gone when its days are over', async () => {
    await graph.setClock('2026-03-12T10:30:00Z');
    expect(
      await graph.ask('{ council(slug: "ashby") { service(slug: "hub") { notice noticeUntil freshness } } }'),
    ).toEqual({ council: { service: { notice: null, noticeUntil: null, freshness: 'OVER_SIX_MONTHS' } } });
    await graph.setClock('2026-03-10T10:30:00Z');
  });

  test('what is open is told by the clock on the wall, in the nights of clock changes too', async () => {
    const night = await addCouncil(graph, 'night');
    await addServices(graph, night, [
      {
        slug: 'shelter',
        hours: 'SCHEDULED',
        schedules: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '22:00', closesAt: '02:30' }],
      },
    ]);
    const ask = async (moment: string) => {
      await graph.setClock(moment);
      const { council: found } = await graph.ask<{ council: { service: { opening: object } } }>(
        '{ council(slug: "night") { service(slug: "shelter") { opening { isOpen until next { day opensAt } } } } }',
      );
      return found.service.opening;
    };
    // In spring the clock goes from 00:59 to 02:00, in autumn it shows 01:00 to 01:59 twice.
    expect(await ask('2026-03-29T00:59:00Z')).toMatchObject({ isOpen: true, until: '02:30' });
    expect(await ask('2026-03-29T01:29:00Z')).toMatchObject({ isOpen: true, until: '02:30' });
    expect(await ask('2026-03-29T01:30:00Z')).toEqual({
      isOpen: false,
      until: null,
      next: { day: '2026-03-29', opensAt: '22:00' },
    });
    expect(await ask('2026-10-25T02:29:00Z')).toMatchObject({ isOpen: true, until: '02:30' });
    expect(await ask('2026-10-25T02:31:00Z')).toMatchObject({ isOpen: false });
    await graph.setClock('2026-03-10T10:30:00Z');
  });

  test('of more than 500 services a device is not given all', async () => {
    const large = await addCouncil(graph, 'large');
    const { organisationId } = (await addServices(graph, large, [{ slug: 'first' }]))[0] ?? {
      organisationId: '',
    };
    const add = (from: number, to: number) =>
      graph.management.write('COUNCIL_OFFICER', (tx) =>
        tx.service.createMany({
          data: Array.from({ length: to - from }, (_, index) => ({
            councilId: large.id,
            organisationId,
            slug: `s-${from + index}`,
            name: `Service ${from + index}`,
            summary: 'Help.',
            categories: ['FOOD' as const],
            isPublished: true,
          })),
        }),
      );
    const count = async () =>
      (
        await graph.ask<{ council: { allServices: object[] | null } }>(
          '{ council(slug: "large") { allServices { slug } } }',
        )
      ).council.allServices?.length;
    await add(1, 500);
    expect(await count()).toBe(500);
    const parts = await graph.ask<{ council: Record<string, { slug: string }[]> }>(
      '{ council(slug: "large") { first: allServices(count: 200) { slug } rest: allServices(from: 200) { slug } none: allServices(from: 500) { slug } } }',
    );
    const { first = [], rest = [], none } = parts.council;
    expect([first.length, rest.length, none]).toEqual([200, 300, []]);
    expect(new Set([...first, ...rest].map(({ slug }) => slug)).size).toBe(500);
    await add(500, 501);
    expect(await count()).toBeUndefined();
  });

  test.each([
    ['from: -1', '`from` may be from 0 to 500'],
    ['from: 501', '`from` may be from 0 to 500'],
    ['count: 0', '`count` may be from 1 to 500'],
    ['count: 501', '`count` may be from 1 to 500'],
  ])('no part of all services is beyond them: %s', async (part, message) => {
    await expect(graph.ask(`{ council(slug: "ashby") { allServices(${part}) { slug } } }`)).rejects.toThrow(
      message,
    );
  });

  test('takes as many statements for many services as for few', async () => {
    const query = `query ($council: String!) { council(slug: $council) {
      allServices { ${everything} } synonyms bankHolidays places { code } urgentServices { slug } servingOrganisations { name services { slug } }
    } }`;
    const few = await addCouncil(graph, 'few');
    const many = await addCouncil(graph, 'many');
    const given = {
      hours: 'SCHEDULED' as const,
      at: [{ name: 'There', latitude: 51.5, longitude: 0 }],
      schedules: [{ weekdays: [2], opensAt: '09:00', closesAt: '12:00' }],
      languages: ['ar'],
    };
    await addServices(
      graph,
      few,
      Array.from({ length: 5 }, (_, index) => ({ ...given, slug: `s-${index}` })),
    );
    await addServices(
      graph,
      many,
      Array.from({ length: 50 }, (_, index) => ({
        ...given,
        slug: `s-${index}`,
        by: { name: `Body ${index % 7}` },
      })),
    );
    const counts = [
      await graph.countStatements(query, { council: 'few' }),
      await graph.countStatements(query, { council: 'many' }),
    ];
    expect(counts[1]).toBe(counts[0]);
    expect(counts[1]).toBeLessThan(12);
  });
});
