// What a feed tells of, in plain words, from what is public now. What was taken down or corrected is not told again.

import { getWords } from '@open-sanctuary/widgets/words';
import { count } from '../count.ts';

export interface Change {
  readonly at: string;
  readonly kind: 'CREATED' | 'CHANGED' | 'REMOVED';
  readonly noun: string;
  readonly fields: readonly string[];
  readonly recordUuid: string;
  readonly plan: { readonly slug: string } | null;
}

type Status = 'NOT_REPORTED' | 'NOT_STARTED' | 'IN_PROGRESS' | 'DELAYED' | 'DONE' | 'STOPPED';
type View = 'AGREES' | 'PARTLY_AGREES' | 'DISAGREES' | 'NOT_ASSESSED';

export interface FeedReport {
  readonly uuid: string;
  readonly publishedAt: string;
  readonly publishedOn: string;
  readonly status: Status;
  readonly whatHappened: string;
  readonly language: string;
  readonly corrects: { readonly uuid: string } | null;
  readonly groupAssessment: {
    readonly uuid: string;
    readonly view: View;
    readonly reason: string | null;
    readonly language: string;
    readonly assessedOn: string;
  } | null;
  readonly councilResponse: {
    readonly uuid: string;
    readonly text: string;
    readonly language: string;
    readonly respondedOn: string;
  } | null;
}

export interface FeedAction {
  readonly uuid: string;
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly title: string;
  readonly language: string;
  readonly leadText: string | null;
  readonly dueText: string | null;
  readonly leftDocumentOn: string | null;
  /** Oldest first. */
  readonly wordings: readonly { readonly since: string; readonly changed: readonly string[] }[];
  readonly reports: readonly FeedReport[];
}

export interface FeedPlan {
  readonly slug: string;
  readonly uuid: string;
  readonly title: string;
  readonly language: string;
  readonly progress: { readonly total: number };
  readonly themes: readonly { readonly ref: string }[];
  readonly actions: readonly FeedAction[];
}

export type UpdateKind = 'report' | 'group-view' | 'response' | 'wording' | 'plan';

export interface Update {
  /** Names it for ever, within the council. */
  readonly key: string;
  readonly kind: UpdateKind;
  readonly title: string;
  /** In our words. */
  readonly summary: string;
  /** In the words of the council or the group. */
  readonly quote: { readonly text: string; readonly language: string } | null;
  /** Null where it is not known. */
  readonly published: string | null;
  readonly updated: string;
  readonly plan: string;
  /** Null where it is about the plan. */
  readonly ref: string | null;
}

/** The updates of a council, and what their feed says of itself. */
export interface Feed {
  /** RFC 4151: who may name things, and from when on; `tag:example.org,2026:hackney`. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  readonly licenceUrl: string | null;
  readonly selfUrl: string;
  readonly homeUrl: string;
  readonly isExample: boolean;
  readonly updated: string;
  readonly updates: readonly Update[];
  urlOf(update: Update): string;
}

interface Facts {
  readonly changes: readonly Change[];
  readonly plans: readonly FeedPlan[];
}

const mostNamed = 10;
const { t } = getWords('en');
const fieldWords: Readonly<Record<string, string>> = {
  title: 'title',
  detail: 'detail',
  leadText: 'lead',
  dueText: 'timescale',
};

/** The newest first, at most `most`. */
export function listUpdates({ changes, plans }: Facts, most = 50): Update[] {
  return plans
    .flatMap((plan) => {
      const ofPlan = changes.filter((change) => change.plan?.slug === plan.slug);
      const recorded = readMoments(ofPlan);
      return [
        ...listPublications(plan, ofPlan),
        ...listWordingUpdates(plan, ofPlan, recorded),
        ...plan.actions.flatMap((action) =>
          action.reports.flatMap((report) => listReportUpdates(plan, action, report, recorded)),
        ),
      ];
    })
    .toSorted((one, other) => compare(other.updated, one.updated) || compare(one.key, other.key))
    .slice(0, most);
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);

interface Moments {
  /** When the plan came; what came with it was written before. */
  readonly planCame: string | undefined;
  readonly of: ReadonlyMap<string, { readonly first: string; readonly last: string }>;
}

function readMoments(changes: readonly Change[]): Moments {
  const planCame = changes.find(({ noun, kind }) => noun === 'Plan' && kind === 'CREATED')?.at;
  const of = new Map<string, { first: string; last: string }>();
  for (const { at, recordUuid, kind } of changes) {
    if (kind === 'REMOVED') continue;
    const known = of.get(recordUuid);
    of.set(recordUuid, {
      first: known && known.first < at ? known.first : at,
      last: known && known.last > at ? known.last : at,
    });
  }
  return { planCame, of };
}

function listPublications(plan: FeedPlan, changes: readonly Change[]): Update[] {
  const moments = changes
    .filter(
      ({ noun, kind, fields }) =>
        noun === 'Plan' && (kind === 'CREATED' || (kind === 'CHANGED' && fields.includes('state'))),
    )
    .map(({ at }) => at)
    .toSorted(compare);
  const updated = moments.at(-1);
  if (updated === undefined) return [];
  const total = plan.progress.total;
  return [
    {
      key: `plan/${plan.uuid}`,
      kind: 'plan',
      title: `Plan: ${isolate(plan.title)}`,
      summary: `The plan is published here, with ${count(total, 'action')} in ${count(plan.themes.length, 'theme')}.`,
      quote: null,
      published: null,
      updated,
      plan: plan.slug,
      ref: null,
    },
  ];
}

/** What one write changed is told once, however many actions it touched. */
function listWordingUpdates(plan: FeedPlan, changes: readonly Change[], { planCame }: Moments): Update[] {
  const steps = new Map<string, Step>();
  const stepAt = (at: string) => {
    const step = steps.get(at) ?? { worded: [], added: [], left: [] };
    steps.set(at, step);
    return step;
  };
  for (const action of plan.actions) {
    for (const [at, { since, changed }] of action.wordings.entries()) {
      if (changed.length === 0) continue;
      const isNewest = at === action.wordings.length - 1;
      stepAt(since).worded.push({ action, changed, isNewest });
    }
  }
  const byUuid = new Map(plan.actions.map((action) => [action.uuid, action]));
  for (const { at, noun, kind, fields, recordUuid } of changes) {
    const action = noun === 'Action' ? byUuid.get(recordUuid) : undefined;
    if (!action || at === planCame) continue;
    if (kind === 'CREATED') stepAt(at).added.push(action);
    else if (fields.includes('leftDocumentAt') && action.leftDocumentOn) stepAt(at).left.push(action);
  }
  return [...steps].map(([at, step]) => describeStep(plan, at, step));
}

interface Step {
  worded: { action: FeedAction; changed: readonly string[]; isNewest: boolean }[];
  added: FeedAction[];
  left: FeedAction[];
}

function describeStep(plan: FeedPlan, at: string, { worded, added, left }: Step): Update {
  const actions = [...worded.map(({ action }) => action), ...added, ...left];
  const [only] = actions;
  const about = {
    kind: 'wording',
    quote: null,
    published: at,
    updated: at,
    plan: plan.slug,
  } as const;
  if (only && actions.length === 1) {
    const [words] = worded;
    const what = words
      ? `${listFields(words.changed)} changed`
      : added.length > 0
        ? 'the action was added'
        : 'no longer in the council’s document';
    return {
      ...about,
      key: `action/${only.uuid}/${at}`,
      title: `${labelOf(only)}: ${what}`,
      // Words that were changed again since are not repeated.
      summary: words && !words.isNewest ? 'It was changed again since.' : describeLeadAndTime(only),
      ref: only.ref,
    };
  }
  const parts = [
    [worded.length, 'changed'],
    [added.length, 'added'],
    [left.length, 'no longer in the document'],
  ] as const;
  const named = actions.slice(0, mostNamed).map((action) => `${labelOf(action)}.`);
  const more = actions.length - named.length;
  return {
    ...about,
    key: `plan/${plan.uuid}/${at}`,
    title: `${isolate(plan.title)}: ${parts
      .filter(([some]) => some > 0)
      .map(([some, what]) => `${count(some, 'action')} ${what}`)
      .join(', ')}`,
    summary: [...named, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
    ref: null,
  };
}

const describeLeadAndTime = ({ leadText, dueText }: FeedAction) =>
  `Lead: ${leadText === null ? 'none published' : isolate(leadText)}. Timescale: ${dueText === null ? 'none published' : isolate(dueText)}.`;

function listFields(fields: readonly string[]): string {
  const words = fields.map((field) => fieldWords[field] ?? 'wording');
  const last = words.at(-1) ?? 'wording';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

function listReportUpdates(
  plan: FeedPlan,
  action: FeedAction,
  report: FeedReport,
  recorded: Moments,
): Update[] {
  const correction = action.reports.find(({ corrects }) => corrects?.uuid === report.uuid);
  const about = { plan: plan.slug, ref: action.ref };
  const key = `report/${report.uuid}`;
  const label = labelOf(action);
  // Readers that have kept the words replace them by these.
  const taken = {
    summary: 'The report was corrected later; the page shows what holds now.',
    quote: null,
  } as const;
  const updates: Update[] = [
    {
      ...about,
      key,
      kind: 'report',
      title: correction
        ? `${label}: a report that was corrected later`
        : `${label}: ${t(`status.${report.status}`)}`,
      ...(correction
        ? taken
        : {
            summary: `${t('councilReports')}: ${t(`status.${report.status}`)}.${report.corrects ? ' This corrects an earlier report.' : ''}`,
            quote: { text: report.whatHappened, language: report.language },
          }),
      published: report.publishedAt,
      updated: correction?.publishedAt ?? report.publishedAt,
    },
  ];
  const follow = (record: { uuid: string }, day: string) => {
    const moments = recorded.of.get(record.uuid);
    const came = recorded.planCame;
    const ofDay = dayAfter(report.publishedAt, day);
    // What came with the plan was written on its own day, not on that of the import.
    const first = moments && moments.first !== came ? moments.first : ofDay;
    const last = moments && moments.last !== came ? moments.last : ofDay;
    return {
      published: first,
      updated: correction && correction.publishedAt > last ? correction.publishedAt : last,
    };
  };
  const { groupAssessment: view, councilResponse: response } = report;
  if (view) {
    updates.push({
      ...about,
      key: `${key}/group-view`,
      kind: 'group-view',
      title: correction
        ? `${label}: the group on a report that was corrected later`
        : `${label}: ${t('groupSays')}: ${t(`view.${view.view}`)}`,
      ...(correction
        ? taken
        : {
            summary: `${t('groupSays')} about the report of ${report.publishedOn}: ${t(`view.${view.view}`)}.`,
            quote: view.reason === null ? null : { text: view.reason, language: view.language },
          }),
      ...follow(view, view.assessedOn),
    });
  }
  if (response) {
    updates.push({
      ...about,
      key: `${key}/response`,
      kind: 'response',
      title: `${label}: the council responds to the group`,
      ...(correction
        ? taken
        : {
            summary: `The council’s response, about the report of ${report.publishedOn}.`,
            quote: { text: response.text, language: response.language },
          }),
      ...follow(response, response.respondedOn),
    });
  }
  return updates;
}

/** Where only the day is known, noon stands for it, and never before what it is about. */
const dayAfter = (moment: string, day: string) => {
  const noon = `${day}T12:00:00.000Z`;
  return noon > moment ? noon : moment;
};

const labelOf = ({ ref, refIsDerived, title }: FeedAction) =>
  refIsDerived ? isolate(title) : `${ref} ${isolate(title)}`;

/** Words that run from right to left must not turn the sentence round them. */
const isolate = (text: string) =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
