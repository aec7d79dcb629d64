import { expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const read = async (rows: readonly string[]) =>
  (
    await readPlanDocument(new TextEncoder().encode(rows.join('\n')), { fileName: 'plan.csv' })
  ).themes.flatMap(({ actions }) =>
    actions.map(({ statusText, progressText }) => [statusText, progressText]),
  );

test('short words of progress are the status where no column has it', async () => {
  expect(await read(['Ref,Action,Update', '1,Open a clinic,Delayed'])).toEqual([['Delayed', null]]);
});

test('short words of progress stay progress beside a column for the status, also when that is empty', async () => {
  expect(await read(['Ref,Action,RAG,Update', '1,Open a clinic,,In design'])).toEqual([[null, 'In design']]);
});
