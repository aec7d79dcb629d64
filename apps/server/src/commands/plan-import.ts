import { connectManagement, type ManagementDatabase } from '@open-sanctuary/database/client';
import { readPlanDocument, type PlanDraft } from '@open-sanctuary/plan-document';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { openDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import { applyDifference, type PlanColumns } from './apply-difference.ts';
import {
  describeDifference,
  describeDraft,
  describeOpenQuestions,
  describeQuestion,
} from './describe-import.ts';
import { comparePlans, isWithoutChanges, type FieldChange, type PlanDifference } from './plan-difference.ts';
import { asOneLine, ExpectedFailure, readOptions, runCommand } from './run-command.ts';
import { getStoredCouncil, nothingStored, type StoredCouncil } from './stored-plan.ts';
import { ask, canAsk, startProgress } from './terminal.ts';

const usage = `npm run plan:import -- --council hackney --plan 2026-2029 [options] FILE
  --council  the council's short name, as npm run council:add made it
  --plan     the plan's short name in web addresses: a-z, 0-9 and single dashes, at most 60
  --title    the plan's title; the document's own when not given
  --period   the years it is for, such as 2026-2029
  --dry-run  show what would change, and change nothing
  --yes      do not ask
  FILE       the published plan, at most 20 MB: Word (.docx), PDF with text, Excel (.xlsx),
             OpenDocument sheet (.ods), saved web page (.html), plain text, CSV or TSV`;

const MOST_MEGABYTES = 20;
const MOST_ACTIONS = 2000;
const progress = startProgress();

await runCommand(usage, async () => {
  const options = readImportOptions();
  const draft = await readDraft(options.file);
  for (const line of describeDraft(draft)) console.log(line);

  progress.show('Opening the database');
  const management = connectManagement(await openDatabase(readEnvironment(process.env)));
  try {
    await importDraft(management, options, draft);
  } finally {
    progress.end();
    await management.close();
  }
});

type ImportOptions = ReturnType<typeof readImportOptions>;

async function importDraft(management: ManagementDatabase, options: ImportOptions, draft: PlanDraft) {
  const council = await getStoredCouncil(management, options.council, options.plan);
  const columns = decideColumns(council, options, draft);
  const planChanges = listPlanChanges(council, columns);
  progress.show('Comparing with what is stored');
  const asks = canAsk() && !options.yes && !options.dryRun;
  const difference = await compareAndAsk(council, draft, asks);
  progress.end();

  console.log(
    `\n${council.plan ? `Compared with what is stored of “${asOneLine(council.plan.title)}”` : `A new plan of ${asOneLine(council.name)}: “${columns.title}”`} (${options.council}/${options.plan})`,
  );
  for (const line of describeDifference(difference, planChanges)) console.log(line);
  for (const line of describeOpenQuestions(difference.questions)) console.log(line);
  console.log('');

  if (council.plan && planChanges.length === 0 && isWithoutChanges(difference)) {
    console.log('Everything is stored already. Nothing was changed.');
    return;
  }
  if (options.dryRun) {
    console.log('This was a dry run. Nothing was changed.');
    return;
  }
  if (!options.yes) await askToApply(asks);
  await management.write('COUNCIL_OFFICER', (tx) =>
    applyDifference(tx, council, columns, difference, progress),
  );
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

async function readDraft(file: string): Promise<PlanDraft> {
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
  try {
    const draft = await readPlanDocument(bytes, {
      fileName: basename(path),
      onProgress: (what) => progress.show(`Reading ${basename(shown)}, ${what}`),
    });
    refuseTooMany(draft);
    return draft;
  } finally {
    progress.end();
  }
}

function refuseTooMany({ themes }: PlanDraft) {
  const actions = themes.reduce((sum, theme) => sum + theme.actions.length, 0);
  if (actions <= MOST_ACTIONS) return;
  throw new ExpectedFailure(
    `This document has ${actions.toLocaleString('en-GB')} actions; a plan can have at most ${MOST_ACTIONS.toLocaleString('en-GB')}. Import its parts as plans of their own.`,
  );
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
