import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { TranslationPartsFragment } from '../../generated/operations.ts';
import type { Words } from './words.ts';

/** Something with words of the council's own, in the council's language. */
export interface Worded {
  readonly language: string;
  readonly translations?: readonly TranslationPartsFragment[];
}

const findTranslation = (worded: Worded, field: string, { language }: Words) =>
  worded.language !== language && worded.translations
    ? worded.translations.find((each) => each.field === field)
    : undefined;

/** A text in its own language and direction; nothing where there is none. */
export const asWritten = ({ language }: Worded, text: string | null): TemplateResult | typeof nothing =>
  text ? html`<span lang=${language} dir="auto">${text}</span>` : nothing;

/** A text in the reader's language where there is a translation, else in its own. */
export function textView(worded: Worded, field: string, original: string, words: Words) {
  const translation = findTranslation(worded, field, words);
  if (translation) return translation.text;
  return worded.language === words.language ? original : asWritten(worded, original);
}

/** A text of several lines, as it was written or translated; nothing where there is none. */
export const linesView = (worded: Worded, field: string, original: string | null, words: Words) =>
  original ? html`<p class="own">${textView(worded, field, original, words)}</p>` : nothing;

/** Who translated a text, and the original a tap away. */
export function originalView(
  worded: Worded,
  field: string,
  original: string,
  words: Words,
): TemplateResult | typeof nothing {
  const translation = findTranslation(worded, field, words);
  if (!translation) return nothing;
  return html`<details class="original">
    <summary>${words.t(`translated.${translation.source}`)} ${words.t('original')}</summary>
    <p lang=${worded.language} dir="auto">${original}</p>
  </details>`;
}

/** A paragraph of the council's own words, with the original where it is translated; nothing without any. */
export const paragraphView = (worded: Worded, field: string, original: string | null, words: Words) =>
  original
    ? html`<p class="own">${textView(worded, field, original, words)}</p>
        ${originalView(worded, field, original, words)}`
    : nothing;

/** Whether a text is shown in another language than the reader's. */
export const isUntranslated = (worded: Worded, field: string, words: Words) =>
  worded.language !== words.language && !findTranslation(worded, field, words);
