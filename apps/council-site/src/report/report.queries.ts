import { targetPartsFragment } from '@open-sanctuary/widgets/documents';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';
import type { SourcePlan } from './report.rules.ts';

// One question, so that no figure is of another moment than the rest.
const document = withFragments(
  `query ProgressReport($council: String!, $plan: String!) { council(slug: $council) { ...CouncilParts plan(slug: $plan) {
    slug title language kind state periodText
    progress { total byStatus { status count } delivered explored doneOfUnknownStrength stopped noDate noLead noMeasure
      late stale disagreed partlyAgreed notAssessed endedWithoutReport leftDocument }
    themes { ref refIsDerived title language
      targets { ...TargetParts action { ref } }
      actions { ref refIsDerived title language status leadText dueText noDate noLead isOverdue daysLate isStale
        lastReportedOn leftDocumentOn groupView targets { uuid } wordings { number since title detail leadText dueText }
        reports { status whatHappened language publishedOn isCorrected corrects { publishedOn status }
          evidence { kind title url datedOn }
          groupAssessment { view reason language assessedOn } councilResponse { text language respondedOn } } } }
  } } }`,
  councilParts,
  targetPartsFragment,
);

/** A plan with all that a report on it is worked out from. */
export async function getReportedPlan(
  register: Register,
  names: { readonly council: string; readonly plan: string },
): Promise<{ readonly council: CouncilParts; readonly plan: SourcePlan }> {
  type Answer = { readonly council: (CouncilParts & { readonly plan: SourcePlan | null }) | null };
  const answer = await register.ask<Answer>(document, names);
  const { plan, ...council } = getCouncil(answer.council, names.council);
  if (!plan) throw new NotFound(`${council.name} has no plan called “${names.plan}” here.`);
  return { council, plan };
}
