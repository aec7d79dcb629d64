import type { Pack } from './en.ts';
import { addPack, hasPack, type Language } from './words.ts';

const scriptUrl = import.meta.url;
const fetching: Partial<Record<Language, Promise<void> | null>> = {};

/** Gets a language that lies beside this script; nothing when it is here, or could not be had. */
export function fetchWords(language: Language): Promise<void> | null {
  if (hasPack(language) || fetching[language] === null) return null;
  return (fetching[language] ??= fetch(scriptUrl.replace(/[^/]*$/, `${language}.json`), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
    .then((response) => response.json() as Promise<Pack>)
    .then((pack) => addPack(language, pack))
    .catch(() => undefined)
    .then(() => void (fetching[language] = null)));
}
