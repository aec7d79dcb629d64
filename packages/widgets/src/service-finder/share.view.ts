import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPage } from '../look/is-page.ts';
import { pageLinkView } from '../look/link.view.ts';
import { inLanguage } from '../words/words.ts';
import type { FinderContext, FoundService } from './context.ts';

/** Ways to hand a service on: the service, never the search, and in words that give nothing away. */
export function shareView(
  { service, opening }: FoundService,
  context: FinderContext,
  onCopy?: (text: string) => void,
): TemplateResult {
  const { t } = context.words;
  // By its number: the short name would tell what help it is.
  const path = `/services/${service.uuid}`;
  const address = context.siteUrl + path;
  const text = `${t('sharedText')} ${address}`;
  const encoded = encodeURIComponent(text);
  return html`<details class="share">
    <summary>${t('share')}</summary>
    <p class="links">
      <bdi dir="ltr">${address}</bdi>
      ${isPage ? nothing : html`<button type="button" @click=${() => onCopy && onCopy(text)}>${t('shareCopy')}</button>`}
      <a href="https://wa.me/?text=${encoded}" rel="noreferrer">WhatsApp</a>
      <a href="sms:?&body=${encoded}">${t('contact.SMS')}</a>
      <a href="mailto:?body=${encoded}">${t('contact.EMAIL')}</a>
    </p>
    <p class="links">
      ${opening.next ? pageLinkView(`${path}/next.ics`, t('calendarFile'), context) : nothing}
      <a href="${inLanguage(address, context.words)}#wrong" rel="noreferrer">${t('wrongEntry')}</a>
    </p>
  </details>`;
}
