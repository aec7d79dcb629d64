import type { LeftOut } from './plan-draft.ts';
import { isBlank, type Line } from './text-lines.ts';

/** Keeps account of every line, so that none is dropped silently: taken into the draft, or left out with a reason. */
export interface LineLedger {
  take(lineNumber: number): void;
  leaveOut(lineNumber: number, why: string): void;
  isTaken(lineNumber: number): boolean;
  listLeftOut(): LeftOut[];
}

export function startLedger(
  lines: readonly Line[],
  whyOtherwise: string,
  partStarts: ReadonlySet<number> = new Set(),
): LineLedger {
  const taken = new Set<number>();
  const reasons = new Map<number, string>();
  return {
    take: (lineNumber) => void taken.add(lineNumber),
    leaveOut: (lineNumber, why) => void reasons.set(lineNumber, why),
    isTaken: (lineNumber) => taken.has(lineNumber),
    listLeftOut() {
      const leftOut: LeftOut[] = [];
      let open: { from: number; to: number; why: string; texts: string[] } | null = null;
      const close = () => {
        if (open) leftOut.push({ from: open.from, to: open.to, text: open.texts.join('\n'), why: open.why });
        open = null;
      };
      for (const line of lines) {
        if (partStarts.has(line.number)) close();
        if (taken.has(line.number)) close();
        else if (!isBlank(line) || line.isRule) {
          const why = reasons.get(line.number) ?? whyOtherwise;
          if (open && open.why !== why) close();
          open ??= { from: line.number, to: line.number, why, texts: [] };
          open.to = line.number;
          open.texts.push(line.raw.trim());
        }
      }
      close();
      return leftOut;
    },
  };
}
