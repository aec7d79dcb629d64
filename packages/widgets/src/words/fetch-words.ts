import { manners } from '../query/ask.ts';
import { addPack, hasWords, type Language, type Pack, type WidgetName } from './words.ts';

/** Whether English is fetched as well: decided by the build. */
declare const WORDS_APART: boolean;

const scriptUrl = import.meta.url;
const fetching: Record<string, Promise<void> | null> = {};

/**
 * Gets the words of a widget that lie beside this script: those of the language or, where they could not be had, the
 * English ones. Nothing when they are here.
 */
export function fetchWords(widget: WidgetName, language: Language): Promise<void> | null {
  const file = `${widget}.${language}.json`;
  if (WORDS_APART ? hasWords(widget, language) : language === 'en') return null;
  if (fetching[file] === null) return WORDS_APART ? fetchWords(widget, 'en') : null;
  return (fetching[file] ||= fetch(scriptUrl.replace(/[^/]*$/, file), manners)
    .then((response) => response.json() as Promise<Pack>)
    .then((pack) => addPack(language, pack))
    .catch(() => undefined)
    .then(() => {
      if (WORDS_APART && language === 'en') delete fetching[file];
      else fetching[file] = null;
    }));
}
