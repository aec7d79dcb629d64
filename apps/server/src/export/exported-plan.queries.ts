import { type Ask, listPages, type Page } from '../answers.ts';

export interface ExportedTarget {
  readonly uuid: string;
  readonly kind: 'TARGET' | 'OUTCOME';
  readonly statement: string;
  readonly language: string;
  readonly dueText: string | null;
  readonly baselineValue: number | null;
  readonly targetValue: number | null;
  readonly unit: string | null;
  readonly forWhom: string | null;
  readonly shares: readonly {
    readonly statement: string;
    readonly targetValue: number | null;
    readonly unit: string | null;
    readonly forWhom: string | null;
  }[];
}

const targetParts = `fragment TargetParts on Target { uuid kind statement language dueText baselineValue targetValue
  unit forWhom shares { statement targetValue unit forWhom } }`;

export interface ExportedAction {
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly theme: { readonly ref: string };
  readonly title: string;
  readonly detail: string | null;
  readonly language: string;
  readonly leadText: string | null;
  readonly leads: readonly {
    readonly name: string;
    readonly role: 'ACCOUNTABLE' | 'PARTNER' | 'OTHERS_NOT_NAMED';
  }[];
  readonly dueText: string | null;
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly strengths: readonly ('DELIVER' | 'CONTINUE' | 'EXPLORE')[];
  readonly strengthsAreDerived: boolean;
  readonly targets: readonly ExportedTarget[];
  readonly status: 'NOT_REPORTED' | 'NOT_STARTED' | 'IN_PROGRESS' | 'DELAYED' | 'DONE' | 'STOPPED';
  readonly lastReportedOn: string | null;
  readonly reports: readonly { readonly whatHappened: string; readonly language: string }[];
  readonly isOverdue: boolean | null;
  readonly daysLate: number;
  readonly groupView: 'AGREES' | 'PARTLY_AGREES' | 'DISAGREES' | 'NOT_ASSESSED';
  readonly groupAssessment: { readonly reason: string | null; readonly language: string } | null;
  readonly councilResponse: { readonly text: string; readonly language: string } | null;
  readonly leftDocumentOn: string | null;
}

export interface ExportedTheme {
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly title: string;
  readonly detail: string | null;
  readonly language: string;
  readonly targets: readonly ExportedTarget[];
}

export interface ExportedCouncil {
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly today: string;
  readonly revision: number;
  readonly dataLicence: string;
  readonly siteUrl: string | null;
}

export interface ExportedPlan {
  readonly council: ExportedCouncil;
  readonly plan: {
    readonly slug: string;
    readonly title: string;
    readonly language: string;
    readonly state: string;
    readonly periodText: string | null;
    readonly sourceUrl: string | null;
  };
  readonly themes: readonly ExportedTheme[];
  readonly actions: readonly ExportedAction[];
}

/** Each of these questions fits the budget of everybody, whatever the length of the plan. */
export const exportDocuments = {
  plan: `query ExportedPlan($council: String!, $plan: String!) { council(slug: $council) {
    slug name isExample today revision dataLicence siteUrl plans { slug }
    plan(slug: $plan) { slug title language state periodText sourceUrl } } }`,
  actions: `query ExportedActions($council: String!, $plan: String!, $after: String) { council(slug: $council) {
    plan(slug: $plan) { actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
      ref refIsDerived theme { ref } title detail language leadText leads { name role } dueText dueFrom dueTo
      strengths strengthsAreDerived targets { ...TargetParts } status lastReportedOn
      reports { whatHappened language } isOverdue daysLate groupView groupAssessment { reason language }
      councilResponse { text language } leftDocumentOn
    } } } } } }
  ${targetParts}`,
  themes: `query ExportedThemes($council: String!, $plan: String!) { council(slug: $council) { plan(slug: $plan) {
    themes { ref refIsDerived title detail language targets { ...TargetParts } } } } }
  ${targetParts}`,
} as const;

/** The plan is not there for the public; `plans` are those that are. */
export class NoSuchPlan extends Error {
  override name = 'NoSuchPlan';
  readonly plans: readonly string[];

  constructor(plans: readonly string[]) {
    super('There is no such plan.');
    this.plans = plans;
  }
}

/** All that the public may see of a plan's actions, as of one moment; throws NoSuchPlan. */
export async function getExportedPlan(
  ask: Ask,
  names: { council: string; plan: string },
): Promise<ExportedPlan> {
  type Found = ExportedCouncil & {
    readonly plans: readonly { readonly slug: string }[];
    readonly plan: ExportedPlan['plan'] | null;
  };
  const { council: found } = await ask<{ council: Found | null }>(exportDocuments.plan, names);
  if (!found?.plan) throw new NoSuchPlan((found?.plans ?? []).map(({ slug }) => slug));
  const { plans: _, plan, ...council } = found;
  const actions = await listPages(async (after) => {
    type Actions = Within<{ actions: Page<ExportedAction> }>;
    return (await ask<Actions>(exportDocuments.actions, { ...names, after })).council?.plan?.actions;
  });
  const { council: withThemes } = await ask<Within<{ themes: readonly ExportedTheme[] }>>(
    exportDocuments.themes,
    names,
  );
  const ofActions = new Set(actions.flatMap(({ targets }) => targets.map(({ uuid }) => uuid)));
  const themes = (withThemes?.plan?.themes ?? []).map((theme) => ({
    ...theme,
    targets: theme.targets.filter(({ uuid }) => !ofActions.has(uuid)),
  }));
  return { council, plan, themes, actions };
}

type Within<Part> = { readonly council: { readonly plan: Part | null } | null };
