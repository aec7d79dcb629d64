import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectManagement, connectPublic, type Prisma } from './client.ts';
import { addCouncil } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

type Service = Partial<Prisma.ServiceUncheckedCreateInput>;

interface Parts {
  organisation?: string;
  withholdsTimes?: boolean;
  languages?: string[];
  area?: { name: string; outcodes: string[] };
  /** Latitude and longitude of its places. */
  places?: [number, number][];
  schedules?: Partial<Prisma.ScheduleUncheckedCreateInput>[];
  exceptions?: Partial<Prisma.ScheduleExceptionUncheckedCreateInput>[];
  otherWords?: Record<string, string>;
}

interface Found {
  total: number;
  page: { service: string; metres: number | null; hoursUnknown: boolean; key: string }[];
  hasMore: boolean;
  facets: Record<string, { value: string; count: number }[]>;
  relax: { dimension: string; count: number }[];
}

/** A Tuesday morning in November, in London. */
const now = '2026-11-24T10:00:00Z';

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let visitor: ReturnType<typeof connectPublic>;
  let councils = 0;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    visitor = connectPublic(database.at);
  });

  afterAll(async () => {
    await visitor.close();
    await management.close();
    await database.close();
  });

  /** A council of its own with these services; finds their names in order. */
  async function startCouncil(services: Record<string, Service & Parts>) {
    const { id: councilId } = await management.write('TEST', (tx) => addCouncil(tx, `council-${++councils}`));
    const add = (name: string, given: Service & Parts) =>
      management.write('TEST', (tx) => addService(tx, councilId, name, given));
    for (const [name, given] of Object.entries(services)) await add(name, given);
    const ask = async (filter: object, { at = now, size = 50, after = null as string | null } = {}) => {
      const [row] = await visitor.read.$queryRaw<{ answer: Found }[]>`
        SELECT sanctuary.find_services(${councilId}::uuid, ${JSON.stringify(filter)}::jsonb, ${at}::timestamptz, ${size}::int, ${after}) AS answer`;
      if (!row) throw new Error('Nothing was answered.');
      const rows = await visitor.read.service.findMany({ where: { councilId } });
      const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
      return { ...row.answer, names: row.answer.page.map(({ service }) => nameOf.get(service)) };
    };
    return {
      councilId,
      add,
      ask,
      find: async (filter: object, at = now) => (await ask(filter, { at })).names,
    };
  }

  test.each([
    ['ÉCOLE Łódź İstanbul ISPARTA', 'ecole łodz istanbul isparta'],
    ['Kadıköy', 'kadikoy'],
    ['مُسْتَشَارٌ', 'مستشار'],
    ['إستشارة أحمد آمنة ٱلله', 'استشاره احمد امنه الله'],
    ['کتابخانهٔ ملی', 'كتابخانه ملي'],
    ['می‌خواهم', 'مي خواهم'],
    ['۱۲۳ ٤٥٦', '123 456'],
    ['Їжа й хліб', 'іжа и хліб'],
    ['ሠላም ፀሐይ ዐይን ኀይል', 'ሰላም ጸሀይ አይን ሀይል'],
    ['ትግርኛ፡ ትምህርቲ።', 'ትግርኛ ትምህርቲ'],
    ['বাংলা ক্লাস।', 'বাংলা ক্লাস'],
    ['食物银行，欢迎！', '食物银行 欢迎'],
    ['Soo dhawow, walaal—iska warran?', 'soo dhawow walaal iska warran'],
    ['Ｆｕｌｌ ｗｉｄｔｈ ﬁne', 'full width fine'],
    ['people’s “drop-in” (E8)', 'people s drop in e8'],
  ])('%s is compared as %s', async (text, folded) => {
    const [row] = await visitor.read.$queryRaw<
      { folded: string }[]
    >`SELECT sanctuary.fold(${text}) AS folded`;
    expect(row?.folded).toBe(folded.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, ''));
  });

  test('a word is found in nine languages, by what it means and by how it begins', async () => {
    const { find } = await startCouncil({
      Pantry: { categories: ['FOOD'] },
      'Immigration help': { categories: ['ADVICE'], summary: 'A solicitor listens.' },
      የምግብ: { summary: 'ትምህርቲ እንግሊዝኛ' },
      'Boxes for all': { otherWords: { summary: 'صندوق الملابس الشتوية' } },
      社区中心: { summary: '免费午餐和电脑课程' },
    });
    for (const words of [
      'food',
      'food bank',
      'طعام',
      'غذا',
      'їжа',
      'ምግቢ',
      'cunto',
      'gida bankasi',
      'খাবার',
      '食物',
      '食物銀行',
    ]) {
      expect(await find({ words }), words).toContain('Pantry');
    }
    for (const words of [
      'lawyer',
      'lawyers',
      'محامي',
      'وکیل',
      'адвокат',
      'qareen',
      'avukat',
      'আইনজীবী',
      '律师',
    ]) {
      expect(await find({ words }), words).toEqual(['Immigration help']);
    }
    expect(await find({ words: 'solic' })).toEqual(['Immigration help']);
    expect(await find({ words: 'ESOL' })).toEqual(['የምግብ']);
    expect(await find({ words: 'الصندوق' })).toEqual(['Boxes for all']);
    expect(await find({ words: 'coats' })).toEqual(['Boxes for all']);
    expect(await find({ words: '社区' })).toEqual(['社区中心']);
    expect(await find({ words: '社心' })).toEqual([]);
    expect(await find({ words: 'computer' })).toEqual(['社区中心']);
  });

  test.each([
    ['homelessness', ['Key to the door']],
    ['I need help with my rent, please', ['Key to the door']],
    ['أبحث عن سكن', ['Key to the door']],
    ['racism', ['Stop hate']],
    ['iş arıyorum', ['Job coach']],
    ['work', ['Job coach']],
    ['i want to learn english', ['Words for every day']],
    ['دروس اللغة الإنجليزية', ['Words for every day']],
    ['我想学英语', ['Words for every day']],
    ['domestic violence', []],
    ['Islington is everywhere', ['Refugees of Islington, everywhere']],
  ])('“%s” finds what is meant, and nothing that only begins alike', async (words, names) => {
    const { find } = await startCouncil({
      'Key to the door': { categories: ['HOUSING'] },
      'Evening choir': {},
      'Job coach': {},
      'Stop hate': {},
      'Refugees of Islington, everywhere': { summary: 'This is for all.' },
      'Words for every day': { categories: ['ENGLISH_CLASSES'] },
    });
    expect(await find({ words })).toEqual(names);
  });

  test('the words that say nothing are kept as they are compared', async () => {
    const [row] = await visitor.read.$queryRaw<
      { pattern: string }[]
    >`SELECT sanctuary.idle_pattern() AS pattern`;
    const words = row?.pattern
      .replace(/\[.*?\]/, '')
      .match(/[\p{L}\p{M}]+/gu)
      ?.join(' ');
    const [compared] = await visitor.read.$queryRaw<
      { folded: string }[]
    >`SELECT sanctuary.fold(${words}) AS folded`;
    expect(words).toContain('need');
    expect(compared?.folded).toBe(words);
  });

  test('a word that is nearly right finds the nearest, a short one must be right', async () => {
    const { find } = await startCouncil({
      'Counselling service': {},
      'Harbour club': {},
      'Harper house': {},
      Tea: {},
    });
    expect(await find({ words: 'counseling' })).toEqual(['Counselling service']);
    expect(await find({ words: 'harbor' })).toEqual(['Harbour club']);
    expect(await find({ words: 'harbuur clab' })).toEqual([]);
    expect(await find({ words: 'tae' })).toEqual([]);
    expect(await find({ words: 'the harbour for me' })).toEqual(['Harbour club']);
    expect(await find({ words: '!?' })).toHaveLength(4);
  });

  test('a council’s own words of one meaning count there, and from the moment they are written', async () => {
    const here = await startCouncil({ 'The Ark': {} });
    const elsewhere = await startCouncil({ 'The Ark': {} });
    expect(await here.find({ words: 'hub' })).toEqual([]);
    const { id } = await management.write('TEST', (tx) =>
      tx.synonymGroup.create({ data: { councilId: here.councilId, words: ['hub', 'the ark'] } }),
    );
    expect(await here.find({ words: 'hub' })).toEqual(['The Ark']);
    expect(await elsewhere.find({ words: 'hub' })).toEqual([]);
    await management.write('TEST', (tx) => tx.synonymGroup.delete({ where: { id } }));
    expect(await here.find({ words: 'hub' })).toEqual([]);
  });

  test('who looks for housing finds no homework, and who looks for a home finds housing', async () => {
    const { find } = await startCouncil({
      'Homework club': { summary: 'At home or in the hall.' },
      'Rent advice': {},
    });
    expect(await find({ words: 'housing' })).toEqual(['Rent advice']);
    expect(await find({ words: 'a home' })).toEqual(['Homework club', 'Rent advice']);
    expect(await find({ words: 'rent today, for free' })).toEqual(['Rent advice']);
  });

  test('a slip leads to what has synonyms before what just stands somewhere', async () => {
    const { find } = await startCouncil({ 'Help from solicitors': {}, 'Come later': {} });
    expect(await find({ words: 'lawer' })).toEqual(['Help from solicitors']);
    expect(await find({ words: 'laywer' })).toEqual(['Help from solicitors']);
    expect(await find({ words: 'latre' })).toEqual(['Come later']);
  });

  test('holidays on a Saturday or Sunday are kept on the day itself and on its substitute', async () => {
    const { find } = await startCouncil({
      'Every day': {
        hours: 'SCHEDULED',
        schedules: [
          { frequency: 'WEEKLY', weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '10:00', closesAt: '13:00' },
        ],
      },
    });
    const open: string[] = [];
    for (const day of ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'])
      if ((await find({ openNow: true }, `${day}T11:00:00Z`)).length > 0) open.push(day);
    expect(open).toEqual(['2026-12-24', '2026-12-27', '2026-12-29']);
  });

  const one = { categories: ['FOOD' as const] };
  test.each<[string, object, Service & Parts, Service & Parts]>([
    ['category', { categories: ['FOOD'] }, { categories: ['MONEY', 'FOOD'] }, { categories: ['MONEY'] }],
    ['language', { languages: ['ti', 'so'] }, { languages: ['en', 'ti'] }, { languages: ['en'] }],
    [
      'language or interpreter',
      { languages: ['ti'], orInterpreter: true },
      { languages: ['en'], interpreters: 'ON_REQUEST' },
      { languages: ['en'], interpreters: 'ON_REQUEST', interpreterLanguages: ['ar'] },
    ],
    [
      'interpreter',
      { interpreterLanguage: 'ti' },
      { interpreters: 'ALWAYS', interpreterLanguages: ['ti'] },
      { interpreters: 'NONE', interpreterLanguages: ['ti'] },
    ],
    [
      'who can use it',
      { who: 'REFUGEES' },
      { eligibleGroups: ['ANYONE'] },
      { eligibleGroups: ['RESETTLEMENT_SCHEMES'] },
    ],
    ['age', { age: 17 }, { minimumAge: 11, maximumAge: 17 }, { minimumAge: 18 }],
    ['women only', { isWomenOnly: true }, { isWomenOnly: true }, {}],
    ['cost', { free: true }, { cost: 'FREE' }, { cost: 'UNKNOWN' }],
    ['mode', { modes: ['ONLINE'] }, { modes: ['IN_PERSON', 'ONLINE'] }, { modes: ['IN_PERSON'] }],
    ['way in', { access: ['DROP_IN'] }, { access: ['DROP_IN'] }, { access: ['REFERRAL'] }],
    ['papers', { noPapers: true }, { asksForPapers: 'NO' }, { asksForPapers: 'SOMETIMES' }],
    [
      'last check',
      { checkedWithinMonths: 6 },
      { lastCheckedOn: new Date('2026-05-24') },
      { lastCheckedOn: new Date('2026-05-23') },
    ],
    [
      'area served',
      { area: 'e8' },
      { area: { name: 'Dalston', outcodes: ['E8'] } },
      { area: { name: 'Hoxton', outcodes: ['N1'] } },
    ],
    [
      'distance',
      { near: { latitude: 51.5, longitude: 0 }, withinMetres: 2000 },
      {
        places: [
          [51.6, 0],
          [51.51, 0],
        ],
      },
      { places: [[51.52, 0]] },
    ],
    [
      'day',
      { day: 3 },
      { hours: 'SCHEDULED', schedules: [{ weekdays: [3] }] },
      { hours: 'SCHEDULED', schedules: [{ weekdays: [2] }] },
    ],
    ['state', {}, { state: 'FULL' }, { state: 'ENDED' }],
  ])('the filter by %s keeps what it should and nothing else', async (_, filter, kept, left) => {
    const { find } = await startCouncil({ kept: { ...one, ...kept }, left: { ...one, ...left } });
    expect(await find(filter)).toEqual(['kept']);
    expect(await find({ includeEnded: true })).toHaveLength(2);
  });

  test('an organisation’s services are found by its identifier and its name', async () => {
    const { find, councilId } = await startCouncil({
      Ours: { organisation: 'Lantern' },
      Theirs: { organisation: 'Bridge' },
    });
    const { id } = await visitor.read.organisation.findFirstOrThrow({
      where: { councilId, name: 'Lantern' },
    });
    expect(await find({ organisation: id })).toEqual(['Ours']);
    expect(await find({ words: 'lantern' })).toEqual(['Ours']);
    await management.write('TEST', (tx) =>
      tx.organisation.update({ where: { id }, data: { name: 'Beacon' } }),
    );
    expect(await find({ words: 'lantern' })).toEqual([]);
    expect(await find({ words: 'beacon' })).toEqual(['Ours']);
  });

  test('facets count what choosing them would find, and relaxing what leaving one out would', async () => {
    const { ask } = await startCouncil({
      a: { categories: ['FOOD'], languages: ['ti'], cost: 'FREE' },
      b: { categories: ['FOOD', 'MONEY'], languages: ['ar'], cost: 'FREE' },
      c: { categories: ['MONEY'], languages: ['ti'], cost: 'FREE' },
      d: { categories: ['HOUSING'], languages: ['ar'], cost: 'PAID' },
    });
    const filter = { categories: ['FOOD'], languages: ['ti'], free: true };
    const { names, facets, relax, total } = await ask(filter);
    expect([names, total]).toEqual([['a'], 1]);
    expect(facets['categories']).toEqual([
      { value: 'FOOD', count: 1 },
      { value: 'MONEY', count: 1 },
    ]);
    expect(facets['languages']).toEqual([
      { value: 'ar', count: 1 },
      { value: 'ti', count: 1 },
    ]);
    expect(facets['cost']).toEqual([{ value: 'FREE', count: 1 }]);
    for (const { value, count } of facets['categories'] ?? []) {
      expect((await ask({ ...filter, categories: [value] })).total, value).toBe(count);
    }
    expect(relax).toEqual([
      { dimension: 'CATEGORY', count: 1 },
      { dimension: 'LANGUAGE', count: 1 },
      { dimension: 'COST', count: 0 },
    ]);
  });

  test('2.1 km comes before 10.3 km, the unknown and the long unchecked come last', async () => {
    const { ask } = await startCouncil({
      far: { places: [[51.5927, 0]] },
      near: { places: [[51.5189, 0]] },
      nowhere: {},
      'close by, but old': { places: [[51.5, 0]], lastCheckedOn: new Date('2025-11-23') },
    });
    const { names, page } = await ask({ near: { latitude: 51.5, longitude: 0 } });
    expect(names).toEqual(['near', 'far', 'nowhere', 'close by, but old']);
    expect(page.map(({ metres }) => metres)).toEqual([2102, 10308, null, 0]);
  });

  test('better words come first, then what is open to new people, then the name', async () => {
    const { find } = await startCouncil({
      Bakery: { summary: 'Choir on Mondays' },
      'Choir of women': { state: 'TEMPORARILY_CLOSED' },
      'Choir of men': {},
      Allotment: { summary: 'With a choir' },
    });
    expect(await find({ words: 'choir' })).toEqual(['Choir of men', 'Choir of women', 'Allotment', 'Bakery']);
  });

  test('a page goes on where the one before ended, though a service comes between', async () => {
    const { ask, add } = await startCouncil({ a: {}, c: {}, e: {}, g: {} });
    const first = await ask({}, { size: 2 });
    expect([first.names, first.hasMore]).toEqual([['a', 'c'], true]);
    await add('b', {});
    await add('d', {});
    const second = await ask({}, { size: 2, after: first.page.at(-1)?.key ?? null });
    expect([second.names, second.total, second.hasMore]).toEqual([['d', 'e'], 6, true]);
    const third = await ask({}, { size: 2, after: second.page.at(-1)?.key ?? null });
    expect([third.names, third.hasMore]).toEqual([['g'], false]);
  });

  test('who withholds the times, works by appointment or says nothing stays in sight, marked, after the others', async () => {
    const schedules = [{ weekdays: [2], opensAt: '09:00', closesAt: '12:00' }];
    const { ask } = await startCouncil({
      'a withheld': { hours: 'SCHEDULED', withholdsTimes: true, schedules },
      'b unknown': { hours: 'UNKNOWN' },
      'c by appointment': { hours: 'BY_APPOINTMENT' },
      'd open': { hours: 'SCHEDULED', schedules },
      'e later': { hours: 'SCHEDULED', schedules: [{ weekdays: [2], opensAt: '13:00', closesAt: '14:00' }] },
    });
    const { names, page, facets } = await ask({ openNow: true });
    expect(names).toEqual(['d open', 'a withheld', 'b unknown', 'c by appointment']);
    expect(page.map(({ hoursUnknown }) => hoursUnknown)).toEqual([false, true, true, true]);
    expect(facets['days']).toBeUndefined();
  });

  const weekly = { weekdays: [2], opensAt: '09:00', closesAt: '17:00' };
  test.each<[string, Parts, string[], string[]]>([
    [
      'a lunch closure',
      {
        schedules: [
          { ...weekly, closesAt: '12:00' },
          { ...weekly, opensAt: '13:00' },
        ],
      },
      ['2026-11-24T09:00Z', '2026-11-24T11:59Z', '2026-11-24T13:00Z'],
      ['2026-11-24T08:59Z', '2026-11-24T12:00Z', '2026-11-24T12:59Z', '2026-11-24T17:00Z'],
    ],
    [
      'a night past midnight',
      { schedules: [{ weekdays: [7], opensAt: '22:00', closesAt: '02:00' }] },
      ['2026-11-22T22:00Z', '2026-11-23T01:59Z'],
      ['2026-11-22T01:00Z', '2026-11-22T21:59Z', '2026-11-23T02:00Z', '2026-11-23T22:30Z'],
    ],
    [
      'a day and a night',
      { schedules: [{ weekdays: [2], opensAt: '00:00', closesAt: '00:00' }] },
      ['2026-11-24T00:00Z', '2026-11-24T23:59Z'],
      ['2026-11-23T23:59Z', '2026-11-25T00:00Z'],
    ],
    [
      'summer and winter time',
      { schedules: [weekly] },
      ['2026-07-07T08:00Z', '2026-07-07T15:59Z', '2026-11-24T16:59Z'],
      ['2026-07-07T07:59Z', '2026-07-07T16:00Z', '2026-11-24T08:59Z'],
    ],
    [
      'the night on which the clocks go back',
      { schedules: [{ weekdays: [6], opensAt: '22:00', closesAt: '01:45' }] },
      ['2026-10-24T21:00Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
      ['2026-10-25T00:50Z', '2026-10-25T01:45Z'],
    ],
    [
      'the night on which the clocks go forward',
      { schedules: [{ weekdays: [7], opensAt: '00:30', closesAt: '02:30' }] },
      ['2026-03-29T00:30Z', '2026-03-29T01:29Z'],
      ['2026-03-29T00:29Z', '2026-03-29T01:30Z'],
    ],
    [
      'every other week',
      { schedules: [{ ...weekly, frequency: 'FORTNIGHTLY', firstOn: new Date('2026-11-12') }] },
      ['2026-11-24T10:00Z', '2026-12-08T10:00Z'],
      ['2026-11-10T10:00Z', '2026-11-17T10:00Z', '2026-12-01T10:00Z'],
    ],
    [
      'the last Tuesday of a month',
      { schedules: [{ ...weekly, frequency: 'MONTHLY', weekOfMonth: -1 }] },
      ['2026-11-24T10:00Z', '2026-12-29T10:00Z'],
      ['2026-11-17T10:00Z', '2026-12-22T10:00Z'],
    ],
    [
      'the first Tuesday of a month',
      { schedules: [{ ...weekly, frequency: 'MONTHLY', weekOfMonth: 1 }] },
      ['2026-12-01T10:00Z'],
      ['2026-11-24T10:00Z', '2026-12-08T10:00Z'],
    ],
    [
      'the 24th of a month',
      { schedules: [{ ...weekly, frequency: 'MONTHLY', weekdays: [], monthDays: [24] }] },
      ['2026-11-24T10:00Z', '2026-12-24T10:00Z'],
      ['2026-11-23T10:00Z'],
    ],
    [
      'school terms',
      { schedules: [{ ...weekly, firstOn: new Date('2026-11-03'), lastOn: new Date('2026-11-24') }] },
      ['2026-11-03T10:00Z', '2026-11-24T10:00Z'],
      ['2026-10-27T10:00Z', '2026-12-01T10:00Z'],
    ],
    [
      'a bank holiday',
      {
        schedules: [
          { ...weekly, weekdays: [1] },
          { ...weekly, weekdays: [1], opensAt: '18:00', closesAt: '20:00', opensOnBankHolidays: true },
        ],
      },
      ['2026-05-11T10:00Z', '2026-05-04T18:00Z'],
      ['2026-05-04T10:00Z'],
    ],
    [
      'days off, and one of them kept',
      {
        schedules: [weekly],
        exceptions: [
          { firstDay: new Date('2026-12-20'), lastDay: new Date('2027-01-05') },
          {
            firstDay: new Date('2026-12-29'),
            lastDay: new Date('2026-12-29'),
            isClosed: false,
            opensAt: '10:00',
            closesAt: '11:00',
          },
        ],
      },
      ['2026-12-15T09:00Z', '2026-12-29T10:30Z', '2027-01-12T09:00Z'],
      ['2026-12-22T10:30Z', '2026-12-29T09:30Z', '2027-01-05T10:30Z'],
    ],
  ])('with %s it is open when it is', async (_, parts, open, closed) => {
    const { find, councilId } = await startCouncil({ one: { hours: 'SCHEDULED', ...parts } });
    const { id } = await visitor.read.service.findFirstOrThrow({ where: { councilId } });
    for (const [moments, isOpen] of [
      [open, true],
      [closed, false],
    ] as const) {
      for (const moment of moments) {
        expect(await find({ openNow: true }, moment), moment).toEqual(isOpen ? ['one'] : []);
        const [row] = (await management.read
          .$queryRaw`SELECT sanctuary.is_open_at(${id}::uuid, ${moment}::timestamptz) AS "isOpen"`) as {
          isOpen: boolean;
        }[];
        expect(row?.isOpen, moment).toBe(isOpen);
      }
    }
  });

  test('what is written, hidden, moved or removed is found so at once', async () => {
    const { find, councilId } = await startCouncil({ Hub: { places: [[51.5, 0]], languages: ['ti'] } });
    const { id } = await visitor.read.service.findFirstOrThrow({ where: { councilId } });
    const near = { near: { latitude: 51.5, longitude: 0 }, withinMetres: 500 };
    const write = (work: Parameters<typeof management.write>[1]) => management.write('TEST', work);
    expect(await find(near)).toEqual(['Hub']);
    await write((tx) => tx.location.updateMany({ where: { councilId }, data: { latitude: 51.6 } }));
    expect(await find(near)).toEqual([]);
    await write((tx) => tx.serviceLanguage.deleteMany({ where: { serviceId: id } }));
    expect(await find({ languages: ['ti'] })).toEqual([]);
    await write((tx) => tx.service.update({ where: { id }, data: { name: 'Centre' } }));
    expect(await find({ words: 'centre' })).toEqual(['Centre']);
    await write((tx) => tx.service.update({ where: { id }, data: { isPublished: false } }));
    expect((await find({})).length).toBe(0);
    await write((tx) => tx.service.update({ where: { id }, data: { isPublished: true } }));
    expect(await find({})).toEqual(['Centre']);
    await write((tx) => tx.service.delete({ where: { id } }));
    expect(await find({})).toEqual([]);
  });
});

const postcodes = join(
  import.meta.dirname,
  '../../shared/data/postcodes/hackney-islington-postcodes-wgs84.csv',
);

test.skipIf(!existsSync(postcodes))(
  `the outcodes of Hackney and Islington lie within 500 m of the middle of their postcodes${existsSync(postcodes) ? '' : ' (skipped: the list of postcodes is not here)'}`,
  async () => {
    const sql = await readFile(
      join(import.meta.dirname, 'migrations/0008_synonyms_and_outcodes/migration.sql'),
      'utf8',
    );
    const built = [...sql.matchAll(/\('([A-Z0-9]+)', 'OUTCODE', ([\d.-]+), ([\d.-]+)\)/g)];
    const rows = (await readFile(postcodes, 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    for (const outcode of [
      'N1',
      'N5',
      'N7',
      'N16',
      'N19',
      'E5',
      'E8',
      'E9',
      'EC1M',
      'EC1R',
      'EC1V',
      'EC1Y',
    ]) {
      const points = rows.filter(([code]) => code?.startsWith(`${outcode} `));
      const mean = (column: number) =>
        points.reduce((sum, row) => sum + Number(row[column]), 0) / points.length;
      const [, , latitude, longitude] = built.find(([, code]) => code === outcode) ?? [];
      const north = (Number(latitude) - mean(1)) * 111_200;
      const east = (Number(longitude) - mean(2)) * 69_300;
      expect(Math.hypot(north, east), outcode).toBeLessThan(500);
    }
  },
);

async function addService(
  tx: Prisma.TransactionClient,
  councilId: string,
  name: string,
  given: Service & Parts,
) {
  const {
    organisation = 'Helpers',
    withholdsTimes = false,
    languages = [],
    area,
    places = [],
    ...more
  } = given;
  const { schedules = [], exceptions = [], otherWords = {}, ...service } = more;
  const { id: organisationId } = await tx.organisation.upsert({
    where: {
      councilId_name: { councilId, name: withholdsTimes ? `${organisation}, quietly` : organisation },
    },
    create: {
      councilId,
      name: withholdsTimes ? `${organisation}, quietly` : organisation,
      kind: 'CHARITY',
      withholdsTimes,
    },
    update: {},
  });
  const { id: serviceId } = await tx.service.create({
    data: {
      councilId,
      organisationId,
      slug: `service-${crypto.randomUUID()}`,
      name,
      summary: '-',
      categories: [],
      lastCheckedOn: new Date('2026-11-01'),
      isPublished: true,
      ...service,
    },
  });
  const ofService = { councilId, serviceId };
  await tx.serviceLanguage.createMany({ data: languages.map((language) => ({ ...ofService, language })) });
  if (area) await tx.serviceArea.create({ data: { ...ofService, ...area } });
  for (const [latitude, longitude] of places) {
    const { id: locationId } = await tx.location.create({ data: { councilId, latitude, longitude } });
    await tx.serviceLocation.create({ data: { ...ofService, locationId } });
  }
  for (const schedule of schedules) {
    await tx.schedule.create({
      data: { ...ofService, weekdays: [], opensAt: '09:00', closesAt: '17:00', ...schedule },
    });
  }
  for (const exception of exceptions) {
    await tx.scheduleException.create({ data: { ...ofService, firstDay: '', lastDay: '', ...exception } });
  }
  for (const [field, text] of Object.entries(otherWords)) {
    await tx.translation.create({
      data: { councilId, serviceId, language: 'ar', field, text, source: 'PERSON' },
    });
  }
}
