import { addPack, type Language, type Pack } from './words.ts';

/** The widgets by the names of their tags, which are also those of the files with their words. */
export type WidgetName = 'action-tracker' | 'steering-group' | 'service-finder';

const scriptUrl = import.meta.url;
const fetching: Record<string, Promise<void> | null> = {};

/** Gets the words of a widget that lie beside this script; nothing when they are here, or could not be had. */
export function fetchWords(widget: WidgetName, language: Language): Promise<void> | null {
  const file = `${widget}.${language}.json`;
  if (language === 'en' || fetching[file] === null) return null;
  return (fetching[file] ||= fetch(scriptUrl.replace(/[^/]*$/, file), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
    .then((response) => response.json() as Promise<Pack>)
    .then((pack) => addPack(language, pack))
    .catch(() => undefined)
    .then(() => void (fetching[file] = null)));
}
