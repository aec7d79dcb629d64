import { html, type TemplateResult } from 'lit/html.js';

/** An address that is safe to link to; published data may hold any text. */
export const findWebAddress = (url: string | null | undefined): string | undefined =>
  url && /^https?:\/\//i.test(url) ? url : undefined;

/** A text that links to its address, if that is one of the web. */
export function linkView(url: string | null | undefined, text: string): TemplateResult {
  const address = findWebAddress(url);
  return address
    ? html`<a href=${address} rel="noreferrer" dir="auto">${text}</a>`
    : html`<bdi>${text}</bdi>`;
}
