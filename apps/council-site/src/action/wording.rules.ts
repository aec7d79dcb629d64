// How an action's words changed: what was taken away, what was put in, and whether it had said so before.

import { isolate } from '@open-sanctuary/widgets/words/words';
import { toDay } from '../page/day.ts';
import { abbreviate, compareWords, isRewritten, shorten, type Piece } from './word-difference.rules.ts';

export interface Wording {
  readonly number: number;
  readonly since: string;
  readonly title: string;
  readonly detail: string | null;
  readonly language: string;
  readonly leadText: string | null;
  readonly dueText: string | null;
  readonly leads: readonly { readonly name: string }[];
}

/** A text in quotation marks, in its own language, with what makes it differ. */
export interface Quote {
  readonly language: string;
  readonly pieces: readonly Piece[];
}

/** A change in words: sentences with quotes in them. */
export type Telling = readonly (string | Quote)[];

export interface WordingChange {
  readonly telling: Telling;
  /** Both texts, when the telling shows only parts of them. */
  readonly inFull?: { readonly before: Quote; readonly after: Quote };
}

/** What one new wording changed. */
export interface Rewording {
  readonly number: number;
  readonly since: string;
  readonly changes: readonly WordingChange[];
}

const parts = [
  ['title', 'Title'],
  ['detail', 'Detail'],
  ['leadText', 'Lead'],
  ['dueText', 'Timescale'],
] as const;

/** One part of an action's words, before and after. */
export interface WordChange {
  readonly what: string;
  readonly since: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Every part that changed, for a table, newest first. */
export function listWordChanges<Any extends Omit<Wording, 'language' | 'leads'>>(
  wordings: readonly Any[],
): WordChange[] {
  const inOrder = inOrderOf(wordings);
  return inOrder
    .flatMap((wording, place) => {
      const before = inOrder[place - 1];
      if (!before) return [];
      return parts
        .filter(([part]) => before[part] !== wording[part])
        .map(([part, what]) => ({ what, since: wording.since, from: before[part], to: wording[part] }));
    })
    .toReversed();
}

/** Longer texts are not told in one sentence. */
const mostInSentence = 200;

/** Every wording that changed what can be read, newest first. The first one changed nothing. */
export function listRewordings(wordings: readonly Wording[]): Rewording[] {
  const inOrder = inOrderOf(wordings);
  return inOrder
    .flatMap((wording, place): Rewording[] => {
      const changes = describeRewording(wording, inOrder.slice(0, place));
      return changes.length > 0 ? [{ number: wording.number, since: wording.since, changes }] : [];
    })
    .toReversed();
}

/** What an action said at first, if anything is known of it. */
export const findFirstWording = (wordings: readonly Wording[]): Wording | undefined => inOrderOf(wordings)[0];

/** The day on which a plan was put on record, and each action that did not come with it but was added on a later day. */
export function findAdded<Action extends { readonly wordings: readonly Pick<Wording, 'number' | 'since'>[] }>(
  actions: readonly Action[],
  timeZone: string,
) {
  const firstDays = actions.flatMap((action) => {
    const [first] = inOrderOf(action.wordings);
    return first ? [[action, toDay(first.since, timeZone)] as const] : [];
  });
  const [recordedOn] = firstDays.map(([, day]) => day).toSorted();
  return { recordedOn, added: new Map(firstDays.filter(([, day]) => day !== recordedOn)) };
}

const inOrderOf = <Any extends Pick<Wording, 'number'>>(wordings: readonly Any[]) =>
  wordings.toSorted((one, other) => one.number - other.number);

function describeRewording(wording: Wording, earlier: readonly Wording[]): WordingChange[] {
  const before = earlier.at(-1);
  if (!before) return [];
  const changes = parts
    .filter(([part]) => before[part] !== wording[part])
    .map(([part, what]) => {
      const isBack = earlier.slice(0, -1).some((each) => each[part] === wording[part]);
      const change = describeChange(what, quoteOf(before, part), quoteOf(wording, part), isBack);
      const bodies = part === 'leadText' ? describeBodies(before, wording) : '';
      return bodies ? { ...change, telling: [...change.telling, ` ${bodies}`] } : change;
    });
  if (before.language === wording.language) return changes;
  const telling = [`Language changed from ${nameOf(before.language)} to ${nameOf(wording.language)}.`];
  return [{ telling }, ...changes];
}

interface Text {
  readonly text: string;
  readonly language: string;
}

function quoteOf(wording: Wording, part: (typeof parts)[number][0]): Text | null {
  const text = wording[part];
  return text === null ? null : { text, language: wording.language };
}

function describeChange(
  what: string,
  before: Text | null,
  after: Text | null,
  isBack: boolean,
): WordingChange {
  if (!before) return describeWhole(`${what} added${isBack ? ' again' : ''}: `, after);
  if (!after) return describeWhole(`${what} taken away${isBack ? ' again' : ''}. It was `, before);
  const back = isBack ? ' back' : '';
  const isShort = Math.max(before.text.length, after.text.length) <= mostInSentence;
  // Words of two languages have nothing in common that would tell a reader anything.
  const compared = before.language === after.language ? compareWords(before.text, after.text) : [];
  const isNew = compared.length === 0 || isRewritten(compared);
  if (isShort) {
    const [old, new_] = isNew
      ? [whole(before), whole(after)]
      : [withoutKind(compared, 'put', before), withoutKind(compared, 'taken', after)];
    return { telling: [`${what} changed${back} from `, old, ' to ', new_, endAfter(after.text)] };
  }
  const inFull = { before: whole(before), after: whole(after) };
  if (isNew) {
    const telling = [
      `${what} written anew. Before: `,
      cut(before),
      ` Now${isBack ? ', as once before' : ''}: `,
      cut(after),
    ];
    return { telling, inFull };
  }
  const marked = { language: after.language, pieces: abbreviate(compared) };
  return { telling: [`${what} changed${back}: `, marked], inFull };
}

function describeWhole(words: string, text: Text | null): WordingChange {
  if (!text) return { telling: [words] };
  const shown = cut(text);
  const isCut = shown.pieces[0]?.text !== text.text.trim();
  return {
    telling: [words, shown, isCut ? '' : endAfter(text.text)],
    ...(isCut && { inFull: { before: whole(text), after: whole(text) } }),
  };
}

/** A quoted sentence brings its own full stop. */
const endAfter = (text: string) => (/[.!?…؟。]\s*$/.test(text) ? '' : '.');

const whole = ({ text, language }: Text): Quote => ({
  language,
  pieces: [{ kind: 'kept', text: text.trim() }],
});
const cut = ({ text, language }: Text): Quote => whole({ text: shorten(text), language });

const withoutKind = (pieces: readonly Piece[], kind: Piece['kind'], { language }: Text): Quote => ({
  language,
  pieces: pieces.filter((piece) => piece.kind !== kind),
});

/** Which bodies came and which went, where the words alone do not tell. */
function describeBodies(before: Wording, after: Wording): string {
  const [old, new_] = [before, after].map(({ leads }) => leads.map(({ name }) => isolate(name, 'ltr')));
  const came = new_?.filter((name) => !old?.includes(name)) ?? [];
  const went = old?.filter((name) => !new_?.includes(name)) ?? [];
  const isPlain =
    before.leadText === null ||
    after.leadText === null ||
    (came.length === 1 && went.length === 1 && new_?.length === 1);
  if (isPlain) return '';
  return [
    came.length > 0 ? `New: ${came.join('; ')}.` : '',
    went.length > 0 ? `No longer: ${went.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
