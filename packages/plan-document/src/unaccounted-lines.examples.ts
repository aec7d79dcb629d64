import type { PlanDraft } from './plan-document.ts';

/** Words that give a line its shape: column heads, labels and page words; they need not be in the draft. */
const SHAPE = new Set(
  'lead responsible officer service services directorate timescale status objective priority theme commitment'.split(
    ' ',
  ),
);

/** The lines whose words are neither in the draft nor in what was left out there. */
export function listUnaccountedLines(text: string, draft: PlanDraft): string[] {
  const drafted = new Set(listWords(listTexts({ title: draft.title, themes: draft.themes }).join(' ')));
  return text.split(/\r\n|\n|\r/).filter((line, at) => {
    const there = draft.leftOut.filter(({ from, to }) => from <= at + 1 && at + 1 <= to);
    const leftOut = new Set(there.flatMap((left) => listWords(left.text)));
    return listWords(line.replace(/<\/?p>/g, ' ')).some(
      (word) => !drafted.has(word) && !leftOut.has(word) && !SHAPE.has(word),
    );
  });
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function listWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
