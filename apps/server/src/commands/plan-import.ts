import { connectManagement, type ManagementDatabase } from '@open-sanctuary/database/client';
import {
  columnNames,
  readPlanDocument,
  reportedStatuses,
  UnreadableDocument,
  type PlanDraft,
} from '@open-sanctuary/plan-document';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { count } from '../count.ts';
import { openDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import { applyDifference, type PlanColumns } from './apply-difference.ts';
import {
  describeDifference,
  describeDraft,
  describeOpenQuestions,
  describeQuestion,
  describeReports,
  describeUnknownStatuses,
  describeUnreadTimescales,
  describeWords,
} from './describe-import.ts';
import {
  areKeptAsTheyAre,
  combineWords,
  describeMap,
  describeStatus,
  findColumnByName,
  findStatusByName,
  isUnknown,
  listColumnMeanings,
  listColumnNames,
  nameColumn,
  nameStatus,
  readMaps,
  readStatuses,
  refuseWrongMaps,
  writeWords,
  type ImportWord,
  type ImportWords,
} from './import-words.ts';
import { comparePlans, isWithoutChanges, type FieldChange, type PlanDifference } from './plan-difference.ts';
import { asOneLine, ExpectedFailure, readOptions, runCommand } from './run-command.ts';
import {
  listStatusChanges,
  listStatusWords,
  publishStatusReports,
  type StatusWord,
} from './status-reports.ts';
import { getStoredCouncil, nothingStored, type StoredCouncil } from './stored-plan.ts';
import { ask, askFor, canAsk, startProgress } from './terminal.ts';

const usage = `npm run plan:import -- --council hackney --plan 2026-2029 [options] FILE
  --council  the council's short name, as npm run council:add made it
  --plan     the plan's short name in web addresses: a-z, 0-9 and single dashes, at most 60
  --title    the plan's title; the document's own when not given
  --period   the years it is for, such as 2026-2029
  --map      what a column holds: --map "Responsible team=lead". Any number of times; nothing after
             the = leaves the column out. The next import for this council remembers it.
             Columns: ${listColumnNames()}
  --status   what a status of the document says: --status "On hold=STOPPED". Remembered like --map;
             nothing after the = says that the words tell nothing.
             Statuses: ${reportedStatuses.join(', ')}
  --forget   forget what earlier imports for this council remembered
  --dry-run  show what would change, change nothing and remember nothing
  --yes      do not ask
  FILE       the published plan, at most 20 MB: Word (.docx), PDF with text, Excel (.xlsx),
             OpenDocument sheet (.ods), saved web page (.html), plain text, CSV or TSV`;

const MOST_MEGABYTES = 20;
const progress = startProgress();

await runCommand(usage, async () => {
  const options = readImportOptions();
  const file = await readDocument(options.file);
  progress.show('Opening the database');
  const management = connectManagement(await openDatabase(readEnvironment(process.env)));
  try {
    await importDocument(management, options, file);
  } finally {
    progress.end();
    await management.close();
  }
});

type ImportOptions = ReturnType<typeof readImportOptions>;

async function importDocument(management: ManagementDatabase, options: ImportOptions, file: DocumentFile) {
  const council = await getStoredCouncil(management, options.council, options.plan);
  const asks = canAsk() && !options.yes && !options.dryRun;
  const { draft, words, statuses } = await readDraft(file, council, options, asks);
  for (const line of describeDraft(draft, words, statuses, council.timeZone)) console.log(line);

  const columns = decideColumns(council, options, draft);
  for (const line of describeUnreadTimescales(draft, columns.periodText)) console.log(line);
  const planChanges = listPlanChanges(council, columns);
  progress.show('Comparing with what is stored');
  const difference = await compareAndAsk(council, draft, asks);
  const reported = listStatusChanges(difference, statuses, council.plan?.newestReports ?? new Map());
  progress.end();

  console.log(
    `\n${council.plan ? `Compared with what is stored of “${asOneLine(council.plan.title)}”` : `A new plan of ${asOneLine(council.name)}: “${columns.title}”`} (${options.council}/${options.plan})`,
  );
  for (const line of describeDifference(difference, planChanges)) console.log(line);
  for (const line of describeOpenQuestions(difference.questions)) console.log(line);
  for (const line of describeReports(reported)) console.log(line);
  for (const line of describeWords(words)) console.log(line);
  console.log('');

  const isStored = council.plan && planChanges.length === 0 && isWithoutChanges(difference);
  const unknown = statuses.filter(({ status }) => status === undefined);
  if (unknown.length > 0 && !asks) throw new ExpectedFailure(describeUnknownStatuses(unknown, draft));
  if (isStored && areKeptAsTheyAre(words) && reported.reports.length === 0) {
    console.log('Everything is stored already. Nothing was changed.');
    return;
  }
  if (options.dryRun) {
    console.log('This was a dry run. Nothing was changed.');
    return;
  }
  if (!options.yes) await askToApply(asks);
  await management.write('COUNCIL_OFFICER', async (tx) => {
    await applyDifference(tx, council, columns, difference, progress);
    progress.show(`Publishing ${count(reported.reports.length, 'report')}`);
    await publishStatusReports(tx, council, reported.reports);
    await writeWords(tx, council.id, words);
  });
  progress.end();
  console.log('Applied.');
}

async function askToApply(asks: boolean) {
  if (!asks) {
    throw new ExpectedFailure(
      'Nothing was changed: there is no terminal to ask on. Look at the difference above, then run the command again with --yes to apply it.',
    );
  }
  if (!(await ask('Apply?'))) throw new ExpectedFailure('Nothing was changed.');
}

/** Asks about each pair that only a person can decide; an answer may lead to a next question. */
async function compareAndAsk(
  council: StoredCouncil,
  draft: PlanDraft,
  asks: boolean,
): Promise<PlanDifference> {
  const answers = new Map<string, boolean>();
  for (;;) {
    const difference = comparePlans(council.plan?.content ?? nothingStored, draft.themes, answers);
    if (!asks || difference.questions.length === 0) return difference;
    progress.end();
    for (const question of difference.questions) {
      answers.set(question.key, await ask(describeQuestion(question)));
    }
  }
}

function readImportOptions() {
  const { values, positionals } = readOptions(usage, {
    council: { type: 'string' },
    plan: { type: 'string' },
    title: { type: 'string' },
    period: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    status: { type: 'string', multiple: true, default: [] },
    forget: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  });
  const [file, stray] = positionals;
  if (!values.council) throw new ExpectedFailure(`--council is needed.\n${usage}`);
  if (!values.plan) throw new ExpectedFailure(`--plan is needed.\n${usage}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.plan) || values.plan.length > 60) {
    throw new ExpectedFailure(
      `--plan "${asOneLine(values.plan)}" can't stand in a web address: use a-z, 0-9 and single dashes, at most 60 characters, such as 2026-2029.`,
    );
  }
  if (file === undefined) throw new ExpectedFailure(`The file with the plan is needed.\n${usage}`);
  if (stray !== undefined) {
    throw new ExpectedFailure(
      `One file at a time: "${asOneLine(stray)}" is one too many. Put a name with spaces in quotes.`,
    );
  }
  return {
    council: values.council,
    plan: values.plan,
    title: checkText('title', values.title, 300),
    period: checkText('period', values.period, 100),
    given: [...readMaps(values.map), ...readStatuses(values.status)],
    forgets: values.forget,
    dryRun: values['dry-run'],
    yes: values.yes,
    file,
  };
}

function checkText(option: string, text: string | undefined, most: number): string | null {
  if (text === undefined) return null;
  const line = asOneLine(text);
  if (line === '' || line.length > most) {
    throw new ExpectedFailure(`--${option} must have 1 to ${most} characters.`);
  }
  return line;
}

interface DocumentFile {
  name: string;
  bytes: Uint8Array;
}

async function readDocument(file: string): Promise<DocumentFile> {
  // npm runs a command in its own folder; what was typed is meant from where it was typed.
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  const shown = asOneLine(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedFailure(
      error.code === 'ENOENT' ? `There is no file ${shown}.` : `${shown} can't be opened (${error.code}).`,
    );
  });
  if (!found.isFile())
    throw new ExpectedFailure(`${shown} is not a file. Give the file that holds the plan.`);
  const megabytes = found.size / 1024 ** 2;
  if (megabytes > MOST_MEGABYTES) {
    throw new ExpectedFailure(
      `${shown} has ${Math.ceil(megabytes)} MB; at most ${MOST_MEGABYTES} MB can be read. Save the plan alone, without its pictures, as text or CSV.`,
    );
  }
  progress.show(`Reading ${basename(shown)}`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedFailure(`${shown} can't be read (${error.code}).`);
  });
  progress.end();
  return { name: basename(path), bytes };
}

interface ReadDraft {
  draft: PlanDraft;
  words: ImportWords;
  statuses: StatusWord[];
}

/** Reads the document with all that was said about its words, and asks about those that nobody knows. */
async function readDraft(
  file: DocumentFile,
  council: StoredCouncil,
  { given, forgets }: ImportOptions,
  asks: boolean,
): Promise<ReadDraft> {
  const read = async (said: readonly ImportWord[]): Promise<ReadDraft> => {
    const words = combineWords(council.words, said, forgets);
    const draft = await parseDocument(file, words);
    refuseWrongMaps(said, draft.columns);
    return { draft, words, statuses: listStatusWords(draft, words) };
  };
  const first = await read(given);
  if (!asks) return first;
  const columns = await askAboutColumns(first.draft);
  const second = columns.length > 0 ? await read([...given, ...columns]) : first;
  const statuses = await askAboutStatuses(second.statuses);
  return statuses.length > 0 ? read([...given, ...columns, ...statuses]) : second;
}

async function parseDocument({ name, bytes }: DocumentFile, words: ImportWords): Promise<PlanDraft> {
  try {
    return await readPlanDocument(bytes, {
      fileName: name,
      columns: listColumnMeanings(words),
      onProgress: (what) => progress.show(`Reading ${name}, ${what}`),
    });
  } catch (error) {
    if (!(error instanceof UnreadableDocument) || error.code !== 'UNKNOWN_COLUMNS') throw error;
    throw new ExpectedFailure(`${error.message} Or say which it is: ${describeMap('…', columnNames.action)}`);
  }
}

async function askAboutColumns({ columns }: PlanDraft): Promise<ImportWord[]> {
  if (!columns.some(isUnknown)) return [];
  console.log(
    `\nColumns that are not known. Each is one of: ${listColumnNames()}; or “none”, to leave it out from now on.`,
  );
  const answers: ImportWord[] = [];
  for (const { header, nearest } of columns.filter(isUnknown)) {
    const hint = nearest ? ` (perhaps ${columnNames[nearest]})` : '';
    const meaning = await askFor(
      `What is “${asOneLine(header)}”${hint}? Enter leaves it out this once: `,
      (answer) => (answer === '' || answer === 'none' ? answer : (findColumnByName(answer) ?? undefined)),
    );
    if (meaning !== '') answers.push(nameColumn(header, meaning === 'none' ? null : meaning));
  }
  return answers;
}

async function askAboutStatuses(statuses: readonly StatusWord[]): Promise<ImportWord[]> {
  const unknown = statuses.filter(({ status }) => status === undefined);
  if (unknown.length === 0) return [];
  console.log(
    `\nStatuses that are not known. Each is one of: ${reportedStatuses.map(describeStatus).join(', ')}; or “none”, where it says nothing about that.`,
  );
  const answers: ImportWord[] = [];
  for (const { written, explained, lines } of unknown) {
    const key = explained === null ? '' : `, explained there as “${asOneLine(explained)}”`;
    const meaning = await askFor(
      `What is “${written}” (${lines.length}×${key})? Enter leaves it out this once: `,
      (answer) => (answer === '' || answer === 'none' ? answer : (findStatusByName(answer) ?? undefined)),
    );
    if (meaning !== '') answers.push(nameStatus(written, meaning === 'none' ? null : meaning));
  }
  return answers;
}

function decideColumns(council: StoredCouncil, options: ImportOptions, draft: PlanDraft): PlanColumns {
  const { plan } = council;
  const title = options.title ?? plan?.title ?? (draft.title && asOneLine(draft.title).slice(0, 300));
  if (!title) {
    throw new ExpectedFailure('The document says no title. Give one: --title "…"');
  }
  const years = /^(?:19|20)\d\d(?:-(?:(?:19|20)?\d\d))?$/.test(options.plan) ? options.plan : null;
  return { slug: options.plan, title, periodText: options.period ?? (plan ? plan.periodText : years) };
}

function listPlanChanges({ plan }: StoredCouncil, { title, periodText }: PlanColumns): FieldChange[] {
  if (plan === null) return [];
  return [
    { field: 'title', before: plan.title, after: title },
    { field: 'period', before: plan.periodText, after: periodText },
  ].filter(({ before, after }) => before !== after);
}
