import { builder, meanings, shown } from '../builder.ts';
import type { WholePlan } from '../whole-records.ts';

const TranslationSource = builder.enumType('TranslationSource', {
  ...shown('Who translated.'),
  values: meanings({
    PERSON: 'Somebody whom the council asked.',
    COMMUNITY: 'Volunteers who speak the language.',
    MACHINE: 'A machine; nobody has checked it.',
  }),
});

type StoredTranslation = WholePlan['translations'][number];

export const Translation = builder.objectRef<StoredTranslation>('Translation').implement({
  ...shown('Words of one record in another language, beside the original.'),
  fields: (t) => ({
    language: t.exposeString('language', shown('Language of the translation, such as `ar`.')),
    field: t.exposeString('field', shown('Name of the translated field, such as `title`.')),
    text: t.exposeString('text', shown('The translated words.')),
    source: t.expose('source', { type: TranslationSource, ...shown('Who translated.') }),
    madeAt: t.expose('madeAt', { type: 'DateTime', ...shown('When it was translated.') }),
  }),
});

/** Those in the language asked for, or all. */
export const inLanguage = (
  translations: readonly StoredTranslation[],
  language: string | null | undefined,
): StoredTranslation[] => translations.filter((each) => !language || each.language === language);
