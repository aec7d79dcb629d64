import { html } from 'lit/html.js';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { listPlanChanges } from './plan-changes.rules.ts';
import { planChangesView } from './plan-changes.view.ts';
import { getReadPlan } from './plan.queries.ts';

export async function planChangesPage(site: Site, { council: slug, params }: Visit): Promise<Page> {
  const { council, plan } = await getReadPlan(site.register, { council: slug, plan: params['plan'] ?? '' });
  const path = site.addresses.plan(slug, plan.slug);
  const changes = listPlanChanges(plan.themes, council.timeZone);
  return {
    title: `What changed in ${plan.title}`,
    crumb: 'What changed',
    description: `Every change of wording, lead and date in ${plan.title}, and every action that came or left.`,
    path: site.addresses.planChanges(slug, plan.slug),
    crumbs: crumbsTo(site, council, { name: plan.title, path }),
    council,
    content: html`<p class="kicker"><a href=${path}>${plan.title}</a></p>
      <h1>What changed</h1>
      <p class="tagline">Every change of wording, lead and date, and every action that came or left.</p>
      ${
        changes.length === 0
          ? html`<p>Nothing has been reworded, added or removed since the plan was recorded here.</p>`
          : planChangesView(site, council, plan.slug, changes, 2)
      }
      <p class="quiet">
        An action that left on the day on which it was recorded is kept only if something was reported on it.
      </p>`,
  };
}
