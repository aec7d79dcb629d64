import type { Prisma } from '@open-sanctuary/database/client';
import { addMonths, startOfMonth } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { dayAt } from '../council/council.facts.ts';
import { ExpectedError } from '../errors.ts';
import { dayToStore, requireLanguage } from '../input.ts';
import { isUuid } from '../text.rules.ts';
import { createBudget } from './budget.rules.ts';

type ProblemKind = Prisma.EntryProblemGetPayload<object>['kind'];
type Category = Prisma.ServiceGetPayload<object>['categories'][number];

// Over everybody who says something to a council: to bound each visitor, one would have to remember who they are.
const takeFromBudget = createBudget(60, 60_000);

function spend(councilId: string, now: Date) {
  if (!takeFromBudget(councilId, now))
    throw new ExpectedError(
      'Many people are telling us something at this moment. Please try again in a minute.',
      'TRY_LATER',
    );
}

export type MissedHelpFacts = Pick<Prisma.NothingFoundGetPayload<object>, 'category' | 'language' | 'count'>;

/** Small numbers could tell of one person, so the months with fewer are left out. */
const fewestShown = 5;

/** Counts one visitor's word about an entry; false where there is no such service to be seen. */
export async function reportEntryProblem(context: Context, serviceId: string, kind: ProblemKind) {
  if (!isUuid(serviceId)) return false;
  const service = await context.database.service.findUnique({
    where: { id: serviceId },
    select: { councilId: true },
  });
  if (!service) return false;
  spend(service.councilId, context.now);
  const [row] = await context.database.$queryRaw<{ isCounted: boolean }[]>`
    SELECT sanctuary.report_entry_problem(${serviceId}::uuid, ${kind}::"ProblemKind") AS "isCounted"`;
  return row?.isCounted ?? false;
}

/** Counts that somebody found no help; false where there is no such council. */
export async function reportNothingFound(
  context: Context,
  slug: string,
  category: Category | null,
  language: string | null,
) {
  const council = await context.database.council.findUnique({ where: { slug }, select: { id: true } });
  if (!council) return false;
  const spoken = language === null ? null : requireLanguage(language, 'language');
  spend(council.id, context.now);
  const [row] = await context.database.$queryRaw<{ isCounted: boolean }[]>`
    SELECT sanctuary.report_nothing_found(${council.id}::uuid, ${category}::"ServiceCategory", ${spoken}) AS "isCounted"`;
  return row?.isCounted ?? false;
}

export async function listMissedHelp(
  { id: councilId }: { id: string },
  _args: object,
  context: Context,
): Promise<MissedHelpFacts[]> {
  const today = await dayAt({ councilId }, context.now, context);
  const groups = await context.database.nothingFound.groupBy({
    by: ['category', 'language'],
    where: {
      councilId,
      month: { gt: dayToStore(addMonths(startOfMonth(today), -12)) },
      count: { gte: fewestShown },
    },
    _sum: { count: true },
    orderBy: [{ _sum: { count: 'desc' } }, { category: 'asc' }, { language: 'asc' }],
  });
  return groups.map(({ category, language, _sum }) => ({ category, language, count: _sum.count ?? 0 }));
}
