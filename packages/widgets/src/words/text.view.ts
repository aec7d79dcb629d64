import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { TranslationPartsFragment } from '../../generated/operations.ts';
import { languages, type Language, type Words } from './words.ts';

/** Something with words of the council's own, in the council's language. */
export interface Worded {
  readonly language: string;
  readonly translations?: readonly TranslationPartsFragment[];
}

const findTranslation = (worded: Worded, field: string, { language }: Words) =>
  worded.language !== language && worded.translations
    ? worded.translations.find((each) => each.field === field)
    : undefined;

/** Something that has, or may have, a text of its own in this field. */
type With<Field extends string> = Worded & Readonly<Record<Field, string | null>>;

/** A text in its own language and direction; nothing where there is none. */
export const asWritten = ({ language }: Worded, text: string | null): TemplateResult | typeof nothing =>
  text ? html`<span lang=${language} dir="auto">${text}</span>` : nothing;

/** A text in the reader's language where there is a translation, else in its own. */
export function textView<Field extends string>(worded: With<Field>, field: Field, words: Words) {
  const translation = findTranslation(worded, field, words);
  if (translation) return translation.text;
  return worded.language === words.language ? worded[field] : asWritten(worded, worded[field]);
}

/** Who translated a text, and the original a tap away. */
export function originalView<Field extends string>(worded: With<Field>, field: Field, words: Words) {
  const translation = findTranslation(worded, field, words);
  if (!translation) return nothing;
  return html`<details class="original">
    <summary>${words.t(`translated.${translation.source}`)} ${words.t('original')}</summary>
    <p lang=${worded.language} dir="auto">${worded[field]}</p>
  </details>`;
}

/** A text of several lines, with the original where it is translated; nothing where there is none. */
export const paragraphView = <Field extends string>(worded: With<Field>, field: Field, words: Words) =>
  worded[field]
    ? html`<p class="own">${textView(worded, field, words)}</p>
        ${originalView(worded, field, words)}`
    : nothing;

/** Says that not every text of something may be in the reader's language, however much is translated. */
export const describeUntranslated = (worded: Worded, words: Words): string =>
  worded.language === words.language
    ? ''
    : words.t('untranslated', { language: languages[worded.language as Language] || worded.language });
