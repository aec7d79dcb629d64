// Which report counts: published ones only, with every correction in the place of what it corrects.

export type ReportedStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'DELAYED' | 'DONE' | 'STOPPED';
export type ActionStatus = 'NOT_REPORTED' | ReportedStatus;
export type AssessedView = 'AGREES' | 'PARTLY_AGREES' | 'DISAGREES';
export type GroupView = AssessedView | 'NOT_ASSESSED';

interface Report {
  id: string;
  status: ReportedStatus;
  publishedAt: Date | null;
  correctsId: string | null;
}

type Published<T extends Report> = T & { publishedAt: Date };

/** `reportedAt` is when the report was first published, before any correction. */
export type EffectiveReport<T extends Report> = Published<T> & { reportedAt: Date };

/** The reports as they stand now, newest first. */
export function effectiveReports<T extends Report>(reports: readonly T[]): EffectiveReport<T>[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const standing = new Map<string, EffectiveReport<T>>();
  for (const report of reports.filter(isPublished).toSorted(byPublication)) {
    const [original, firstPublished] = originsOf(report, byId);
    standing.set(original.id, { ...report, reportedAt: firstPublished.publishedAt });
  }
  return [...standing.values()].toSorted(
    (one, other) => other.reportedAt.getTime() - one.reportedAt.getTime() || byText(other.id, one.id),
  );
}

/** Every published report: as they stand now, newest first, each followed by those it took the place of. */
export function historyOf<T extends Report>(reports: readonly T[]): T[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return effectiveReports(reports).flatMap((report) => chainOf<T>(report, byId).filter(isPublished));
}

/** What the newest report says. */
export function currentStatus(reports: readonly Report[]): ActionStatus {
  return effectiveReports(reports)[0]?.status ?? 'NOT_REPORTED';
}

/** What the group says last about the newest report; a view of an earlier one is no view of this one. */
export function groupViewOf(
  newest: { assessments: readonly { view: AssessedView }[] } | null | undefined,
): GroupView {
  return newest?.assessments.at(-1)?.view ?? 'NOT_ASSESSED';
}

/** The report at the start of a chain of corrections, and the first of the chain that was published. */
function originsOf<T extends Report>(report: Published<T>, byId: ReadonlyMap<string, T>): [T, Published<T>] {
  const chain = chainOf<T>(report, byId);
  return [chain.at(-1) ?? report, chain.findLast(isPublished) ?? report];
}

/** A report, the one it corrects, the one which that corrects, and so on. */
function chainOf<T extends Report>(report: T, byId: ReadonlyMap<string, T>): T[] {
  const chain = new Set<T>();
  for (let next: T | undefined = report; next && !chain.has(next); next = byId.get(next.correctsId ?? ''))
    chain.add(next);
  return [...chain];
}

function isPublished<T extends Report>(report: T): report is Published<T> {
  return report.publishedAt !== null;
}

function byPublication(one: Published<Report>, other: Published<Report>): number {
  return one.publishedAt.getTime() - other.publishedAt.getTime() || byText(one.id, other.id);
}

function byText(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
