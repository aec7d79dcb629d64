import { describePlace, UnreadableDocument } from '@open-sanctuary/plan-document';
import { NewerDatabase } from '@open-sanctuary/database/migrate';
import { parseArgs, stripVTControlCharacters, type ParseArgsConfig } from 'node:util';
import { WrongEnvironment } from '../environment.ts';

/** A failure that the operator can act on; its message says what is wrong and the way out. */
export class ExpectedFailure extends Error {
  override name = 'ExpectedFailure';
}

const expected = [ExpectedFailure, UnreadableDocument, NewerDatabase, WrongEnvironment];

/** What the connection says when nothing at all was reached, and what PostgreSQL says when it lets nobody in. */
const NO_DATABASE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '53300',
]);

/** Runs a command to its end; an expected failure is one clear line and exit code 1. */
export async function runCommand(usage: string, work: () => Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    return;
  }
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    console.error(describeFailure(error));
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof UnreadableDocument && error.place) {
    const { column } = error.place;
    const place = asOneLine(describePlace(error.place));
    return `${place.slice(0, 1).toUpperCase()}${place.slice(1)}${column ? `, column "${asOneLine(column)}"` : ''}: ${asOneLine(error.message)}`;
  }
  if (expected.some((kind) => error instanceof kind)) return toPrintable((error as Error).message);
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  if (NO_DATABASE.has(code) || message.includes("Can't reach database server")) {
    return `The database does not let us in (${code || 'no answer'}): ${asOneLine(message) || 'no answer'}. Check DATABASE_URL and that PostgreSQL runs.`;
  }
  if (message.startsWith('The embedded database did not start.')) return toPrintable(message);
  if (code === 'P2028' || code === '57014' || message.includes('statement timeout')) {
    return 'The database was too busy to finish in time. Nothing was changed; try again in a moment.';
  }
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  return `Something went wrong that should not. Nothing was changed. Please report this:\n${toPrintable(stack)}`;
}

/** The options of a command, or what is wrong with them and how it is called. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('. To specify') : [];
    throw new ExpectedFailure(`${first.replace(/\.?$/, '.')}\n${usage}`);
  }
}

/** Keeps what a file or an argument holds from steering the operator's terminal. */
export function toPrintable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\n)\p{Cc}/gu, ' ');
}

export function asOneLine(text: string): string {
  return toPrintable(text).replace(/\s+/g, ' ').trim();
}
