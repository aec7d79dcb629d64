import { heading } from '@open-sanctuary/widgets/look/heading.view';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, type TemplateResult } from 'lit/html.js';
import { wordingChangeView } from '../action/wording-change.view.ts';
import type { CouncilParts } from '../council/council.queries.ts';
import type { Site } from '../page/page.ts';
import { listPlanChanges, type PlanChange, type ReadAction } from './plan-changes.rules.ts';
import { english } from '../page/english.ts';

interface ChangedPlan {
  readonly slug: string;
  readonly themes: readonly { readonly actions: readonly ReadAction[] }[];
}

const mostOnPlanPage = 5;

/** What changed last, with the way to all of it. */
export function latestChangesView(site: Site, council: CouncilParts, plan: ChangedPlan): TemplateResult {
  const changes = listPlanChanges(plan.themes, council.timeZone);
  const address = site.addresses.planChanges(council.slug, plan.slug);
  return html`<section class="block">
    <h2>What changed</h2>
    ${
      changes.length === 0
        ? html`<p>Nothing has been reworded, added or removed since the plan was recorded here.</p>`
        : html`${planChangesView(site, council, plan.slug, changes.slice(0, mostOnPlanPage), 3)}
            <p>
              <a href=${address}
                >${changes.length === 1 ? 'The change on a page of its own' : `All ${changes.length} changes of wording, lead and date`}</a
              >
            </p>`
    }
  </section>`;
}

/** Changes under the days on which they were made. */
export function planChangesView(
  { addresses }: Site,
  { slug }: CouncilParts,
  plan: string,
  changes: readonly PlanChange[],
  headingLevel: number,
): TemplateResult {
  return html`<ol class="timeline">
    ${[...Map.groupBy(changes, ({ day }) => day)].map(
      ([day, some]) =>
        html`<li>
          ${heading(headingLevel, html`<time datetime=${day}>${formatDay(day, english)}</time>`)}
          ${[...Map.groupBy(some, ({ action }) => action)].map(
            ([action, changesOfAction]) =>
              html`<div class="event">
                <p class="label">
                  <a href=${addresses.action(slug, plan, action.ref)}
                    >${action.refIsDerived ? '' : `${action.ref} `}${asWritten(action, action.title)}</a
                  >
                </p>
                ${changesOfAction.map(({ what }) => changeView(what))}
              </div>`,
          )}
        </li>`,
    )}
  </ol>`;
}

function changeView(what: PlanChange['what']) {
  if (what.kind === 'added') return html`<p>Added to the plan.</p>`;
  if (what.kind === 'left') return html`<p>No longer in the council’s document.</p>`;
  return what.rewording.changes.map(wordingChangeView);
}
