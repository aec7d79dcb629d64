import { ExpectedError } from './errors.ts';
import { isUuid, isWebAddress, longest } from './text.rules.ts';

// What people send, checked before anything is written. Each function returns what is to be stored.

/** The argument that says which version of a record its editor has read. */
export const expectedVersion = { required: true, description: 'The version that you have read.' } as const;

/** Words that must be there. */
export function requireText(given: string, name: string, most: number = longest.text): string {
  const text = given.trim();
  // Signs that nobody sees, such as a space of no width, are no words.
  if (/^[\p{C}\p{Z}\p{M}]*$/u.test(text)) throw invalid(`\`${name}\` may not be empty.`);
  if (text.length > most) throw invalid(`\`${name}\` may have at most ${most} characters.`);
  return text;
}

/** Words that may be absent; empty ones are absent. */
export function optionalText(given: string | null | undefined, name: string, most?: number): string | null {
  return given?.trim() ? requireText(given, name, most) : null;
}

/** Short words that must be there, such as a name. */
export const requireTitle = (given: string, name: string): string => requireText(given, name, longest.title);

/** Short words that may be absent. */
export const optionalTitle = (given: string | null | undefined, name: string): string | null =>
  optionalText(given, name, longest.title);

export function requireWebAddress(given: string, name: string): string {
  const url = requireText(given, name, longest.url);
  if (!isWebAddress(url))
    throw invalid(`\`${name}\` must be a web address that begins with http:// or https://.`);
  return url;
}

/** A web address that may be absent. */
export function optionalWebAddress(given: string | null | undefined, name: string): string | null {
  return given?.trim() ? requireWebAddress(given, name) : null;
}

/** An address that may be absent. What may stand behind one in a link, such as who else gets a copy, is none of it. */
export function optionalEmail(given: string | null | undefined, name: string): string | null {
  const email = optionalText(given, name, 254);
  if (email && !/^[^\s@?]+@[^\s@?]+\.[^\s@?]+$/.test(email))
    throw invalid(`\`${name}\` must be an e-mail address.`);
  return email;
}

/** A short name in web addresses. */
export function requireSlug(given: string, name: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given) || given.length > 60)
    throw invalid(`\`${name}\` may have a-z, 0-9 and single dashes, at most 60 characters.`);
  return given;
}

export function requireUuid(given: string, name: string): string {
  if (!isUuid(given)) throw invalid(`\`${name}\` must be a UUID.`);
  return given;
}

/** A time on the wall, such as 17:30. */
export function optionalTime(given: string | null | undefined, name: string): string | null {
  if (!given) return null;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) throw invalid(`\`${name}\` must be a time such as 17:30.`);
  return given;
}

export function requireTime(given: string, name: string): string {
  const time = optionalTime(given, name);
  if (!time) throw invalid(`\`${name}\` must be a time such as 17:30.`);
  return time;
}

/** A number; one that may be absent passes when it is. */
export const numberBetween =
  (least: number, most: number) =>
  <Given extends number | null>(given: Given, name: string): Given => {
    if (given !== null && !(given >= least && given <= most))
      throw invalid(`\`${name}\` may be from ${least} to ${most}.`);
    return given;
  };

/** Several things of a kind, none of them twice. */
export const listOf =
  <Given, Read>(read: (given: Given, name: string) => Read, most: number) =>
  (given: readonly Given[] | null, name: string): Read[] => {
    const all = (given ?? []).map((each) => read(each, name));
    if (all.length > most) throw invalid(`\`${name}\` may have at most ${most} entries.`);
    if (new Set(all).size < all.length) throw invalid(`\`${name}\` names something twice.`);
    return all;
  };

/** A day that may be absent, as the database keeps it. */
export const optionalDay = (day: string | null | undefined): Date | null => (day ? dayToStore(day) : null);

export function requireDaysInOrder(from: Date | null | undefined, to: Date | null | undefined) {
  if (from && to && from > to) throw invalid('`startsOn` may not come after `endsOn`.');
}

type Reader = (given: never, name: string) => unknown;

/** For a field that a record cannot do without. */
export const needed =
  <Given, Read>(read: (given: Given, name: string) => Read) =>
  (given: Given | null, name: string): Read => {
    if (given === null) throw invalid(`\`${name}\` may not be taken away.`);
    return read(given, name);
  };

/** For a field that is stored as it is given. */
export const asGiven = <Given>(given: Given): Given => given;

/** What of a record was given, field by field; what is left out is not touched. */
export function readFields<Readers extends Record<string, Reader>>(
  readers: Readers,
  input: { [Field in keyof Readers]?: Parameters<Readers[Field]>[0] | undefined },
): { [Field in keyof Readers]?: ReturnType<Readers[Field]> } {
  const read: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(readers)) {
    if (input[name] !== undefined) read[name] = reader(input[name] as never, name);
  }
  return read as { [Field in keyof Readers]?: ReturnType<Readers[Field]> };
}

/** A language tag such as `en` or `pt-BR`. */
export function requireLanguage(given: string, name: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(given))
    throw invalid(`\`${name}\` must be a language tag such as \`en\`.`);
  return given;
}

/** A day as the database keeps it. */
export const dayToStore = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Refuses what cannot be so, in the words that say why. */
export function refuseContradiction(contradiction: string | null) {
  if (contradiction) throw invalid(contradiction);
}

export function invalid(message: string): ExpectedError {
  return new ExpectedError(message, 'INVALID_INPUT');
}
