import { connectPublic, type PrismaClient } from '@open-sanctuary/database/client';
import { startDatabase } from '@open-sanctuary/database/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Revisions } from './revisions.ts';

test('who follows the revisions no more asks the database no more, even if it was asking when told to stop', async () => {
  const database = await startDatabase();
  const { read, close } = connectPublic(database.at);
  onTestFinished(async () => {
    await close();
    await database.close();
  });
  let asked = 0;
  const counted = read.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        asked += 1;
        if (asked === 2) revisions.stop();
        return query(args);
      },
    },
  });
  const revisions = new Revisions(counted as unknown as PrismaClient);

  await revisions.start();
  await wait(1000);

  expect(asked).toBe(2);
});
