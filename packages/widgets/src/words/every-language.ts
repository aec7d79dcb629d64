import { groupWordsInArabic } from '../steering-group/words.ar.ts';
import { groupWords } from '../steering-group/words.en.ts';
import { ar } from './ar.ts';
import { addPack } from './words.ts';

// For servers and tests, which have all languages at hand.
addPack('ar', ar);
addPack('en', groupWords);
addPack('ar', groupWordsInArabic);

export { findLanguage, formatNumber, getWords, languages, type Language, type Words } from './words.ts';
