import autocannon from 'autocannon';
import { aReport } from '../src/testing/many-councils.ts';
import type { Running } from './processes.ts';

const connections = 8;

export interface Question {
  path: string;
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** One of those that answer the same question. */
export interface Contender {
  name: string;
  process: Running;
  /** The questions, asked in turn; or the next one, made when it is asked. */
  questions: Question[] | (() => Question);
}

export interface Speed {
  /** Answers a second. */
  rate: number;
  /** Milliseconds of processor time that its process (without the database) took for one answer. */
  processor: number;
}

/** The speeds of each contender, round by round: taken in turn, so that whatever else runs is there for all. */
export async function raceSideBySide(
  contenders: readonly Contender[],
  { rounds, seconds }: { rounds: number; seconds: number },
  say: (progress: string) => void,
): Promise<Map<Contender, Speed[]>> {
  const speeds = new Map<Contender, Speed[]>(contenders.map((contender) => [contender, []]));
  for (const contender of contenders) {
    say(`warming up: ${contender.name}`);
    await checkAnswer(contender);
    await ask(contender, seconds);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const contender of contenders) {
      say(`round ${round} of ${rounds}: ${contender.name}`);
      speeds.get(contender)?.push(await ask(contender, seconds));
    }
  }
  return speeds;
}

/** A refusal is quicker than any answer. */
async function checkAnswer({ name, process, questions }: Contender) {
  const question = Array.isArray(questions) ? questions[0] : questions();
  const text = await (await fetch(process.url + (question?.path ?? ''), question)).text();
  if (!text.includes(aReport)) throw new Error(`${name} gives no such answer: ${text.slice(0, 300)}`);
}

async function ask({ name, process, questions }: Contender, seconds: number): Promise<Speed> {
  const before = await process.measure('processor');
  const began = performance.now();
  const result = await autocannon({
    url: process.url,
    connections,
    duration: seconds,
    requests: Array.isArray(questions)
      ? questions
      : [{ setupRequest: (request) => ({ ...request, ...questions() }) }],
  });
  const took = (performance.now() - began) / 1000;
  const after = await process.measure('processor');
  const answers = result['2xx'];
  if (answers === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${name}: ${answers} answers, ${result.non2xx} refusals, ${result.errors} errors.`);
  }
  return { rate: answers / took, processor: (after - before) / answers };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** How many times as much the one has as the other: the median of the rounds' own ratios. */
export function ratioOf(ours: readonly Speed[], theirs: readonly Speed[], read: (speed: Speed) => number) {
  return median(ours.map((speed, round) => read(speed) / read(theirs[round] ?? speed)));
}
