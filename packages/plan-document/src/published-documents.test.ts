import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlanDocument, UnreadableDocument, type PlanDraft } from './plan-document.ts';
import { listUnaccountedLines } from './unaccounted-lines.examples.ts';

const folder = new URL('../../../../shared/seeds/', import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const read = (name: string) => readPlanDocument(bytesOf(name));
const countActions = (draft: PlanDraft) => draft.themes.map((theme) => theme.actions.length);
const tables = '004_6bc39095fcfaba7c.txt';
const targets = '002_410ad0a1be5e97fc.txt';
const commitments = '000_2136a7cbb71df4a1.txt';
const areas = '001_1389b2347cc5a9fa.txt';

describe.skipIf(!existsSync(folder))('published documents (skipped where ../shared/seeds is absent)', () => {
  test('tables over many pages: every action, whole', async () => {
    const draft = await read(tables);
    expect(countActions(draft)).toEqual([8, 3, 6, 3, 6, 5, 4]);
    const actions = draft.themes.flatMap((theme) => theme.actions);
    for (const ref of ['1.4', '6.1']) {
      const words =
        actions
          .filter((action) => action.ref === ref)
          .map((action) => `${action.title} ${action.detail}`)[0] ?? '';
      expect(words).toMatch(/\.$/);
      expect(words).not.toMatch(/ {2}/);
    }
    expect(actions.every((action) => action.dueText === null && !action.refIsDerived)).toBe(true);
  });

  test('tables over many pages: leads exactly as written, and who is accountable', async () => {
    const actions = (await read(tables)).themes.flatMap((theme) => theme.actions);
    const written = new TextDecoder().decode(bytesOf(tables));
    const leadTexts = new Set(actions.map((action) => action.leadText ?? ''));
    expect(leadTexts.size).toBe(8);
    for (const leadText of leadTexts) expect(written).toContain(`\t${leadText}`);
    const accountable = actions.map(
      (action) => action.leads.find((lead) => lead.role === 'ACCOUNTABLE')?.name,
    );
    const counts = Map.groupBy(accountable, (name) => name);
    expect(
      [...counts]
        .map(([name, found]) => [name, found.length])
        .toSorted((a, b) => Number(b[1]) - Number(a[1])),
    ).toEqual([
      ['Adults, Health, and Integration', 15],
      ['Housing, Climate, and Economy', 12],
      ['Children and Education', 4],
      ["Chief Executive's Directorate", 3],
      ['Finance and Corporate Resources', 1],
    ]);
    expect(
      new Set(
        actions.flatMap((action) =>
          action.leads.filter((lead) => lead.role !== 'OTHERS_NOT_NAMED').map((lead) => lead.name),
        ),
      ).size,
    ).toBe(5);
  });

  test('headings with actions, targets and outcomes', async () => {
    const draft = await read(targets);
    const all = draft.themes.flatMap((theme) => theme.targets);
    expect(countActions(draft)).toEqual([5, 7, 6, 5, 5, 4]);
    expect(all.filter((target) => target.kind === 'TARGET')).toHaveLength(26);
    expect(all.filter((target) => target.kind === 'OUTCOME')).toHaveLength(28);
    const figures = all
      .filter((target) => target.value !== null)
      .map(({ value, unit, shares }) => [value, unit, shares.map((share) => share.percent)]);
    expect(figures).toEqual([
      [2, 'workspaces', []],
      [1000, 'people', [50]],
      [25, '%', []],
      [2500, 'referrals', [30]],
      [24, 'staff', []],
      [100, '%', []],
    ]);
  });

  test('commitments of a web page, without its notices and lists of names', async () => {
    const draft = await read(commitments);
    expect(countActions(draft)).toEqual([4, 3, 3, 3, 3]);
    expect(draft.themes.flatMap((theme) => theme.actions).every((action) => action.refIsDerived)).toBe(true);
    const leftOut = (line: number) => draft.leftOut.some(({ from, to }) => from <= line && line <= to);
    expect([3, 7, 8, 77, 83, 96].every(leftOut)).toBe(true);
  });

  test('a statement of six areas has themes and no actions', async () => {
    expect(countActions(await read(areas))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('a charity’s page is no plan', async () => {
    await expect(read('003_016b93e447b642cd.txt')).rejects.toThrow(UnreadableDocument);
  });

  test.each([tables, targets, commitments, areas])('%s loses no line silently', async (name) => {
    expect(listUnaccountedLines(new TextDecoder().decode(bytesOf(name)), await read(name))).toEqual([]);
  });
});
