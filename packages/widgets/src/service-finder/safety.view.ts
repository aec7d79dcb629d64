import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { isPage } from '../look/is-page.ts';
import type { FinderContext } from './context.ts';
import { findTelephone, serviceLinkView, telephoneView } from './service-link.view.ts';

/** A page that nobody wonders about, and that says nothing of where the reader came from. */
export const harmlessPage = 'https://www.bbc.co.uk/weather';

/** Leaves so that "back" does not return here. */
const leave = (event: Event) => {
  event.preventDefault();
  // A link would say nothing of this page either, but leave it in the history.
  const policy = document.createElement('meta');
  policy.name = 'referrer';
  policy.content = 'no-referrer';
  document.head.append(policy);
  location.replace(harmlessPage);
};

/** As much of a service as it takes to call it. */
export type UrgentService = Pick<ServicePartsFragment, 'slug' | 'name' | 'language' | 'translations'> & {
  readonly contacts: readonly Pick<ServicePartsFragment['contacts'][number], 'kind' | 'value'>[];
};

/** What stands on every page of the finder: whom to call in danger, who helps at once, and the way out. */
export function safetyView(
  urgent: readonly UrgentService[],
  context: Pick<FinderContext, 'words' | 'siteUrl'>,
): TemplateResult {
  const { words } = context;
  const { t } = words;
  const leaveView = (tabIndex: unknown) =>
    html`<a
      class="button leave"
      href=${harmlessPage}
      tabindex=${tabIndex}
      rel="noreferrer"
      @click=${isPage ? nothing : leave}
      >${t('leavePage')}</a
    >`;
  return html`<div class="safety" part="safety">
    <p><a href="tel:999">${t('danger', { number: '999' })}</a></p>
    ${
      urgent.length > 0
        ? html`<details>
            <summary>${t('urgentHelp')}</summary>
            <ul>
              ${urgent.map((service) => {
                const telephone = findTelephone(service);
                return html`<li>
                  ${serviceLinkView(service, context)}
                  ${telephone ? telephoneView(telephone.value, words) : nothing}
                </li>`;
              })}
            </ul>
          </details>`
        : nothing
    }
    <p>${leaveView(nothing)}</p>
    <p class="way" aria-hidden="true">${leaveView(-1)}</p>
  </div>`;
}
