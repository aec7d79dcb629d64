import { readClock, type ManagementDatabase } from '@open-sanctuary/database/client';
import { calendarDate } from '@open-sanctuary/graphql-schema/calendar.rules';
import { effectiveReports } from '@open-sanctuary/graphql-schema/report.rules';
import { listRememberedWords } from './import-words.ts';
import { asOneLine, ExpectedFailure } from './run-command.ts';
import type { NewestReports } from './status-reports.ts';
import type { StoredAction, StoredPlan, StoredTarget } from './plan-difference.ts';

/** The council, its plan as it is stored, and the revision at which both were read. */
export type StoredCouncil = Awaited<ReturnType<typeof getStoredCouncil>>;

export async function getStoredCouncil(
  { read }: Pick<ManagementDatabase, 'read'>,
  slug: string,
  planSlug: string,
) {
  const council = await read.council.findUnique({
    where: { slug },
    select: {
      id: true,
      name: true,
      revision: true,
      languages: true,
      timeZone: true,
      _count: { select: { plans: true } },
      organisations: { select: { id: true, name: true } },
    },
  });
  if (!council) throw await describeUnknownCouncil(read, slug);
  // The revision is read first: whatever changes from here on is noticed before anything is written.
  const plan = await findPlan(read, council.id, planSlug);
  const words = await listRememberedWords(read, council.id);
  const now = await readClock(read);
  const { _count: counts, ...columns } = council;
  return {
    ...columns,
    words,
    plansSoFar: counts.plans,
    plan: plan && {
      ...plan,
      content: readContent(plan, (moment) => isBeforeToday(moment, now, columns.timeZone)),
      newestReports: findNewestReports(plan, now),
    },
  };
}

/** Nothing is stored yet. */
export const nothingStored: StoredPlan = { themes: [], actions: [], targets: [] };

async function describeUnknownCouncil(read: ManagementDatabase['read'], slug: string) {
  const known = await read.council.findMany({ select: { slug: true }, orderBy: { slug: 'asc' }, take: 20 });
  const names = known.map((council) => council.slug).join(', ');
  return new ExpectedFailure(
    `There is no council "${asOneLine(slug)}". ${names ? `Known are: ${names}. ` : ''}Add it first: npm run council:add -- --slug … --name "…"`,
  );
}

type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

function findPlan(read: ManagementDatabase['read'], councilId: string, slug: string) {
  return read.plan.findUnique({
    where: { councilId_slug: { councilId, slug } },
    include: {
      themes: { orderBy: { position: 'asc' } },
      actions: {
        orderBy: { position: 'asc' },
        include: {
          wordings: {
            orderBy: { number: 'desc' },
            include: { leads: { orderBy: { position: 'asc' } } },
          },
          reports: {
            select: { id: true, status: true, whatHappened: true, publishedAt: true, correctsId: true },
          },
          _count: { select: { milestones: true } },
        },
      },
      targets: {
        where: { partOfId: null },
        orderBy: { position: 'asc' },
        include: {
          _count: { select: { measurements: true } },
          shares: { select: { _count: { select: { measurements: true } } } },
        },
      },
    },
  });
}

/** What the newest report says about each action that has one. */
function findNewestReports({ actions }: FoundPlan, now: Date): NewestReports {
  return new Map(
    actions.flatMap(({ id, reports }) => {
      const [newest] = effectiveReports(
        reports.filter(({ publishedAt }) => publishedAt !== null && publishedAt <= now),
      );
      return newest ? [[id, newest]] : [];
    }),
  );
}

const isBeforeToday = (moment: Date, now: Date, timeZone: string) =>
  calendarDate(moment, timeZone) < calendarDate(now, timeZone);

function readContent(
  { themes, actions, targets }: FoundPlan,
  hasStoodSince: (moment: Date) => boolean,
): StoredPlan {
  const themeTitles = new Map(themes.map(({ id, title }) => [id, title]));
  const storedTargets = targets.map(({ _count, shares, ...target }): StoredTarget => ({
    ...target,
    isMeasured: [{ _count }, ...shares].some(({ _count: { measurements } }) => measurements > 0),
  }));
  const measuredActions = new Set(
    storedTargets.filter(({ isMeasured }) => isMeasured).map(({ actionId }) => actionId),
  );
  return {
    themes,
    targets: storedTargets,
    actions: actions.flatMap(({ wordings, reports, _count, leftDocumentAt, ...action }): StoredAction[] => {
      // Each action is written together with its first wording.
      const [wording, first] = [wordings[0], wordings.at(-1)];
      if (!wording || !first) return [];
      return [
        {
          ...action,
          title: wording.title,
          detail: wording.detail,
          leadText: wording.leadText,
          dueText: wording.dueText,
          leads: wording.leads.map(({ name, role }) => ({ name, role })),
          wordingNumber: wording.number,
          strengths: wording.strengths,
          language: wording.language,
          themeTitle: themeTitles.get(action.themeId) ?? '',
          hasLeft: leftDocumentAt !== null,
          reports: reports.length,
          hasStood: hasStoodSince(first.since),
          hasHistory: reports.length > 0 || _count.milestones > 0 || measuredActions.has(action.id),
        },
      ];
    }),
  };
}
