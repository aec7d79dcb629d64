import type { TrackerContext } from '@open-sanctuary/widgets/action-tracker/context';
import type { PlanState } from '@open-sanctuary/widgets/operations';
import { english } from '../page/english.ts';

export const describeState = (state: PlanState): string =>
  ({ CURRENT: 'Current', DRAFT: 'Draft', ENDED: 'Ended', SUPERSEDED: 'Replaced by a newer plan' })[state];

/** What the widgets' views need to know on a page of ours. */
export const pageContext = (
  { today }: { readonly today: string },
  planUrl: string,
  context: Partial<TrackerContext> = {},
): TrackerContext => ({ words: english, today, headingLevel: 2, planUrl, ...context });
