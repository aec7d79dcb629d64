// What changed last, in words. The register names records and fields; a reader wants to know what happened.

export interface Change {
  readonly at: string;
  readonly revision: number;
  readonly kind: 'CREATED' | 'CHANGED' | 'REMOVED';
  readonly noun: string;
  readonly plan: { readonly slug: string; readonly title: string } | null;
  readonly action: {
    readonly ref: string;
    readonly refIsDerived: boolean;
    readonly title: string;
    readonly plan: { readonly slug: string };
  } | null;
}

/** One thing that happened: to an action, to a plan, or to what is known of the council. */
export interface Happening {
  readonly at: string;
  readonly words: string;
  readonly action: Change['action'];
  readonly plan: Change['plan'];
}

/** More actions or translations than this in one step are told as one. */
const most = 5;

const phrases: Readonly<Record<string, Readonly<Record<Change['kind'], string>>>> = {
  Report: {
    CREATED: 'a report was published',
    CHANGED: 'a report was changed',
    REMOVED: 'a report was taken down',
  },
  GroupAssessment: {
    CREATED: 'the group said what it thinks of a report',
    CHANGED: 'the group changed what it says of a report',
    REMOVED: 'the group took back what it said',
  },
  CouncilResponse: {
    CREATED: 'the council responded to the group',
    CHANGED: 'the council changed its response to the group',
    REMOVED: 'the council took back its response',
  },
  Action: {
    CREATED: 'the action was added',
    CHANGED: 'the action was changed',
    REMOVED: 'an action was removed',
  },
  ActionWording: {
    CREATED: 'the wording changed',
    CHANGED: 'the wording changed',
    REMOVED: 'a wording was removed',
  },
  Evidence: {
    CREATED: 'evidence was added',
    CHANGED: 'evidence was changed',
    REMOVED: 'evidence was removed',
  },
  Milestone: {
    CREATED: 'a milestone was added',
    CHANGED: 'a milestone was changed',
    REMOVED: 'a milestone was removed',
  },
  Measurement: {
    CREATED: 'a figure was published',
    CHANGED: 'a figure was changed',
    REMOVED: 'a figure was removed',
  },
  Target: {
    CREATED: 'a target was added',
    CHANGED: 'a target was changed',
    REMOVED: 'a target was removed',
  },
  Translation: {
    CREATED: 'a translation was added',
    CHANGED: 'a translation was changed',
    REMOVED: 'a translation was removed',
  },
  Theme: { CREATED: 'a theme was added', CHANGED: 'a theme was changed', REMOVED: 'a theme was removed' },
  Plan: {
    CREATED: 'the plan was added',
    CHANGED: 'the plan’s description was changed',
    REMOVED: 'a plan was removed',
  },
  Council: {
    CREATED: 'the council joined',
    CHANGED: 'the council’s details were changed',
    REMOVED: 'the council left',
  },
};

/** Of what changed in one step, these say it all; the others only come with them. */
const tellingFirst = Object.keys(phrases);

/** What happened, newest first, one line for each step and each action. */
export function describeHappenings(changes: readonly Change[]): Happening[] {
  const steps = Map.groupBy(changes, ({ revision }) => revision);
  return [...steps.values()]
    .flatMap(describeStep)
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function describeStep(changes: Change[]): Happening[] {
  const translations = changes.filter(({ noun }) => noun === 'Translation');
  const [first] = translations;
  if (!first || translations.length <= most) return describeActions(changes);
  const others = changes.filter((change) => !translations.includes(change));
  return [
    ...describeActions(others),
    { at: first.at, plan: null, action: null, words: 'translations were added or changed' },
  ];
}

function describeActions(changes: Change[]): Happening[] {
  const byAction = Map.groupBy(changes, ({ action, plan }) => `${plan?.slug}/${action?.ref ?? ''}`);
  const actions = [...byAction.values()].filter(([first]) => first?.action);
  if (actions.length > most) return describeManyActions(changes);
  return [...byAction.values()].flatMap((some) => describeGroup(some));
}

/** A whole plan that came, or came anew. */
function describeManyActions(changes: Change[]): Happening[] {
  return [...Map.groupBy(changes, ({ plan }) => plan?.slug)].flatMap(([slug, some]) => {
    const [first] = some;
    if (!slug || !first) return [];
    const isNew = some.every(({ kind }) => kind === 'CREATED');
    return [
      {
        at: first.at,
        plan: first.plan,
        action: null,
        words: isNew ? 'the plan was added' : 'many of the plan’s actions were changed',
      },
    ];
  });
}

function describeGroup(changes: Change[]): Happening[] {
  const [told] = changes
    .filter(({ noun }) => noun in phrases)
    .toSorted((one, other) => tellingFirst.indexOf(one.noun) - tellingFirst.indexOf(other.noun));
  const words = told && phrases[told.noun]?.[told.kind];
  return told && words ? [{ at: told.at, words, action: told.action, plan: told.plan }] : [];
}
