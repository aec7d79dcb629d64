import { findDeliveryTime, namesImpossibleDay } from './timescales.ts';
import { listNamesStandingAlone, parseLeads } from './leads.ts';
import { warnOfPersonAsLead } from './personal.ts';
import type {
  DraftAction,
  DraftTheme,
  FoundAction,
  FoundPlan,
  FoundTheme,
  PlanDraft,
  Warning,
} from './plan-draft.ts';
import { withoutDash } from './placeholders.ts';
import { settleRefs } from './refs.ts';
import { splitFirstSentence } from './sentences.ts';
import { readTargets } from './targets.ts';

const COUNTED =
  /\b(?:sets? out|contains?|includes?|has|have|our|these|following|made up of|consists of|of)\s+(\d{1,3})\s+(?:\w+\s)?(actions|commitments|themes|objectives|priorities)\b/gi;

/** Cuts the found words into titles, details, leads and targets, and gives every ref. */
export function assembleDraft(found: FoundPlan): Pick<PlanDraft, 'title' | 'themes' | 'warnings'> {
  const actions = found.themes.flatMap((theme) => theme.actions);
  const { ofTheme, ofAction, warnings: refWarnings } = settleRefs(found.themes);
  const knownNames = listNamesStandingAlone(
    actions.map((action) => action.leadText).filter((text) => text !== null),
  );
  // The town in the plan's title is in the names of its services, too.
  const placeNames = new Set((found.title ?? '').toLowerCase().split(/[^\p{L}’'-]+/u));
  const warnings: Warning[] = [...found.warnings, ...refWarnings];

  const assembleAction = (action: FoundAction): DraftAction => {
    const { title, detail } = cutWording(action);
    const leadText = withoutDash(action.leadText);
    const settled = ofAction.get(action);
    if (leadText !== null) {
      const warning = warnOfPersonAsLead(leadText, action.place, placeNames);
      if (warning) warnings.push(warning);
    }
    const dueText = withoutDash(action.dueText) ?? findDeliveryTime(action.wording);
    if (dueText !== null && namesImpossibleDay(dueText)) {
      warnings.push({
        place: action.place,
        what: 'This day is not in the calendar',
        why: 'The timescale is kept as written, but no date is read from it. Correct it in the document.',
        code: 'impossible-day',
      });
    }
    return {
      ref: settled?.ref ?? '',
      refIsDerived: settled?.isDerived ?? true,
      title,
      detail,
      leadText,
      leads: leadText === null ? [] : parseLeads(leadText, knownNames),
      dueText,
      statusText: action.statusText,
      progressText: action.progressText,
      targets: readTargets(action.targets),
      place: action.place,
    };
  };
  const themes = found.themes.map((theme): DraftTheme => {
    const settled = ofTheme.get(theme);
    return {
      ref: settled?.ref ?? '',
      refIsDerived: settled?.isDerived ?? true,
      title: theme.title || found.title || 'Actions',
      detail: theme.detail,
      actions: theme.actions.map(assembleAction),
      targets: readTargets(theme.targets),
      place: theme.place,
    };
  });
  return { title: found.title, themes, warnings };
}

function cutWording(action: FoundAction): { title: string; detail: string | null } {
  const { first, rest } = splitFirstSentence(action.wording);
  const details = [rest, action.detail].filter((text) => text !== null && text !== '');
  return {
    title: first.replace(/\s*;(?:\s*and)?$/i, ''),
    detail: details.length > 0 ? details.join('\n') : null,
  };
}

/** When the document says how many there are, and another number was found. */
export function listCountMismatches(
  texts: readonly { text: string; line: number }[],
  themes: readonly FoundTheme[],
): Warning[] {
  const found = {
    themes: themes.length,
    actions: themes.reduce((sum, theme) => sum + theme.actions.length, 0),
  };
  return texts.flatMap(({ text, line }) =>
    [...text.slice(0, 20_000).matchAll(COUNTED)].flatMap(([, said, noun = '']): Warning[] => {
      const isAboutActions = /action|commitment/i.test(noun);
      const counted = isAboutActions ? found.actions : found.themes;
      if (Number(said) === counted) return [];
      return [
        {
          place: { line },
          what: `The document speaks of ${said} ${noun.toLowerCase()}; ${counted} were found`,
          why: 'Check that nothing is lost, and that nothing was taken for part of the plan that is not.',
          code: 'count-mismatch',
        },
      ];
    }),
  );
}
