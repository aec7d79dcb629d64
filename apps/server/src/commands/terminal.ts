import { createInterface } from 'node:readline/promises';
import { ExpectedFailure } from './run-command.ts';

/** Says on stderr what is being done: one line that is written over on a terminal, plain lines elsewhere. */
export function startProgress() {
  const isTerminal = process.stderr.isTTY;
  return {
    show(what: string) {
      process.stderr.write(isTerminal ? `\r\x1b[K${what} …` : `${what} …\n`);
    },
    end() {
      if (isTerminal) process.stderr.write('\r\x1b[K');
    },
  };
}

export type Progress = ReturnType<typeof startProgress>;

export const canAsk = () => process.stdin.isTTY && process.stdout.isTTY;

/** Asks until the answer is yes or no; without an answer nothing goes on. */
export const ask = (question: string): Promise<boolean> =>
  askFor(`${question} yes/no: `, (answer) =>
    /^y(es)?$/i.test(answer) ? true : /^no?$/i.test(answer) ? false : undefined,
  );

/** Asks until an answer can be read; without an answer nothing goes on. */
export async function askFor<Answer>(
  question: string,
  read: (answer: string) => Answer | undefined,
): Promise<Answer> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new AbortController();
  lines.once('close', () => gone.abort());
  lines.once('SIGINT', () => lines.close());
  try {
    for (;;) {
      const answer = read((await lines.question(question, { signal: gone.signal })).trim());
      if (answer !== undefined) return answer;
    }
  } catch {
    throw new ExpectedFailure('\nNo answer was given. Nothing was changed.');
  } finally {
    lines.close();
  }
}
