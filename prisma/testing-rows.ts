import type { Prisma } from './client.ts';

interface PlanRows {
  councilId: string;
  /** Stands in every text of every row, so that a test can look for it. */
  word: string;
  state: 'DRAFT' | 'CURRENT';
  publishedAt: Date | null;
}

export const addCouncil = (tx: Prisma.TransactionClient, slug: string) =>
  tx.council.create({ data: { slug, name: `Council of ${slug}`, kind: 'BOROUGH' } });

/** One row of every table that a plan can hold; returns their identifiers by noun. */
export async function addPlanRows(
  tx: Prisma.TransactionClient,
  { councilId, word, state, publishedAt }: PlanRows,
) {
  const day = new Date('2026-01-01');
  const texts = { title: word, language: word };
  const plan = await tx.plan.create({
    data: {
      councilId,
      slug: word,
      state,
      ...texts,
      summary: word,
      periodText: word,
      adoptedText: word,
      sourceUrl: word,
      coProductionNote: word,
      supersedesNames: [word],
    },
  });
  const at = { councilId, planId: plan.id, position: 0 };
  const theme = await tx.theme.create({ data: { ...at, ref: word, ...texts, detail: word } });
  const action = await tx.action.create({ data: { ...at, themeId: theme.id, ref: word } });
  const wording = await tx.actionWording.create({
    data: {
      councilId,
      actionId: action.id,
      number: 1,
      ...texts,
      detail: word,
      leadText: word,
      dueText: word,
    },
  });
  const lead = await tx.actionLead.create({
    data: { councilId, wordingId: wording.id, position: 0, role: 'ACCOUNTABLE', name: word },
  });
  const milestone = await tx.milestone.create({
    data: { councilId, actionId: action.id, position: 0, ...texts, dueText: word },
  });
  const target = await tx.target.create({
    data: {
      ...at,
      themeId: theme.id,
      actionId: action.id,
      kind: 'TARGET',
      statement: word,
      language: word,
      unit: word,
      forWhom: word,
      dueText: word,
    },
  });
  const measurement = await tx.measurement.create({
    data: { councilId, targetId: target.id, measuredOn: day, value: 10, source: word, sourceUrl: word },
  });
  const report = await tx.report.create({
    data: {
      councilId,
      actionId: action.id,
      status: 'DONE',
      whatHappened: word,
      language: word,
      byRole: 'COUNCIL_OFFICER',
      publishedAt,
    },
  });
  const ofReport = { councilId, reportId: report.id };
  const evidence = await tx.evidence.create({
    data: { ...ofReport, position: 0, kind: 'MINUTES', title: word, url: word },
  });
  const assessment = await tx.groupAssessment.create({
    data: { ...ofReport, view: 'AGREES', reason: word, language: word, assessedOn: day },
  });
  const response = await tx.councilResponse.create({
    data: { ...ofReport, text: word, language: word, respondedOn: day },
  });
  const inOtherWords = { councilId, language: word, field: word, text: word, source: 'PERSON' as const };
  const translations = [
    await tx.translation.create({ data: { ...inOtherWords, planId: plan.id } }),
    await tx.translation.create({ data: { ...inOtherWords, themeId: theme.id } }),
    await tx.translation.create({ data: { ...inOtherWords, wordingId: wording.id } }),
    await tx.translation.create({ data: { ...inOtherWords, reportId: report.id } }),
  ] as const;
  return {
    Plan: [plan.id],
    Theme: [theme.id],
    Action: [action.id],
    ActionWording: [wording.id],
    ActionLead: [lead.id],
    Milestone: [milestone.id],
    Target: [target.id],
    Measurement: [measurement.id],
    Report: [report.id],
    Evidence: [evidence.id],
    GroupAssessment: [assessment.id],
    CouncilResponse: [response.id],
    Translation: translations.map(({ id }) => id),
  };
}

export type PlanNoun = keyof Awaited<ReturnType<typeof addPlanRows>>;

interface GroupRows {
  councilId: string;
  /** Stands in every text of every row, so that a test can look for it. */
  word: string;
  isPublished: boolean;
}

/** One row of every table that a steering group can hold, its one member named by consent; returns their identifiers. */
export async function addGroupRows(
  tx: Prisma.TransactionClient,
  { councilId, word, isPublished }: GroupRows,
) {
  const day = new Date('2026-01-01');
  const group = await tx.steeringGroup.create({
    data: {
      councilId,
      slug: word,
      name: word,
      language: word,
      purpose: word,
      periodText: word,
      howToJoin: word,
      whatIsPaid: word,
      whatHelp: word,
      contactEmail: word,
      contactUrl: word,
      sourceUrl: word,
      isPublished,
    },
  });
  const constituency = await tx.constituency.create({
    data: {
      councilId,
      groupId: group.id,
      position: 0,
      kind: 'EXPERTS_BY_EXPERIENCE',
      name: word,
      language: word,
      note: word,
      termText: word,
      howToJoin: word,
    },
  });
  const seat = await tx.seat.create({
    data: { councilId, constituencyId: constituency.id, position: 0, title: word, language: word },
  });
  const term = await tx.term.create({ data: { councilId, seatId: seat.id, cohort: word, language: word } });
  const ofTerm = { councilId, termId: term.id };
  const appearance = await tx.appearance.create({
    data: { ...ofTerm, form: 'CHOSEN_NAME', consentGivenOn: day, consentMeans: 'LETTER' },
  });
  const shownName = await tx.shownName.create({ data: { ...ofTerm, name: word } });
  const holder = await tx.holder.create({
    data: { ...ofTerm, legalName: word, contact: word, codeHash: word },
  });
  const interest = await tx.declaredInterest.create({
    data: { ...ofTerm, text: word, language: word, declaredOn: day, isPublic: true },
  });
  const meeting = await tx.meeting.create({
    data: {
      councilId,
      groupId: group.id,
      day,
      startTime: '17:30',
      isPublished,
      agenda: word,
      language: word,
      agendaUrl: word,
      minutesUrl: word,
    },
  });
  const access = await tx.meetingAccess.create({
    data: { councilId, meetingId: meeting.id, place: word, joiningUrl: word, isPublic: true },
  });
  const decision = await tx.decision.create({
    data: { councilId, meetingId: meeting.id, position: 0, text: word, language: word },
  });
  const recusal = await tx.recusal.create({
    data: { ...ofTerm, decisionId: decision.id, isPublic: true },
  });
  const inOtherWords = { councilId, language: word, field: word, text: word, source: 'PERSON' as const };
  const translations = [
    await tx.translation.create({ data: { ...inOtherWords, groupId: group.id } }),
    await tx.translation.create({ data: { ...inOtherWords, constituencyId: constituency.id } }),
    await tx.translation.create({ data: { ...inOtherWords, meetingId: meeting.id } }),
    await tx.translation.create({ data: { ...inOtherWords, decisionId: decision.id } }),
  ] as const;
  return {
    SteeringGroup: [group.id],
    Constituency: [constituency.id],
    Seat: [seat.id],
    Term: [term.id],
    Appearance: [appearance.id],
    ShownName: [shownName.id],
    Holder: [holder.id],
    DeclaredInterest: [interest.id],
    Meeting: [meeting.id],
    MeetingAccess: [access.id],
    Decision: [decision.id],
    Recusal: [recusal.id],
    Translation: translations.map(({ id }) => id),
  };
}

interface ServiceRows {
  councilId: string;
  /** Stands in every text of every row, so that a test can look for it. */
  word: string;
  isPublished: boolean;
  withholdsTimes?: boolean;
}

/** One row of every table that a service can hold, its organisation included; returns their identifiers. */
export async function addServiceRows(
  tx: Prisma.TransactionClient,
  { councilId, word, isPublished, withholdsTimes = false }: ServiceRows,
) {
  const day = new Date('2026-01-01');
  const organisation = await tx.organisation.create({
    data: {
      councilId,
      name: word,
      kind: 'CHARITY',
      charityNumber: word,
      website: word,
      description: word,
      language: word,
      email: word,
      telephone: word,
      thingsWanted: word,
      thingsNotWanted: word,
      withholdsTimes,
    },
  });
  const service = await tx.service.create({
    data: {
      councilId,
      organisationId: organisation.id,
      slug: word,
      name: word,
      language: word,
      summary: word,
      categories: ['FOOD'],
      stateNote: word,
      notice: word,
      referralBy: word,
      accessNote: word,
      papersNote: word,
      dataSharing: word,
      regulator: word,
      regulatorNumber: word,
      eligibilityNote: word,
      interpreterLanguages: [word],
      interpreterNote: word,
      costNote: word,
      helpNote: word,
      hours: 'SCHEDULED',
      hoursNote: word,
      capacityNote: word,
      sourceUrl: word,
      isPublished,
    },
  });
  const ofService = { councilId, serviceId: service.id };
  const language = await tx.serviceLanguage.create({ data: { ...ofService, language: word, note: word } });
  const contact = await tx.serviceContact.create({
    data: { ...ofService, position: 0, kind: 'EMAIL', value: word, label: word, language: word, note: word },
  });
  const area = await tx.serviceArea.create({ data: { ...ofService, name: word, outcodes: [word] } });
  const location = await tx.location.create({
    data: {
      councilId,
      organisationId: organisation.id,
      name: word,
      address: word,
      city: word,
      postcode: word,
      directions: word,
      accessibilityNote: word,
      language: word,
    },
  });
  const at = await tx.serviceLocation.create({ data: { ...ofService, locationId: location.id, note: word } });
  const schedule = await tx.schedule.create({
    data: {
      ...ofService,
      serviceLocationId: at.id,
      weekdays: [1],
      opensAt: '09:00',
      closesAt: '17:00',
      note: word,
      language: word,
    },
  });
  const exception = await tx.scheduleException.create({
    data: { ...ofService, firstDay: day, lastDay: day, note: word, language: word },
  });
  const inOtherWords = { councilId, language: word, field: word, text: word, source: 'PERSON' as const };
  const translations = [
    await tx.translation.create({ data: { ...inOtherWords, serviceId: service.id } }),
    await tx.translation.create({ data: { ...inOtherWords, organisationId: organisation.id } }),
  ] as const;
  return {
    Organisation: [organisation.id],
    Service: [service.id],
    ServiceLanguage: [language.id],
    ServiceContact: [contact.id],
    ServiceArea: [area.id],
    Location: [location.id],
    ServiceLocation: [at.id],
    Schedule: [schedule.id],
    ScheduleException: [exception.id],
    Translation: translations.map(({ id }) => id),
  };
}
