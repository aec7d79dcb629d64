import { ar } from './ar.ts';
import { addPack } from './words.ts';

// For servers and tests, which have all languages at hand.
addPack('ar', ar);

export { findLanguage, formatNumber, getWords, languages, type Language, type Words } from './words.ts';
