import { actionView } from '@open-sanctuary/widgets/action-tracker/action.view';
import { targetsView } from '@open-sanctuary/widgets/action-tracker/target.view';
import { html, nothing } from 'lit/html.js';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { english, pageContext } from '../plan/plan-words.ts';
import { getTheme } from './theme.queries.ts';

export async function themePage(site: Site, { council: slug, params }: Visit): Promise<Page> {
  const names = { council: slug, plan: params['plan'] ?? '', ref: params['ref'] ?? '' };
  const { council, plan, theme } = await getTheme(site.register, names);
  const planUrl = site.addresses.plan(slug, plan.slug);
  const context = pageContext(council, planUrl, { headingLevel: 0 });
  const count = english.t('shown', { n: theme.actions.length });
  const ownTargets = theme.targets.filter(({ action }) => !action);
  return {
    title: theme.refIsDerived ? theme.title : `${theme.ref}. ${theme.title}`,
    ...(!theme.refIsDerived && { crumb: `Theme ${theme.ref}` }),
    description: `${theme.title}: ${count} that ${council.name} promised, with what has happened since.`,
    path: site.addresses.theme(slug, plan.slug, theme.ref),
    crumbs: crumbsTo(site, council, { name: plan.title, path: planUrl }),
    council,
    content: html`<p class="kicker">
        Theme ${theme.refIsDerived ? nothing : theme.ref} of <a href=${planUrl}>${plan.title}</a>
      </p>
      <h1 lang=${theme.language}>${theme.title}</h1>
      ${theme.detail ? html`<p class="tagline" lang=${theme.language}>${theme.detail}</p>` : nothing}
      <div class="sanctuary">
        ${targetsView(ownTargets, context)}
        ${
          theme.actions.length === 0
            ? html`<p class="result">${english.t('emptyTheme')}</p>`
            : html`<p class="result">${count}</p>
                <ul class="actions">
                  ${theme.actions.map((action) => html`<li>${actionView(action, context)}</li>`)}
                </ul>`
        }
      </div>
      <p><a class="button" href="${planUrl}?theme=${theme.ref}">See this theme in the plan</a></p>`,
  };
}
