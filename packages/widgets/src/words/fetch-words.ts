import { manners } from '../query/ask.ts';
import { addPack, type Language, type Pack, type WidgetName } from './words.ts';

const scriptUrl = import.meta.url;
const fetching: Record<string, Promise<void> | null> = {};

/** Gets the words of a widget that lie beside this script; nothing when they are here, or could not be had. */
export function fetchWords(widget: WidgetName, language: Language) {
  const file = `${widget}.${language}.json`;
  if (language === 'en') return null;
  if (file in fetching) return fetching[file];
  return (fetching[file] = fetch(scriptUrl.replace(/[^/]*$/, file), manners)
    .then((response) => response.json() as Promise<Pack>)
    .then((pack) => addPack(language, pack))
    .catch(() => undefined)
    .then(() => void (fetching[file] = null)));
}
