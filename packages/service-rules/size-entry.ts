export { findServices } from './src/search.rules.ts';
export { openingAt, weekOf, wallClock, hoursOf } from './src/opening.rules.ts';
export { freshness } from './src/freshness.rules.ts';
export { languageName } from './src/languages.rules.ts';
