import { trackerWordsInArabic } from '../action-tracker/words.ar.ts';
import { trackerWords } from '../action-tracker/words.en.ts';
import { groupWordsInArabic } from '../steering-group/words.ar.ts';
import { groupWords } from '../steering-group/words.en.ts';
import { finderWordsInArabic } from '../service-finder/words.ar.ts';
import { finderWords } from '../service-finder/words.en.ts';
import { ar } from './ar.ts';
import { addPack } from './words.ts';

// For servers and tests, which have all languages at hand.
for (const pack of [trackerWords, groupWords, finderWords]) addPack('en', pack);
for (const pack of [ar, trackerWordsInArabic, groupWordsInArabic, finderWordsInArabic]) addPack('ar', pack);

export {
  findLanguage,
  formatNumber,
  getWords,
  inLanguage,
  languages,
  type Language,
  type Words,
} from './words.ts';
