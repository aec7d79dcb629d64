import { findPlan } from '@open-sanctuary/widgets/action-tracker/plan-choice';
import { html, type TemplateResult } from 'lit/html.js';
import type { Page, Site } from '../page/page.ts';
import { english } from '../page/english.ts';
import { listCouncils, type CouncilKind, type ListedCouncil } from './council.queries.ts';

export async function councilsPage(site: Site): Promise<Page> {
  const councils = await listCouncils(site.register);
  return {
    title: 'Councils of sanctuary: what they promised, and what has happened',
    description:
      'The action plans of councils of sanctuary, with progress, evidence and what the steering groups say.',
    path: '/',
    crumbs: [],
    content: html`<div class="hero">
        <h1>Promises to people seeking sanctuary</h1>
        <p class="tagline">
          Councils of sanctuary publish what they will do to welcome people. Here you see what each one
          promised, who leads it, and what has happened since.
        </p>
      </div>
      <section class="block">
        <h2>Councils</h2>
        ${
          councils.length === 0
            ? html`<p>No council has published a plan here yet.</p>`
            : html`<ul class="councils">
                  ${councils.map((council) => html`<li>${councilView(site, council)}</li>`)}
                </ul>
                <p><a href=${site.addresses.compare()}>Compare the counts side by side</a></p>`
        }
      </section>`,
  };
}

/** What sort of council it is, in a word. */
export const kinds: Readonly<Record<CouncilKind, string>> = {
  BOROUGH: 'Borough',
  CITY: 'City',
  COUNTY: 'County',
  DISTRICT: 'District',
  PARISH: 'Parish',
};

function councilView({ addresses }: Site, council: ListedCouncil): TemplateResult {
  const choice = findPlan(council.plans);
  const plan = council.plans.find(({ slug }) => slug === choice?.slug);
  const silent = plan?.progress.byStatus.find(({ status }) => status === 'NOT_REPORTED')?.count ?? 0;
  const { total = 0 } = plan?.progress ?? {};
  return html`<h3><a href=${addresses.home(council.slug)}>${council.name}</a></h3>
    <p class="quiet">${kinds[council.kind]}${council.isExample ? ' · an invented example' : ''}</p>
    <p>
      ${plan ? html`<span lang=${plan.language}>${plan.title}</span>.` : 'No plan yet.'}
      ${total ? english.t('reportedOn', { some: total - silent, n: total }) + '.' : ''}
    </p>`;
}
