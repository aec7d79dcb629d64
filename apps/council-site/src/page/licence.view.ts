import { html, type TemplateResult } from 'lit/html.js';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';

/** The licence that the council set for its data. */
export function licenceView(licence: string): TemplateResult {
  const { name, url } = describeLicence(licence);
  return url ? html`<a href=${url} rel="license noreferrer">${name}</a>` : html`${name}`;
}
