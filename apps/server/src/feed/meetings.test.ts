import { connectManagement } from '@open-sanctuary/database/client';
import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startOn } from '../testing/start-on.ts';

interface Meeting {
  day: string;
  startTime?: string;
  endTime?: string;
  state?: 'PLANNED' | 'CANCELLED' | 'HELD';
  isPublished?: boolean;
  access?: { place?: string; joiningUrl?: string; isPublic: boolean };
}

describe('the calendar of meetings', () => {
  let database: TestDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await startDatabase();
    server = await startOn(database.at, { COUNCIL_SITE_URL: 'https://plans.example' });
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  let councils = 0;
  /** A council whose group has these meetings; returns its short name. */
  async function addMeetings(meetings: Meeting[]): Promise<string> {
    const slug = `meadow-${++councils}`;
    const management = connectManagement(database.at);
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await tx.council.create({ data: { slug, name: 'Meadow', kind: 'PARISH' } });
      const { id: groupId } = await tx.steeringGroup.create({
        data: { councilId, slug: 'group', name: 'Group', isPublished: true },
      });
      for (const { day, access, ...rest } of meetings) {
        const meeting = await tx.meeting.create({
          data: { councilId, groupId, day: new Date(`${day}T00:00:00Z`), isPublished: true, ...rest },
        });
        if (access) await tx.meetingAccess.create({ data: { councilId, meetingId: meeting.id, ...access } });
      }
    });
    await management.close();
    // The server hears of a new council a moment later.
    await expect.poll(async () => (await get(slug)).status).toBe(200);
    return slug;
  }

  const get = (slug: string, init: RequestInit = {}) =>
    fetch(`${server.url}/feeds/${slug}/meetings.ics`, init);

  async function readEvents(slug: string) {
    const text = await (await get(slug)).text();
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  }

  const inLondon = (time: ICAL.Time) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(time.toJSDate());

  test.each([
    ['in winter', '2027-01-20', '20/01/2027, 17:30'],
    ['in summer', '2027-07-20', '20/07/2027, 17:30'],
    ['on the day the clocks go forward', '2027-03-28', '28/03/2027, 17:30'],
    ['on the day after', '2027-03-29', '29/03/2027, 17:30'],
    ['on the day the clocks go back', '2027-10-31', '31/10/2027, 17:30'],
    ['on a leap day', '2028-02-29', '29/02/2028, 17:30'],
  ])('keeps the time on the wall %s', async (_, day, expected) => {
    const [event] = await readEvents(await addMeetings([{ day, startTime: '17:30', endTime: '19:00' }]));
    expect(event && inLondon(event.startDate)).toBe(expected);
    expect(event && inLondon(event.endDate)).toBe(expected.replace('17:30', '19:00'));
  });

  test('without a published time takes the whole day', async () => {
    const [event] = await readEvents(await addMeetings([{ day: '2027-05-01' }]));
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2027-05-01');
  });

  test('says neither what the meeting is about nor, unless that is public, where it is', async () => {
    const slug = await addMeetings([
      { day: '2027-05-01', startTime: '10:00', access: { place: 'Canary hall', isPublic: false } },
      { day: '2027-06-01', startTime: '10:00', access: { place: 'Town Hall', isPublic: true } },
      { day: '2027-07-01', startTime: '10:00', isPublished: false },
    ]);
    const text = await (await get(slug)).text();
    expect(text).not.toMatch(/canary|sanctuary group|steering|refugee|asylum/i);
    const events = await readEvents(slug);
    expect(events.map(({ summary, location }) => [summary, location])).toEqual([
      ['Meeting', 'Town Hall'],
      ['Meeting', null],
    ]);
  });

  test('tells that a meeting is cancelled, under the same name', async () => {
    const slug = await addMeetings([{ day: '2027-05-01', startTime: '10:00' }]);
    const [before] = await readEvents(slug);
    const management = connectManagement(database.at);
    await management.write('TEST', (tx) =>
      tx.meeting.updateMany({ where: { council: { slug } }, data: { state: 'CANCELLED' } }),
    );
    await management.close();
    await expect
      .poll(async () => (await readEvents(slug))[0]?.component.getFirstPropertyValue('status'))
      .toBe('CANCELLED');
    expect((await readEvents(slug))[0]?.uid).toBe(before?.uid);
  });

  test('holds the meetings of every group of the council', async () => {
    const slug = await addMeetings([{ day: '2027-05-01', startTime: '10:00' }]);
    const management = connectManagement(database.at);
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await tx.council.findUniqueOrThrow({ where: { slug } });
      const { id: groupId } = await tx.steeringGroup.create({
        data: { councilId, slug: 'circle', name: 'Circle', isPublished: true },
      });
      await tx.meeting.create({
        data: { councilId, groupId, day: new Date('2027-06-01T00:00:00Z'), isPublished: true },
      });
    });
    await management.close();
    const days = async () =>
      (await readEvents(slug)).map(({ startDate }) => startDate.toString().slice(0, 10)).toSorted();
    await expect.poll(days).toEqual(['2027-05-01', '2027-06-01']);
  });

  test('is empty, and still a calendar, for a council without a group', async () => {
    expect(await readEvents('hackney')).toEqual([]);
  });

  test('answers 304 to who has it, 404 for an unknown council, and keeps examples out of search engines', async () => {
    const first = await get('fairmead');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('x-robots-tag')).toBe('noindex');
    const again = await get('fairmead', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await get('nowhere')).status).toBe(404);
  });

  test('can be read by a page of any site, also where there is none', async () => {
    for (const slug of ['fairmead', 'nowhere', 'not%00stored']) {
      const { headers } = await get(slug);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
