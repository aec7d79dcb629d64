import type { ManagementDatabase, Prisma } from '@open-sanctuary/database/client';
import { addPlanRows } from '@open-sanctuary/database/testing-rows';
import { randomUUID } from 'node:crypto';

/** The day on which everything here is looked at. */
export const today = '2026-06-15';
export const council = 'canary-council';
export const plan = 'open';

const day = (text: string | null = null) => (text === null ? null : new Date(`${text}T00:00:00Z`));

const consents = {
  none: {},
  given: { consentGivenOn: '2026-01-10' },
  withdrawn: { consentGivenOn: '2026-01-10', withdrawnAt: '2026-06-15T08:00:00Z' },
  expired: { consentGivenOn: '2026-01-10', consentUntil: '2026-06-14' },
} satisfies Record<string, { consentGivenOn?: string; consentUntil?: string; withdrawnAt?: string }>;
const times = {
  before: { startsOn: '2026-06-16', endsOn: '2027-06-15', seatEndsOn: null },
  in: { startsOn: '2026-01-01', endsOn: '2026-12-31', seatEndsOn: null },
  after: { startsOn: '2025-06-15', endsOn: '2026-06-14', seatEndsOn: null },
  'in a seat that is no more': { startsOn: '2026-01-01', endsOn: '2026-12-31', seatEndsOn: '2026-06-14' },
};
const forms = ['FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME', 'ROLE_ONLY', 'NOT_SHOWN'] as const;

interface Cell {
  consent: keyof typeof consents;
  time: keyof typeof times;
  form: (typeof forms)[number];
  isPublished: boolean;
}

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
const cells: readonly Cell[] = keysOf(consents)
  .flatMap((consent) =>
    keysOf(times).flatMap((time) =>
      forms.flatMap((form) => [true, false].map((isPublished) => ({ consent, time, form, isPublished }))),
    ),
  )
  // Of seats that are no more those say enough that would be named if they were still there.
  .filter(({ consent, time }) => consent === 'given' || time !== 'in a seat that is no more');

/** What may never be told of anybody, by anything. */
type Secret = 'legal' | 'contact' | 'code' | 'private' | 'draft' | 'times';
/** What is told of some. */
type Told =
  'name' | 'title' | 'cohort' | 'declared' | 'agenda' | 'place' | 'link' | 'decision' | 'words' | 'help';

/** Letters and figures only: nothing that writes it into JSON, HTML, XML, CSV or an address alters it. */
const mark = (kind: Secret | Told, number: number) => `zqcanary${kind}${number}x`;
const written = /zqcanary([a-z]+\d+)x/gi;
/** The same in base64, wherever its first letter falls, and in hexadecimal. */
const disguised = [
  ...[0, 1, 2].map((before) =>
    Buffer.from(`${' '.repeat(before)}zqcanary`)
      .toString('base64')
      .slice(Math.ceil((before * 8) / 6), Math.floor(((before + 8) * 8) / 6)),
  ),
  Buffer.from('zqcanary').toString('hex'),
];

/** The canaries in a text: those that can be read, and `disguised` for any that has to be decoded first. */
export function findCanaries(text: string): string[] {
  const found = [...text.matchAll(written)].map(([, which = '']) => which.toLowerCase());
  return disguised.some((each) => text.includes(each)) ? [...found, 'disguised'] : found;
}

export type CanaryCouncil = Awaited<ReturnType<typeof addCanaries>>;

/** A council with a seat in every cell, meetings of every kind and a plan, and a canary in whatever somebody could let out. */
export async function addCanaries(management: ManagementDatabase) {
  const allowed = new Set<string>();
  const put = (kind: Secret | Told, number: number, isAllowed: boolean) => {
    if (isAllowed) allowed.add(`${kind}${number}`);
    return mark(kind, number);
  };
  return management.write('TEST', async (tx) => {
    const { id: councilId } = await tx.council.create({
      data: { slug: council, name: 'Canary Council', kind: 'BOROUGH', reportingEveryMonths: 6 },
    });
    const { Report } = await addPlanRows(tx, {
      councilId,
      word: plan,
      state: 'CURRENT',
      publishedAt: day('2026-05-01'),
    });
    const groups = await addGroups(tx, councilId, put);
    const terms = await addSeats(tx, councilId, groups, put);
    const whoTookNoPart = terms.filter(({ consent, time }) => consent === 'given' && time === 'in');
    const decisions = await addMeetings(tx, councilId, groups, whoTookNoPart, put);
    await tx.groupAssessment.createMany({
      data: decisions.map(({ id }, place) => ({
        councilId,
        // The plan's own comes first.
        number: place + 2,
        reportId: Report[0] ?? '',
        decisionId: id,
        view: 'AGREES' as const,
        assessedOn: new Date('2026-06-01'),
      })),
    });
    const organisationId = await addServices(tx, councilId, put);
    return { councilId, allowed, terms, whoTookNoPart, organisationId };
  });
}

type Put = (kind: Secret | Told, number: number, isAllowed: boolean) => string;
interface Group {
  id: string;
  isPublished: boolean;
  constituencies: Map<string, string>;
}

async function addGroups(tx: Prisma.TransactionClient, councilId: string, put: Put): Promise<Group[]> {
  const groups: Group[] = [];
  for (const [position, isPublished] of [true, false].entries()) {
    const words = (number: number) => put('words', position * 10 + number, isPublished);
    const group = await tx.steeringGroup.create({
      data: { councilId, position, isPublished, slug: `group-${position}`, name: 'Group', purpose: words(0) },
    });
    const inArabic = { councilId, language: 'ar', field: 'name', source: 'PERSON' as const };
    await tx.translation.create({ data: { ...inArabic, groupId: group.id, text: words(1) } });
    const constituencies = new Map<string, string>();
    for (const [place, form] of forms.entries()) {
      const { id } = await tx.constituency.create({
        data: { councilId, groupId: group.id, position: place, kind: 'CHARITIES', name: `Part ${place}` },
      });
      await tx.translation.create({ data: { ...inArabic, constituencyId: id, text: words(2 + place) } });
      constituencies.set(form, id);
    }
    groups.push({ id: group.id, isPublished, constituencies });
  }
  return groups;
}

async function addSeats(tx: Prisma.TransactionClient, councilId: string, groups: Group[], put: Put) {
  const body = await tx.organisation.create({ data: { councilId, name: 'A body', kind: 'CHARITY' } });
  const organisationId = body.id;
  const rows = cells.map((cell, number) => {
    const isTermSeen = cell.isPublished && cell.form !== 'NOT_SHOWN';
    const runs = cell.time === 'in' || cell.time === 'in a seat that is no more';
    const isSeatSeen = cell.isPublished && !(cell.form === 'NOT_SHOWN' && runs);
    const isNamed = isTermSeen && cell.form !== 'ROLE_ONLY' && cell.consent === 'given' && cell.time === 'in';
    return {
      ...cell,
      number,
      isTermSeen,
      isSeatSeen,
      isNamed,
      areInterestsSeen: isTermSeen && cell.time === 'in' && ['none', 'given'].includes(cell.consent),
      ...times[cell.time],
      seatId: randomUUID(),
      termId: randomUUID(),
      constituencyId:
        groups.find(({ isPublished }) => isPublished === cell.isPublished)?.constituencies.get(cell.form) ??
        '',
    };
  });
  await tx.seat.createMany({
    data: rows.map(({ seatId, constituencyId, number, seatEndsOn, isSeatSeen }) => ({
      id: seatId,
      councilId,
      constituencyId,
      organisationId,
      position: number,
      endsOn: day(seatEndsOn),
      title: put('title', number, isSeatSeen),
    })),
  });
  await tx.term.createMany({
    data: rows.map(({ termId, seatId, number, startsOn, endsOn, isTermSeen }) => ({
      id: termId,
      councilId,
      seatId,
      organisationId,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      cohort: put('cohort', number, isTermSeen),
    })),
  });
  await tx.appearance.createMany({
    data: rows.map(({ termId, form, consent }) => {
      const {
        consentGivenOn,
        consentUntil,
        withdrawnAt,
      }: { consentGivenOn?: string; consentUntil?: string; withdrawnAt?: string } = consents[consent];
      return {
        councilId,
        termId,
        form,
        consentGivenOn: day(consentGivenOn),
        consentUntil: day(consentUntil),
        withdrawnAt: withdrawnAt ?? null,
      };
    }),
  });
  // Written last, as no door of the product would write it: what hides it is the wall alone.
  await tx.shownName.createMany({
    data: rows.map(({ termId, number, isNamed }) => ({
      councilId,
      termId,
      name: put('name', number, isNamed),
    })),
  });
  await tx.holder.createMany({
    data: rows.map(({ termId, number }) => ({
      councilId,
      termId,
      legalName: put('legal', number, false),
      contact: `${put('contact', number, false)}@example.org`,
      codeHash: put('code', number, false),
    })),
  });
  await tx.declaredInterest.createMany({
    data: rows.flatMap(({ termId, number, areInterestsSeen }) =>
      [true, false].map((isPublic) => ({
        councilId,
        termId,
        isPublic,
        declaredOn: new Date('2026-02-01'),
        text: isPublic ? put('declared', number, areInterestsSeen) : put('private', number, false),
      })),
    ),
  });
  return rows;
}

async function addMeetings(
  tx: Prisma.TransactionClient,
  councilId: string,
  groups: Group[],
  whoTookNoPart: readonly { termId: string }[],
  put: Put,
) {
  const decisions: { id: string; text: string }[] = [];
  let number = 0;
  for (const group of groups)
    for (const state of ['PLANNED', 'HELD', 'CANCELLED'] as const)
      for (const isPublished of [true, false])
        for (const isPublic of [true, false]) {
          number += 1;
          const isSeen = group.isPublished && isPublished;
          const meeting = await tx.meeting.create({
            data: {
              councilId,
              groupId: group.id,
              state,
              isPublished,
              isOpen: isPublic,
              day: new Date(state === 'PLANNED' ? '2026-07-01' : '2026-03-01'),
              startTime: '17:30',
              agenda: put('agenda', number, isSeen),
            },
          });
          await tx.meetingAccess.create({
            data: {
              councilId,
              meetingId: meeting.id,
              isPublic,
              place: put('place', number, isSeen && isPublic),
              joiningUrl: `https://example.org/${put('link', number, isSeen && isPublic)}`,
            },
          });
          const decision = await tx.decision.create({
            data: { councilId, meetingId: meeting.id, position: 0, text: put('decision', number, isSeen) },
          });
          await tx.recusal.createMany({
            data: whoTookNoPart.map(({ termId }) => ({
              councilId,
              decisionId: decision.id,
              termId,
              isPublic,
            })),
          });
          decisions.push(decision);
        }
  return decisions;
}

/** Services that are published, in preparation, and of somebody who tells no times; each with all that one can have. */
async function addServices(tx: Prisma.TransactionClient, councilId: string, put: Put): Promise<string> {
  let seen = '';
  const kinds = [
    { isPublished: true, withholdsTimes: false },
    { isPublished: true, withholdsTimes: true },
    { isPublished: false, withholdsTimes: false },
  ];
  for (const [place, { isPublished, withholdsTimes }] of kinds.entries()) {
    let number = place * 100;
    const words = () => put(isPublished ? 'help' : 'draft', (number += 1), isPublished);
    const hours = () => (withholdsTimes ? put('times', (number += 1), false) : words());
    const organisation = await tx.organisation.create({
      data: {
        councilId,
        name: words(),
        kind: 'CHARITY',
        withholdsTimes,
        description: words(),
        charityNumber: '1234567',
        website: 'https://charity.example',
        thingsWanted: words(),
      },
    });
    const service = await tx.service.create({
      data: {
        councilId,
        organisationId: organisation.id,
        slug: `service-${place}`,
        // Cursors of a search hold it, and nothing hidden.
        name: isPublished ? 'Help' : words(),
        summary: words(),
        categories: ['FOOD'],
        notice: words(),
        stateNote: words(),
        dataSharing: words(),
        access: ['DROP_IN'],
        cost: 'FREE',
        asksForPapers: 'NO',
        modes: ['IN_PERSON'],
        eligibleGroups: ['ANYONE'],
        hours: 'SCHEDULED',
        isUrgent: true,
        lastCheckedOn: new Date('2026-06-01'),
        checkedBy: 'COUNCIL',
        isPublished,
      },
    });
    seen ||= organisation.id;
    const of = { councilId, serviceId: service.id };
    await tx.serviceLanguage.create({ data: { ...of, language: 'ti', note: words() } });
    await tx.serviceContact.create({ data: { ...of, position: 0, kind: 'TELEPHONE', value: words() } });
    await tx.serviceArea.create({ data: { ...of, name: words(), outcodes: ['E8'] } });
    const location = await tx.location.create({
      data: { councilId, name: words(), address: words(), directions: words(), latitude: 51.5, longitude: 0 },
    });
    const at = await tx.serviceLocation.create({ data: { ...of, locationId: location.id, note: words() } });
    for (const serviceLocationId of [at.id, null]) {
      const where = { ...of, serviceLocationId };
      await tx.schedule.create({
        data: { ...where, weekdays: [1], opensAt: '09:00', closesAt: '12:00', note: hours() },
      });
      await tx.scheduleException.create({
        data: {
          ...where,
          firstDay: new Date('2026-12-24'),
          lastDay: new Date('2026-12-26'),
          note: hours(),
        },
      });
    }
    const inArabic = { councilId, language: 'ar', source: 'PERSON' as const };
    await tx.translation.create({
      data: { ...inArabic, serviceId: service.id, field: 'name', text: words() },
    });
    await tx.translation.create({
      data: { ...inArabic, organisationId: organisation.id, field: 'description', text: words() },
    });
  }
  await tx.$queryRaw`SELECT sanctuary.report_nothing_found(${councilId}::uuid, 'FOOD', 'ti') FROM generate_series(1, 5)`;
  return seen;
}
