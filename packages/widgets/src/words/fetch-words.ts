import { addPack, hasWords, type Language, type Pack, type WidgetName } from './words.ts';

const scriptUrl = import.meta.url;
const fetching: Record<string, Promise<void> | null> = {};

/**
 * Gets the words of a widget that lie beside this script: those of the language or, where they could not be had, the
 * English ones. Nothing when they are here.
 */
export function fetchWords(widget: WidgetName, language: Language): Promise<void> | null {
  const file = `${widget}.${language}.json`;
  if (hasWords(widget, language)) return null;
  if (fetching[file] === null) return fetchWords(widget, 'en');
  return (fetching[file] ||= fetch(scriptUrl.replace(/[^/]*$/, file), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
    .then((response) => response.json() as Promise<Pack>)
    .then((pack) => addPack(language, pack))
    .catch(() => undefined)
    .then(() => {
      if (language === 'en') delete fetching[file];
      else fetching[file] = null;
    }));
}
