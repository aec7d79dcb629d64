import { html, nothing, type TemplateResult } from 'lit/html.js';
import { languages, type Language, type Words } from '../words/words.ts';
import type { Search } from './search.ts';

/**
 * A page's way on from a search: a form that posts the reader's answers once more, hidden behind its buttons. As a link
 * they would stand in an address.
 */
export const answersForm = (
  search: Search,
  { language }: Words,
  buttons: unknown,
  /** Where on the page its answer is read: what was found, else the top. */
  place: '#found' | '' = '#found',
): TemplateResult =>
  html`<form method="post" action=${place || nothing} class="answers">
    <input type="hidden" name="lang" value=${language} />
    ${Object.entries(search).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
    ${buttons}
  </form>`;

/** The languages of the interface, with the answers kept. */
export const answersInLanguagesView = (search: Search, words: Words): TemplateResult =>
  html`<nav class="languages" aria-label=${words.t('languages')}>
    ${(Object.keys(languages) as Language[]).map((each) =>
      answersForm(
        search,
        { ...words, language: each },
        html`<button lang=${each} aria-pressed=${each === words.language}>${languages[each]}</button>`,
        '',
      ),
    )}
  </nav>`;
