import { z } from 'zod';
import { parseLeads } from './leads.ts';
import { exportFormat } from './own-cells.ts';
import { readOwnSheet } from './own-sheet.ts';
import { listPersonalWarnings, warnOfPersonAsLead } from './personal.ts';
import type { DraftAction, DraftTarget, DraftTheme, Place, PlanDraft, Warning } from './plan-draft.ts';
import { readTarget } from './targets.ts';
import { splitLines } from './text-lines.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** A plan as an export of ours holds it: nothing has to be guessed. */
export interface OwnPlan {
  title: string | null;
  themes: OwnTheme[];
}

export interface OwnTheme extends Omit<DraftTheme, 'actions' | 'targets'> {
  actions: OwnAction[];
  targets: OwnTarget[];
}

/** `leads` are null where nobody has read them yet. */
export interface OwnAction extends Omit<DraftAction, 'leads' | 'targets' | 'ref' | 'refIsDerived'> {
  /** Null where somebody added an action and left the counting to us. */
  ref: string | null;
  refIsDerived: boolean;
  leads: DraftAction['leads'] | null;
  targets: OwnTarget[];
}

/** What it is measured by; its figures are read from the statement where the export does not hold them. */
export type OwnTarget = Pick<DraftTarget, 'kind' | 'statement' | 'place'> &
  Partial<Pick<DraftTarget, 'dueText' | 'value' | 'unit' | 'shares'>>;

/** Reads a file that this software has written, letter for letter; null when it is another document. */
export function findOwnExport(written: string, fileName: string | undefined): PlanDraft | null {
  const json = findJson(written, fileName);
  if (json !== undefined) return toDraft(readJson(json), 'JSON');
  const sheet = readOwnSheet(written);
  return sheet && toDraft(sheet.plan, sheet.format);
}

/** What the text says as JSON; undefined when it is another kind of text. */
function findJson(written: string, fileName: string | undefined): unknown {
  const isNamedJson = /\.json$/i.test(fileName ?? '');
  if (!isNamedJson && !/^\s*[{[]/.test(written)) return undefined;
  try {
    const value: unknown = JSON.parse(written);
    return value;
  } catch {
    if (!isNamedJson) return undefined;
    throw new UnreadableDocument(
      'UNKNOWN_FORMAT',
      'This file is named .json, but it is broken JSON. Export it again, or save the plan as text or CSV.',
    );
  }
}

const storable = z
  .string()
  .refine(
    (given) => given.isWellFormed() && !given.includes('\0'),
    'holds a character that cannot be stored',
  );
const filled = storable.refine((given) => given.trim() !== '', 'is empty');
const ownTarget = z.object({
  kind: z.enum(['TARGET', 'OUTCOME']),
  statement: filled,
  dueText: storable.nullish(),
  targetValue: z.number().nullish(),
  unit: storable.nullish(),
  shares: z
    .array(
      z.object({
        targetValue: z.number().nullable(),
        unit: storable.nullable(),
        forWhom: storable.nullable(),
      }),
    )
    .default([]),
});
const ownJson = z.object({
  plan: z.object({ title: storable }),
  themes: z.array(
    z.object({
      ref: filled,
      refIsDerived: z.boolean(),
      title: filled,
      detail: storable.nullable(),
      targets: z.array(ownTarget),
    }),
  ),
  actions: z.array(
    z.object({
      ref: filled,
      refIsDerived: z.boolean(),
      theme: z.object({ ref: storable }),
      title: filled,
      detail: storable.nullable(),
      leadText: storable.nullable(),
      dueText: storable.nullable(),
      status: z.string(),
      leftDocumentOn: z.string().nullable(),
      targets: z.array(ownTarget),
      ourReading: z.object({
        leads: z.array(
          z.object({ name: filled, role: z.enum(['ACCOUNTABLE', 'PARTNER', 'OTHERS_NOT_NAMED']) }),
        ),
      }),
    }),
  ),
});

function readJson(value: unknown): OwnPlan {
  const format = z.object({ format: z.string() }).safeParse(value).data?.format;
  if (format !== exportFormat) throw unknownJson(format);
  const { data, error } = ownJson.safeParse(value);
  if (!data) {
    const [issue] = error.issues;
    throw new UnreadableDocument(
      'UNKNOWN_FORMAT',
      `In this JSON “${issue?.path.join('.')}” can’t be read: ${issue?.message}. Export it again, or put it right.`,
    );
  }
  const themes = data.themes.map(({ targets, ...theme }, at): OwnTheme => {
    const place = { line: 1, column: `themes.${at}` };
    return { ...theme, place, actions: [], targets: targets.map((each) => toTarget(each, place)) };
  });
  const byRef = new Map(themes.map((theme) => [theme.ref, theme]));
  for (const [
    at,
    { theme: under, status, leftDocumentOn, ourReading, ...action },
  ] of data.actions.entries()) {
    const place = { line: 1, column: `actions.${at}` };
    const theme = byRef.get(under.ref);
    if (!theme) {
      throw new UnreadableDocument(
        'UNKNOWN_FORMAT',
        `Action ${action.ref} stands under theme ${under.ref}, which is not among the themes.`,
        place,
      );
    }
    // It is no longer in the council's document.
    if (leftDocumentOn !== null) continue;
    theme.actions.push({
      ...action,
      leads: ourReading.leads,
      statusText: status === 'NOT_REPORTED' ? null : status,
      progressText: null,
      targets: action.targets.map((each) => toTarget(each, place)),
      place,
    });
  }
  const left = new Set(
    data.actions.filter((each) => each.leftDocumentOn !== null).map((each) => each.theme.ref),
  );
  return {
    title: data.plan.title,
    themes: themes.filter(({ ref, actions }) => actions.length > 0 || !left.has(ref)),
  };
}

const toTarget = (given: z.infer<typeof ownTarget>, place: Place): OwnTarget => ({
  kind: given.kind,
  statement: given.statement,
  dueText: given.dueText ?? null,
  value: given.targetValue ?? null,
  unit: given.unit ?? null,
  shares: given.shares.flatMap(({ targetValue: percent, unit, forWhom }) =>
    percent === null || unit !== '%' ? [] : [{ percent, forWhom }],
  ),
  place,
});

function unknownJson(format: string | undefined) {
  return new UnreadableDocument(
    'UNKNOWN_FORMAT',
    format?.startsWith('open-sanctuary/actions/')
      ? `This export was written by another version (${format.slice(0, 60)}); this one reads ${exportFormat}. Use the same version, or import the CSV.`
      : `This is JSON, but no export of ours: its “format” is not ${exportFormat}. Save the plan as text or CSV instead.`,
  );
}

function toDraft({ title, themes }: OwnPlan, format: PlanDraft['format']): PlanDraft {
  refuseTwice(themes, (theme) => `The theme ${theme.ref}`);
  const own = themes.flatMap(({ actions }) => actions.filter(({ ref }) => ref !== null));
  refuseTwice(own, (action) => `The reference ${action.ref}`);
  const used = new Set(own.map(({ ref }) => ref));
  const placeNames = new Set((title ?? '').toLowerCase().split(/[^\p{L}’'-]+/u));
  const actions = themes.flatMap((theme) => theme.actions);
  const knownNames = [...new Set(actions.flatMap(({ leads }) => (leads ?? []).map(({ name }) => name)))];
  const warnings = actions.flatMap(({ title: words, detail, leadText, place }): Warning[] => [
    ...listPersonalWarnings(splitLines(`${words} ${detail ?? ''}`.replaceAll('\n', ' '))).map((warning) => ({
      ...warning,
      place,
    })),
    ...[leadText === null ? null : warnOfPersonAsLead(leadText, place, placeNames)].filter(
      (warning) => warning !== null,
    ),
  ]);
  return {
    title,
    format,
    leftOut: [],
    warnings,
    columns: [],
    colours: [],
    themes: themes.map((theme): DraftTheme => ({
      ...theme,
      targets: theme.targets.map(completeTarget),
      actions: theme.actions.map((action, at): DraftAction => {
        const settled =
          action.ref === null
            ? { ref: nextFree(`${theme.ref}.${at + 1}`, used), refIsDerived: true }
            : { ref: action.ref, refIsDerived: action.refIsDerived };
        used.add(settled.ref);
        return {
          ...action,
          ...settled,
          leads: action.leads ?? parseLeads(action.leadText ?? '', knownNames),
          targets: action.targets.map(completeTarget),
        };
      }),
    })),
  };
}

const completeTarget = (found: OwnTarget): DraftTarget => ({ ...readTarget(found), ...found });

function nextFree(wanted: string, used: ReadonlySet<string | null>): string {
  let ref = wanted;
  for (let again = 2; used.has(ref); again += 1) ref = `${wanted}-${again}`;
  return ref;
}

function refuseTwice<Item extends { ref: string | null; place: Place }>(
  items: readonly Item[],
  describe: (item: Item) => string,
) {
  const seen = new Map<string | null, Place>();
  for (const item of items) {
    const earlier = seen.get(item.ref);
    if (earlier) {
      throw new UnreadableDocument(
        'DUPLICATE_REFS',
        `${describe(item)} stands there twice. Give each a reference of its own.`,
        item.place,
      );
    }
    seen.set(item.ref, item.place);
  }
}
