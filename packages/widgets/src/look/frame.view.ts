import { html, nothing, type TemplateResult } from 'lit/html.js';
import { languages, type Language, type Words } from '../words/words.ts';
import { isPage } from './is-page.ts';

/**
 * The frame of every state of every widget. The region that says a result is one and the same from the first render
 * on, or screen readers would not speak its changes.
 */
export const frameView = (before: unknown, status: unknown, after: unknown): TemplateResult =>
  html`${before}
    <p class="result" id="found" role="status">${status}</p>
    ${after}`;

/** Says on every screen that shows invented facts that they are invented. */
export const exampleView = (
  { name: council, isExample }: { readonly name: string; readonly isExample: boolean },
  { t }: Words,
) => (isExample ? html`<p class="banner late" part="example">${t('example', { council })}</p>` : nothing);

/** The languages of the interface; buttons in the element, on a page links that keep the rest of its query. */
export function languagesView(
  { language, t }: Words,
  onLanguage?: (language: Language) => void,
  query: string[][] = [],
): TemplateResult {
  return html`<nav class="languages" aria-label=${t('languages')}>
    ${(Object.keys(languages) as Language[]).map((each) =>
      !isPage
        ? html`<button
            type="button"
            lang=${each}
            aria-pressed=${each === language}
            @click=${() => onLanguage && onLanguage(each)}
          >
            ${languages[each]}
          </button>`
        : html`<a
            lang=${each}
            hreflang=${each}
            aria-current=${each === language ? 'true' : nothing}
            href="?${writeQuery(query, each)}"
            >${languages[each]}</a
          >`,
    )}
  </nav>`;
}

const writeQuery = (query: string[][], language: Language): string =>
  String(new URLSearchParams([...query, ['lang', language]]));
