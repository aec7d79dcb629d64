import { findElement, listElements, walkXml, type XmlElement } from './xml.ts';

/** Counts a Word document's lists, whose numbers stand nowhere in its text. */
export interface ListLabels {
  /** The sign of the next item: "•", "a)", "1.2". Null where the list shows none. */
  next(list: string, level: number): { sign: string; level: number } | null;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

interface List {
  kind: string;
  levels: readonly Level[];
  /** Levels at which this list begins anew. */
  starts: ReadonlyMap<number, number>;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export function prepareListLabels(bytes: Uint8Array | null): ListLabels {
  const lists = bytes ? readLists(bytes) : new Map<string, List>();
  // Lists of one kind count on from each other.
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(id, level) {
      const list = lists.get(id);
      const own = list?.levels[level];
      if (!list || !own) return null;
      const counters = counts.get(list.kind) ?? [];
      counts.set(list.kind, counters);
      if (!begun.has(id)) {
        begun.add(id);
        for (const [at, start] of list.starts) counters[at] = start - 1;
      }
      counters.length = Math.min(counters.length, level + 1);
      for (let at = 0; at < level; at += 1) counters[at] ??= list.levels[at]?.start ?? 1;
      counters[level] = (counters[level] ?? own.start - 1) + 1;
      if (own.format === 'bullet') return { sign: '•', level };
      const sign = own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return formatCount(counters[at] ?? 1, list.levels[at]?.format ?? 'decimal');
      });
      return own.format === 'none' || sign.trim() === '' ? null : { sign: sign.trim(), level };
    },
  };
}

function readLists(bytes: Uint8Array): Map<string, List> {
  const kinds = new Map<string, Level[]>();
  const lists = new Map<string, List>();
  walkXml(bytes, ['abstractNum', 'num'], (element) => {
    if (element.name === 'abstractNum') {
      kinds.set(element.attributes.get('abstractNumId') ?? '', listElements(element, 'lvl').map(readLevel));
      return;
    }
    const kind = findElement(element, 'abstractNumId')?.attributes.get('val') ?? '';
    const overrides = listElements(element, 'lvlOverride');
    const levels = [...(kinds.get(kind) ?? [])];
    const starts = new Map<number, number>();
    for (const override of overrides) {
      const at = Number(override.attributes.get('ilvl') ?? 0);
      const level = findElement(override, 'lvl');
      if (level && at < 9) levels[at] = readLevel(level);
      const start = findElement(override, 'startOverride')?.attributes.get('val');
      if (start !== undefined && at < 9) starts.set(at, Number(start) || 0);
    }
    lists.set(element.attributes.get('numId') ?? '', { kind, levels, starts });
  });
  return lists;
}

function readLevel(level: XmlElement): Level {
  const value = (name: string) => findElement(level, name)?.attributes.get('val');
  return {
    format: value('numFmt') ?? 'decimal',
    text: value('lvlText') ?? '',
    start: Number(value('start') ?? 1) || 0,
  };
}

function formatCount(count: number, format: string): string {
  if (format === 'lowerLetter') return formatLetter(count);
  if (format === 'upperLetter') return formatLetter(count).toUpperCase();
  if (format === 'lowerRoman') return formatRoman(count);
  if (format === 'upperRoman') return formatRoman(count).toUpperCase();
  return String(count);
}

/** Word goes on after "z" with "aa", "bb". */
export function formatLetter(count: number): string {
  const letter = String.fromCharCode(97 + ((Math.max(1, count) - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(Math.max(1, count) / 26)));
}

export function formatRoman(count: number): string {
  let left = Math.min(Math.max(count, 0), 399);
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}
