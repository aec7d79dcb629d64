import { html, nothing, type TemplateResult } from 'lit/html.js';
import { inLanguage, type Words } from '../words/words.ts';

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

/** A link to where more is said; nothing where that is no address of the web. */
export function furtherLinkView(url: string | null | undefined, text: string) {
  const address = findWebAddress(url);
  return address ? html`<a href=${address} rel="noreferrer">${text}</a>` : nothing;
}

/** A link to one of the council's pages, in the language that is read now. */
export const pageLinkView = (
  path: string,
  text: unknown,
  { words, siteUrl }: { readonly words: Words; readonly siteUrl: string },
): TemplateResult => html`<a href=${inLanguage(siteUrl + path, words)} rel="noreferrer">${text}</a>`;
