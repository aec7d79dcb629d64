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
  assessments: { orderBy: { number: 'asc' } },
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
