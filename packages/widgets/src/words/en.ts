/** What all widgets say, in English; every other language has the same keys. */
export const en = {
  loading: '{what} is loading…',
  'failed.offline': 'You are offline. {what} could not be loaded.',
  'failed.slow': '{what} takes too long to load.',
  'failed.refused': '{what} could not be loaded.',
  'failed.malformed': '{what} could not be read.',
  clear: 'Clear all',
  source: 'Source',
  tryAgain: 'Try again',
  partial: 'Some parts could not be loaded.',
  notUpdated: 'Not updated since {time}.',
  example: '{council} is not a real council. Everything here is an example.',

  ourReading: 'our reading',

  months: 'January February March April May June July August September October November December',
  comma: ', ',

  'translated.PERSON': 'Translated by a person.',
  'translated.COMMUNITY': 'Translated by the community.',
  'translated.MACHINE': 'Translated by a machine. It may be wrong.',
  original: 'Show the original',
  untranslated: 'Partly in {language}.',
  languages: 'Language',
} as const satisfies Record<string, string | Forms>;

/** The plural forms of one text, by the categories of `Intl.PluralRules`. */
export type Forms = { other: string } & Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>;

export type CommonWordKey = keyof typeof en;
export type CommonPack = Record<CommonWordKey, string | Forms>;
