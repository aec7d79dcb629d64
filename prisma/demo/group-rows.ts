import { randomUUID } from 'node:crypto';
import type { Prisma } from '../generated/client/client.ts';
import type { DemoConstituency, DemoGroup, DemoMeeting, DemoTerm, DemoTranslation } from './demo-data.ts';

export type GroupRows = ReturnType<typeof createGroupRows>;

export const createGroupRows = () => ({
  groups: [] as Prisma.SteeringGroupCreateManyInput[],
  constituencies: [] as Prisma.ConstituencyCreateManyInput[],
  seats: [] as Prisma.SeatCreateManyInput[],
  terms: [] as Prisma.TermCreateManyInput[],
  appearances: [] as Prisma.AppearanceCreateManyInput[],
  shownNames: [] as Prisma.ShownNameCreateManyInput[],
  interests: [] as Prisma.DeclaredInterestCreateManyInput[],
  meetings: [] as Prisma.MeetingCreateManyInput[],
  accesses: [] as Prisma.MeetingAccessCreateManyInput[],
  decisions: [] as Prisma.DecisionCreateManyInput[],
  recusals: [] as Prisma.RecusalCreateManyInput[],
});

/** Where a group is put, and what of its council it points to. */
interface Place {
  rows: GroupRows;
  councilId: string;
  now: Date;
  findOrganisation(name: string | undefined): string | null;
  addTranslations(
    of: { groupId: string } | { constituencyId: string } | { decisionId: string },
    translations: DemoTranslation[] | undefined,
  ): void;
  /** Says from which decision the group's views of a day come. */
  linkViews(day: string, decisionId: string): void;
}

const dayOrNull = (day: string | undefined) => (day ? new Date(`${day}T00:00:00Z`) : null);
const daysOf = ({ startsOn, endsOn }: { startsOn?: string; endsOn?: string }) => ({
  startsOn: dayOrNull(startsOn),
  endsOn: dayOrNull(endsOn),
});

export function addGroup(place: Place, group: DemoGroup, position: number) {
  const { constituencies, meetings = [], translations, ...columns } = group;
  const { rows, councilId } = place;
  const groupId = randomUUID();
  rows.groups.push({ id: groupId, councilId, position, isPublished: true, ...columns, ...daysOf(columns) });
  place.addTranslations({ groupId }, translations);
  const termOfBody = new Map<string, string>();
  for (const [index, constituency] of constituencies.entries())
    addConstituency(place, constituency, groupId, index, termOfBody);
  for (const meeting of meetings) addMeeting(place, meeting, groupId, termOfBody);
}

function addConstituency(
  place: Place,
  { seats = [], translations, ...columns }: DemoConstituency,
  groupId: string,
  position: number,
  termOfBody: Map<string, string>,
) {
  const { rows, councilId, findOrganisation } = place;
  const constituencyId = randomUUID();
  rows.constituencies.push({ id: constituencyId, councilId, groupId, position, ...columns });
  place.addTranslations({ constituencyId }, translations);
  for (const [index, { terms = [], organisation, ...seat }] of seats.entries()) {
    const seatId = randomUUID();
    rows.seats.push({
      id: seatId,
      councilId,
      constituencyId,
      position: index,
      ...seat,
      ...daysOf(seat),
      organisationId: findOrganisation(organisation),
    });
    for (const term of terms) {
      const termId = addTerm(place, term, seatId);
      if (organisation && !termOfBody.has(organisation)) termOfBody.set(organisation, termId);
    }
  }
}

function addTerm({ rows, councilId, now, findOrganisation }: Place, term: DemoTerm, seatId: string): string {
  const { appearance, interest, organisation, ...columns } = term;
  const termId = randomUUID();
  rows.terms.push({
    id: termId,
    councilId,
    seatId,
    ...columns,
    ...daysOf(columns),
    organisationId: findOrganisation(organisation),
  });
  if (appearance) {
    const { name, isWithdrawn, consentGivenOn, consentUntil, ...choice } = appearance;
    rows.appearances.push({
      councilId,
      termId,
      ...choice,
      consentGivenOn: dayOrNull(consentGivenOn),
      consentUntil: dayOrNull(consentUntil),
      withdrawnAt: isWithdrawn ? now : null,
    });
    if (name) rows.shownNames.push({ councilId, termId, name });
  }
  if (interest) {
    const { declaredOn, ...rest } = interest;
    rows.interests.push({ councilId, termId, ...rest, declaredOn: new Date(`${declaredOn}T00:00:00Z`) });
  }
  return termId;
}

function addMeeting(place: Place, meeting: DemoMeeting, groupId: string, termOfBody: Map<string, string>) {
  const { access, decisions = [], day, ...columns } = meeting;
  const { rows, councilId } = place;
  const meetingId = randomUUID();
  rows.meetings.push({
    id: meetingId,
    councilId,
    groupId,
    day: new Date(`${day}T00:00:00Z`),
    isPublished: true,
    ...columns,
  });
  if (access) rows.accesses.push({ councilId, meetingId, ...access });
  for (const [position, { text, givesViews, recused, translations }] of decisions.entries()) {
    const decisionId = randomUUID();
    rows.decisions.push({ id: decisionId, councilId, meetingId, position, text });
    place.addTranslations({ decisionId }, translations);
    if (givesViews) place.linkViews(day, decisionId);
    const termId = recused && termOfBody.get(recused);
    if (termId) rows.recusals.push({ councilId, decisionId, termId, isPublic: true });
  }
}
