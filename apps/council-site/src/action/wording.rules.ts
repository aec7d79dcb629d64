// How an action's words changed: each change by its name, from what, to what.

export interface Wording {
  readonly number: number;
  readonly since: string;
  readonly title: string;
  readonly detail: string | null;
  readonly leadText: string | null;
  readonly dueText: string | null;
}

export interface WordingChange {
  readonly what: string;
  readonly since: string;
  readonly from: string | null;
  readonly to: string | null;
}

const parts = [
  ['title', 'Title'],
  ['detail', 'Detail'],
  ['leadText', 'Lead'],
  ['dueText', 'Timescale'],
] as const;

/** Every change of words, newest first. */
export function listWordingChanges(wordings: readonly Wording[]): WordingChange[] {
  const inOrder = wordings.toSorted((one, other) => one.number - other.number);
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
