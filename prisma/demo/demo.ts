import { randomUUID } from 'node:crypto';
import type { Prisma } from '../generated/client/client.ts';
import { createCalendar, type Calendar } from './calendar.ts';
import type {
  DemoAction,
  DemoCouncil,
  DemoPlan,
  DemoReport,
  DemoTarget,
  DemoTheme,
  DemoTranslation,
} from './demo-data.ts';
import { fairmead } from './fairmead.ts';
import { addGroup, createGroupRows } from './group-rows.ts';
import { hackney } from './hackney.ts';
import { islington } from './islington.ts';
import { addServices, createServiceRows } from './service-rows.ts';

/** Every council of the demo, as it stands on `today` (YYYY-MM-DD). */
export const demoCouncils = (today: string): DemoCouncil[] => [hackney, islington, fairmead(today)];

/** Writes the demo into an empty database, as it stands at `now`, the database's own moment. */
export async function loadDemo(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const rows = createRows();
  const calendar = createCalendar(now);
  for (const council of demoCouncils(calendar.today)) addCouncil(rows, council, calendar);

  // Each table comes after those that it points to.
  await tx.council.createMany({ data: rows.councils });
  await tx.organisation.createMany({ data: rows.organisations });
  await tx.plan.createMany({ data: rows.plans });
  await tx.theme.createMany({ data: rows.themes });
  await tx.action.createMany({ data: rows.actions });
  await tx.actionWording.createMany({ data: rows.wordings });
  await tx.actionLead.createMany({ data: rows.leads });
  await tx.milestone.createMany({ data: rows.milestones });
  await tx.target.createMany({ data: rows.targets });
  await tx.measurement.createMany({ data: rows.measurements });
  await tx.report.createMany({ data: rows.reports });
  await tx.evidence.createMany({ data: rows.evidence });
  await tx.steeringGroup.createMany({ data: rows.groups });
  await tx.constituency.createMany({ data: rows.constituencies });
  await tx.seat.createMany({ data: rows.seats });
  await tx.term.createMany({ data: rows.terms });
  await tx.appearance.createMany({ data: rows.appearances });
  await tx.shownName.createMany({ data: rows.shownNames });
  await tx.declaredInterest.createMany({ data: rows.interests });
  await tx.meeting.createMany({ data: rows.meetings });
  await tx.meetingAccess.createMany({ data: rows.accesses });
  await tx.decision.createMany({ data: rows.decisions });
  await tx.recusal.createMany({ data: rows.recusals });
  await tx.groupAssessment.createMany({ data: rows.assessments });
  await tx.councilResponse.createMany({ data: rows.responses });
  await tx.location.createMany({ data: rows.locations });
  await tx.service.createMany({ data: rows.services });
  await tx.serviceLanguage.createMany({ data: rows.serviceLanguages });
  await tx.serviceContact.createMany({ data: rows.serviceContacts });
  await tx.serviceArea.createMany({ data: rows.serviceAreas });
  await tx.serviceLocation.createMany({ data: rows.serviceLocations });
  await tx.schedule.createMany({ data: rows.schedules });
  await tx.scheduleException.createMany({ data: rows.exceptions });
  await tx.translation.createMany({ data: rows.translations });
}

type Rows = ReturnType<typeof createRows>;

const createRows = () => ({
  councils: [] as Prisma.CouncilCreateManyInput[],
  organisations: [] as Prisma.OrganisationCreateManyInput[],
  plans: [] as Prisma.PlanCreateManyInput[],
  themes: [] as Prisma.ThemeCreateManyInput[],
  actions: [] as Prisma.ActionCreateManyInput[],
  wordings: [] as Prisma.ActionWordingCreateManyInput[],
  leads: [] as Prisma.ActionLeadCreateManyInput[],
  milestones: [] as Prisma.MilestoneCreateManyInput[],
  targets: [] as Prisma.TargetCreateManyInput[],
  measurements: [] as Prisma.MeasurementCreateManyInput[],
  reports: [] as Prisma.ReportCreateManyInput[],
  evidence: [] as Prisma.EvidenceCreateManyInput[],
  assessments: [] as Prisma.GroupAssessmentCreateManyInput[],
  responses: [] as Prisma.CouncilResponseCreateManyInput[],
  translations: [] as Prisma.TranslationCreateManyInput[],
  ...createGroupRows(),
  ...createServiceRows(),
});

/** What the rows of one council have in common. */
interface Place {
  rows: Rows;
  calendar: Calendar;
  councilId: string;
  organisationIds: Map<string, string>;
}

/** Where in a plan an action, or what it is measured by, stands. */
interface PlanPlace extends Place {
  planId: string;
  plan: DemoPlan;
  themeId: string;
}

function addCouncil(rows: Rows, council: DemoCouncil, calendar: Calendar) {
  const { organisations, groups, plans, services, ...columns } = council;
  const councilId = randomUUID();
  rows.councils.push({ id: councilId, ...columns });

  const organisationIds = new Map(organisations.map(({ name }) => [name, randomUUID()]));
  const place = { rows, calendar, councilId, organisationIds };
  for (const { translations, ...organisation } of organisations) {
    const organisationId = getId(organisationIds, organisation.name);
    rows.organisations.push({ id: organisationId, councilId, ...organisation });
    addTranslations(place, { organisationId }, translations);
  }

  const planIds = new Map(plans.map(({ slug }) => [slug, randomUUID()]));
  for (const [position, plan] of plans.entries()) {
    addPlan(place, planIds, plan, position);
  }
  addGroups(place, groups);
  const servicePlace = {
    rows,
    councilId,
    getOrganisation: (name: string) => getId(organisationIds, name),
    addTranslations: (of: Translated, translations?: DemoTranslation[]) =>
      addTranslations(place, of, translations),
  };
  addServices(servicePlace, services);
}

/** After the plans: decisions point to what the group said about reports. */
function addGroups(place: Place, groups: DemoCouncil['groups']) {
  const { rows, calendar, councilId, organisationIds } = place;
  for (const [position, group] of groups.entries()) {
    const groupPlace = {
      rows,
      councilId,
      now: calendar.now,
      findOrganisation: (name?: string) => (name === undefined ? null : getId(organisationIds, name)),
      addTranslations: (of: Translated, translations?: DemoTranslation[]) =>
        addTranslations(place, of, translations),
      linkViews(day: string, decisionId: string) {
        for (const assessment of rows.assessments) {
          const isOfDay = new Date(assessment.assessedOn).toISOString().startsWith(day);
          if (assessment.councilId === councilId && isOfDay) assessment.decisionId = decisionId;
        }
      },
    };
    addGroup(groupPlace, group, position);
  }
}

function addPlan(place: Place, planIds: Map<string, string>, plan: DemoPlan, position: number) {
  const { themes, translations, supersedes, refsAreDerived, wordedDaysAgo: _, ...columns } = plan;
  const { rows, councilId } = place;
  const planId = getId(planIds, plan.slug);
  rows.plans.push({
    id: planId,
    councilId,
    position,
    ...columns,
    supersedesPlanId: supersedes ? getId(planIds, supersedes) : null,
  });
  addTranslations(place, { planId }, translations);

  for (const [index, theme] of themes.entries()) {
    const themeId = randomUUID();
    rows.themes.push({
      id: themeId,
      councilId,
      planId,
      ref: `${index + 1}`,
      refIsDerived: refsAreDerived ?? false,
      position: index,
      title: theme.title,
      detail: theme.detail ?? null,
    });
    addTheme({ ...place, planId, plan, themeId }, theme, `${index + 1}`);
  }
}

function addTheme(place: PlanPlace, theme: DemoTheme, themeRef: string) {
  const { rows, councilId, planId, plan, themeId } = place;
  addTranslations(place, { themeId }, theme.translations);
  addTargets(place, theme.targets);

  for (const [position, action] of theme.actions.entries()) {
    const actionId = randomUUID();
    rows.actions.push({
      id: actionId,
      councilId,
      planId,
      themeId,
      ref: `${themeRef}.${position + 1}`,
      refIsDerived: plan.refsAreDerived ?? false,
      position,
    });
    addAction(place, action, actionId);
  }
}

function addAction(place: PlanPlace, action: DemoAction, actionId: string) {
  const { rows, calendar, councilId } = place;
  addWordings(place, action, actionId);
  addTargets(place, action.targets, actionId);
  addReports(place, action.reports, actionId);
  for (const [position, milestone] of (action.milestones ?? []).entries()) {
    rows.milestones.push({
      councilId,
      actionId,
      position,
      title: milestone.title,
      dueText: milestone.dueText ?? null,
      metOn: milestone.metDaysAgo === undefined ? null : calendar.dayBefore(milestone.metDaysAgo),
    });
  }
}

function addWordings(place: PlanPlace, action: DemoAction, actionId: string) {
  const { rows, calendar, councilId, organisationIds, plan } = place;
  const current = { ...action, daysAgo: action.wordedDaysAgo ?? plan.wordedDaysAgo ?? 0 };
  const earlier = action.earlier ?? [];
  const currentId = randomUUID();

  for (const [index, wording] of [...earlier, current].entries()) {
    const wordingId = wording === current ? currentId : randomUUID();
    rows.wordings.push({
      id: wordingId,
      councilId,
      actionId,
      number: index + 1,
      since: calendar.momentBefore(wording.daysAgo),
      title: wording.title,
      detail: wording.detail ?? null,
      leadText: wording.leadText ?? null,
      dueText: wording.dueText ?? null,
      strengths: wording === current ? (action.strengths ?? []) : [],
    });
    for (const [position, lead] of (wording.leads ?? []).entries()) {
      rows.leads.push({
        councilId,
        wordingId,
        position,
        ...lead,
        organisationId: organisationIds.get(lead.name) ?? null,
      });
    }
  }
  addTranslations(place, { wordingId: currentId }, action.translations);
}

function addTargets(place: PlanPlace, targets: DemoTarget[] = [], actionId: string | null = null) {
  const { rows, councilId, planId, themeId } = place;
  for (const [position, { shares = [], measurements, ...columns }] of targets.entries()) {
    const id = randomUUID();
    const where = { councilId, planId, themeId, actionId };
    rows.targets.push({ id, ...where, position, ...columns });
    addMeasurements(place, id, measurements);

    for (const [sharePosition, { measurements: ofShare, ...share }] of shares.entries()) {
      const shareId = randomUUID();
      const { kind } = columns;
      rows.targets.push({
        id: shareId,
        ...where,
        partOfId: id,
        position: sharePosition,
        kind,
        unit: '%',
        ...share,
      });
      addMeasurements(place, shareId, ofShare);
    }
  }
}

function addMeasurements(
  { rows, calendar, councilId }: Place,
  targetId: string,
  measurements: DemoTarget['measurements'] = [],
) {
  for (const { daysAgo, ...columns } of measurements) {
    rows.measurements.push({ councilId, targetId, measuredOn: calendar.dayBefore(daysAgo), ...columns });
  }
}

function addReports(place: PlanPlace, reports: DemoReport[] = [], actionId: string) {
  const { rows, calendar, councilId } = place;
  const ids = reports.map(() => randomUUID());
  for (const [index, report] of reports.entries()) {
    const reportId = getAt(ids, index);
    rows.reports.push({
      id: reportId,
      councilId,
      actionId,
      status: report.status,
      whatHappened: report.whatHappened,
      publishedAt: report.isDraft ? null : calendar.momentBefore(report.daysAgo),
      byRole: report.byRole,
      correctsId: report.corrects === undefined ? null : getAt(ids, report.corrects),
    });
    addTranslations(place, { reportId }, report.translations);
    addWhatFollowed(place, report, reportId);
  }
}

function addWhatFollowed({ rows, calendar, councilId }: Place, report: DemoReport, reportId: string) {
  for (const [position, { datedDaysAgo, ...evidence }] of (report.evidence ?? []).entries()) {
    const datedOn = datedDaysAgo === undefined ? null : calendar.dayBefore(datedDaysAgo);
    rows.evidence.push({ councilId, reportId, position, ...evidence, datedOn });
  }
  if (report.view) {
    const { daysAgo, ...view } = report.view;
    const since = calendar.momentBefore(daysAgo);
    rows.assessments.push({ councilId, reportId, since, assessedOn: calendar.dayBefore(daysAgo), ...view });
  }
  if (report.response) {
    const { daysAgo, text } = report.response;
    const since = calendar.momentBefore(daysAgo);
    rows.responses.push({ councilId, reportId, since, respondedOn: calendar.dayBefore(daysAgo), text });
  }
}

type Translated = Pick<
  Prisma.TranslationCreateManyInput,
  | 'planId'
  | 'themeId'
  | 'wordingId'
  | 'reportId'
  | 'groupId'
  | 'constituencyId'
  | 'decisionId'
  | 'serviceId'
  | 'organisationId'
>;

function addTranslations(
  { rows, councilId }: Place,
  translated: Translated,
  translations: DemoTranslation[] = [],
) {
  rows.translations.push(...translations.map((words) => ({ councilId, ...translated, ...words })));
}

function getId(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo names "${name}" but does not hold it.`);
  return id;
}

function getAt(ids: string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new Error(`The demo points to report ${index}, which is not there.`);
  return id;
}
