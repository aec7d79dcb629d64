import type { Prisma } from '@open-sanctuary/database/client';

// A record always comes with all that its fields are worked out from, so that no field asks for more.

const translations = {
  orderBy: [{ language: 'asc' }, { field: 'asc' }],
} satisfies Prisma.Plan$translationsArgs;

export const wholePlan = { translations, standings: { orderBy: { id: 'asc' } } } satisfies Prisma.PlanInclude;
export type WholePlan = Prisma.PlanGetPayload<{ include: typeof wholePlan }>;

export const wholeTheme = { translations } satisfies Prisma.ThemeInclude;
export type WholeTheme = Prisma.ThemeGetPayload<{ include: typeof wholeTheme }>;

export const wholeTarget = {
  measurements: { orderBy: { measuredOn: 'asc' } },
} satisfies Prisma.TargetInclude;
export type WholeTarget = Prisma.TargetGetPayload<{ include: typeof wholeTarget }>;

export const wholeReport = {
  evidence: { orderBy: { position: 'asc' } },
  assessments: {
    orderBy: { number: 'asc' },
    // The public sees the decision of a meeting that is published, and no other.
    include: { decision: { select: { meetingId: true } } },
  },
  responses: { orderBy: { number: 'asc' } },
  translations,
} satisfies Prisma.ReportInclude;
export type WholeReport = Prisma.ReportGetPayload<{ include: typeof wholeReport }>;

export const wholeWording = {
  leads: { orderBy: { position: 'asc' }, include: { organisation: true } },
  translations,
} satisfies Prisma.ActionWordingInclude;
export type WholeWording = Prisma.ActionWordingGetPayload<{ include: typeof wholeWording }>;

export const wholeAction = {
  theme: { select: { ref: true } },
  wordings: { orderBy: { number: 'asc' }, include: wholeWording },
  milestones: { orderBy: { position: 'asc' } },
  reports: { include: wholeReport },
} satisfies Prisma.ActionInclude;
export type WholeAction = Prisma.ActionGetPayload<{ include: typeof wholeAction }>;

export const wholeTerm = {
  organisation: true,
  // Empty unless the database shows the name to whoever reads.
  shownName: { select: { name: true } },
  interests: { orderBy: { declaredOn: 'desc' } },
} satisfies Prisma.TermInclude;
export type WholeTerm = Prisma.TermGetPayload<{ include: typeof wholeTerm }>;

export const wholeSeat = {
  organisation: true,
  constituency: { select: { kind: true, group: { select: { endsOn: true } } } },
  terms: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }], include: wholeTerm },
} satisfies Prisma.SeatInclude;
export type WholeSeat = Prisma.SeatGetPayload<{ include: typeof wholeSeat }>;

export const wholeConstituency = {
  translations,
  seats: { orderBy: [{ position: 'asc' }, { id: 'asc' }], include: wholeSeat },
} satisfies Prisma.ConstituencyInclude;
export type WholeConstituency = Prisma.ConstituencyGetPayload<{ include: typeof wholeConstituency }>;

export const wholeGroup = {
  translations,
  constituencies: { orderBy: { position: 'asc' }, include: wholeConstituency },
} satisfies Prisma.SteeringGroupInclude;
export type WholeGroup = Prisma.SteeringGroupGetPayload<{ include: typeof wholeGroup }>;

export const wholeDecision = {
  translations,
  assessments: { select: { reportId: true, report: { select: { actionId: true } } } },
} satisfies Prisma.DecisionInclude;
export type WholeDecision = Prisma.DecisionGetPayload<{ include: typeof wholeDecision }>;

export const wholeMeeting = {
  access: true,
  translations,
  decisions: { orderBy: { position: 'asc' }, include: wholeDecision },
} satisfies Prisma.MeetingInclude;
export type WholeMeeting = Prisma.MeetingGetPayload<{ include: typeof wholeMeeting }>;

export const wholeService = {
  organisation: true,
  languages: { orderBy: { language: 'asc' } },
  contacts: { orderBy: { position: 'asc' } },
  areas: { orderBy: { name: 'asc' } },
  locations: { orderBy: [{ position: 'asc' }, { id: 'asc' }], include: { location: true } },
  schedules: { orderBy: [{ weekdays: 'asc' }, { opensAt: 'asc' }, { id: 'asc' }] },
  exceptions: { orderBy: [{ firstDay: 'asc' }, { opensAt: 'asc' }, { id: 'asc' }] },
  translations,
} satisfies Prisma.ServiceInclude;
export type WholeService = Prisma.ServiceGetPayload<{ include: typeof wholeService }>;
