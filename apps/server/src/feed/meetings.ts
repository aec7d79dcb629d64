import type { FastifyInstance } from 'fastify';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Answers, toAnswer } from '../answers.ts';
import { createCouncilAddresses } from '../council-addresses.ts';
import { serveCouncilFile } from '../council-file.ts';
import type { Environment } from '../environment.ts';
import type { Revisions } from '../revisions.ts';
import { sendAnswer } from '../send-answer.ts';

const meetingsDocument = `query CalendarOfMeetings($council: String!) { council(slug: $council) {
  slug name siteUrl isExample today
  steeringGroups { meetings { uuid day startsAt endsAt state place joiningUrl } } } }`;

interface Found {
  council: {
    slug: string;
    name: string;
    siteUrl: string | null;
    isExample: boolean;
    today: string;
    steeringGroups: {
      meetings: {
        uuid: string;
        day: string;
        startsAt: string | null;
        endsAt: string | null;
        state: 'PLANNED' | 'HELD' | 'CANCELLED';
        place: string | null;
        joiningUrl: string | null;
      }[];
    }[];
  } | null;
}

/** GET /feeds/<council>/meetings.ics: the published meetings of its steering groups, for anybody's calendar. */
export function serveMeetings(
  app: FastifyInstance,
  answers: Answers,
  revisions: Revisions,
  environment: Environment,
) {
  const path = '/feeds/:council/meetings.ics';
  serveCouncilFile(app, path, { revisions, environment }, async (council, request, reply) => {
    const { slug } = council;
    const answer = await answers.keep(council, 'meetings', () => makeCalendar(answers, slug, environment));
    reply.header('content-disposition', `inline; filename="meetings.ics"`);
    return sendAnswer(request, reply, answer, 'text/calendar; charset=utf-8');
  });
}

/**
 * A calendar lies open on many a telephone, so its titles say no more than that there is a meeting; where it is
 * stands in it only when that is public. Times are moments: every calendar shows them on its own clock.
 */
async function makeCalendar(answers: Answers, slug: string, environment: Environment) {
  const ask = await answers.startAsking();
  const { council } = await ask<Found>(meetingsDocument, { council: slug });
  if (!council) throw new Error('A council went away while its calendar was written.');
  const { hostname } = new URL(environment.publicUrl);
  const url = `${createCouncilAddresses(council, environment).home}/members`;
  const calendar = ical({
    name: `Meetings, ${council.name}`,
    prodId: { company: 'Open Sanctuary', product: 'meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  // The same all day long, so that the answer is the same whoever makes it.
  const stamp = new Date(`${council.today}T00:00:00Z`);
  for (const meeting of council.steeringGroups.flatMap(({ meetings }) => meetings)) {
    const { uuid, day, startsAt, endsAt, state, place, joiningUrl } = meeting;
    const where = [place, joiningUrl].filter((each) => each !== null).join(' · ');
    calendar.createEvent({
      id: `${uuid}@${hostname}`,
      stamp,
      summary: 'Meeting',
      url,
      status: state === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(where ? { location: where } : {}),
      ...(startsAt
        ? { start: new Date(startsAt), ...(endsAt ? { end: new Date(endsAt) } : {}) }
        : { start: new Date(`${day}T00:00:00Z`), allDay: true }),
    });
  }
  return toAnswer(Buffer.from(calendar.toString()));
}
