import { ExpectedError } from './errors.ts';
import { isWebAddress, longest } from './text.rules.ts';

// What people send, checked before anything is written. Each function returns what is to be stored.

/** Words that must be there. */
export function requireText(given: string, name: string, most: number = longest.text): string {
  const text = given.trim();
  if (text === '') throw invalid(`\`${name}\` may not be empty.`);
  if (text.length > most) throw invalid(`\`${name}\` may have at most ${most} characters.`);
  return text;
}

/** Words that may be absent; empty ones are absent. */
export function optionalText(given: string | null | undefined, name: string, most?: number): string | null {
  return given?.trim() ? requireText(given, name, most) : null;
}

export function requireWebAddress(given: string, name: string): string {
  const url = requireText(given, name, longest.url);
  if (!isWebAddress(url))
    throw invalid(`\`${name}\` must be a web address that begins with http:// or https://.`);
  return url;
}

/** A language tag such as `en` or `pt-BR`. */
export function requireLanguage(given: string, name: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(given))
    throw invalid(`\`${name}\` must be a language tag such as \`en\`.`);
  return given;
}

/** A day as the database keeps it. */
export const dayToStore = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function invalid(message: string): ExpectedError {
  return new ExpectedError(message, 'INVALID_INPUT');
}
