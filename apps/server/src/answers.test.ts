import { ApolloServer } from '@apollo/server';
import { connectPublic } from '@open-sanctuary/database/client';
import { startDatabase } from '@open-sanctuary/database/testing';
import { type Context, publicSchema } from '@open-sanctuary/graphql-schema';
import { expect, onTestFinished, test } from 'vitest';
import { Answers, toAnswer } from './answers.ts';
import { Revisions } from './revisions.ts';

const council = { slug: 'hackney', revision: 1, timeZone: 'Europe/London', isExample: false };

async function startAnswers() {
  const database = await startDatabase();
  const { read, close } = connectPublic(database.at);
  onTestFinished(async () => {
    await close();
    await database.close();
  });
  const answers = new Answers(new ApolloServer<Context>({ schema: publicSchema }), read, new Revisions(read));
  let made = 0;
  return {
    /** Whether somebody had to work for the answer. */
    async isMade(question: string) {
      const before = made;
      await answers.keep(council, question, async () => toAnswer(Buffer.from(`{"data":${++made}}`)));
      return made > before;
    },
  };
}

test('an answer is kept, but for a question that is longer than anybody asks', async () => {
  const { isMade } = await startAnswers();
  const long = 'x'.repeat(14_000);
  expect([await isMade('short'), await isMade('short')]).toEqual([true, false]);
  expect([await isMade(long), await isMade(long)]).toEqual([true, true]);
});

test('questions count for the room that is kept for answers: many of them drive out the oldest', async () => {
  const { isMade } = await startAnswers();
  await isMade('first');
  for (let count = 0; count < 40_000; count += 1) await isMade(`${count} ${'x'.repeat(900)}`);
  expect([await isMade('first'), await isMade(`39999 ${'x'.repeat(900)}`)]).toEqual([true, false]);
});
