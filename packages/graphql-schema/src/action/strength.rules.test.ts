import { describe, expect, test } from 'vitest';
import { strengthIsDerived, strengthsFromWords, verbsByStrength } from './strength.rules.ts';
import type { CommitmentStrength } from './strength.rules.ts';

describe('one promise', () => {
  test.each<[string, CommitmentStrength[]]>([
    ['Introduce a welcome desk in every library.', ['DELIVER']],
    ['Put in place a named contact for new families.', ['DELIVER']],
    ['Roll out the training to all schools.', ['DELIVER']],
    ['Continue the weekly drop-in.', ['CONTINUE']],
    ['Build on the existing family programme.', ['CONTINUE']],
    ['Explore a scheme of hosts.', ['EXPLORE']],
    ['Look into the cost of bus passes.', ['EXPLORE']],
    ['Map out what help with mental health there is.', ['EXPLORE']],
    ['Review how we use interpreters.', ['EXPLORE']],
    ['Work to increase the number of places in classes.', ['DELIVER']],
    ['Work with partners to deliver more outreach.', ['DELIVER']],
    ['Work to explore new routes.', ['EXPLORE']],
    ['Continue to work closely with charities.', ['CONTINUE']],
    ['Continue to provide a hub, including legal advice.', ['CONTINUE']],
    ['Continue to explore new ways to fund the hub.', ['CONTINUE', 'EXPLORE']],
    ['Providing a welcome pack.', ['DELIVER']],
    ['Exploring options for storage.', ['EXPLORE']],
    ['Free swimming', []],
    ['Libraries of welcome', []],
    ['', []],
  ])('"%s" is %j', (title, strengths) => {
    expect(strengthsFromWords(title, null)).toEqual(strengths);
  });
});

describe('openings that are no promise are skipped', () => {
  test.each<[string, CommitmentStrength[]]>([
    ['We will open a new hub.', ['DELIVER']],
    ["We'll investigate who is missing out.", ['EXPLORE']],
    ['The council will keep its interpreters.', ['CONTINUE']],
    ['The housing and the schools teams will jointly publish a guide.', ['DELIVER']],
    ['Proactively consider joining the scheme.', ['EXPLORE']],
    ['Carefully consider, and then publish, the options.', ['DELIVER', 'EXPLORE']],
    ['As part of our work on equality, ensure that forms are plain.', ['DELIVER']],
    ['As part of the training, support and advice strategy, explore new topics.', ['EXPLORE']],
    ['Working with partners, explore a shared fund.', ['EXPLORE']],
    ['Working with schools to support new pupils.', ['DELIVER']],
    ['Across our parks, maintain free sessions.', ['CONTINUE']],
    ['In the spirit of good neighbours (who came to help in the floods) to explore twinning.', ['EXPLORE']],
    ['In 2027 we will launch a fund.', ['DELIVER']],
    ['To reduce waiting times, we will examine the process.', ['EXPLORE']],
    ['To develop a new guide.', ['DELIVER']],
    ['With partners, review the offer, including childcare.', ['EXPLORE']],
    ['Newcomers will also be invited to open days.', ['DELIVER']],
    ['The offer of classes will be reviewed.', ['EXPLORE']],
    ['The hub will be maintained.', ['CONTINUE']],
    ['3.2 Create a small fund (e.g. to explore ideas).', ['DELIVER']],
  ])('"%s" is %j', (title, strengths) => {
    expect(strengthsFromWords(title, null)).toEqual(strengths);
  });
});

describe('several promises in one action', () => {
  test.each<[string, CommitmentStrength[]]>([
    ['Maintain and develop outreach in hostels.', ['DELIVER', 'CONTINUE']],
    ['Continue and expand our summer events.', ['DELIVER', 'CONTINUE']],
    ['Encourage and support schools to take part.', ['DELIVER']],
    ['Review, update and publish the guide.', ['DELIVER', 'EXPLORE']],
    ['Explore and test new opening hours.', ['EXPLORE']],
    ['Review the network and establish shared aims.', ['DELIVER', 'EXPLORE']],
    ['Ensure classes are easy to join. We will explore a single point of contact.', ['DELIVER', 'EXPLORE']],
    [
      'Explore steps that can be taken to soften the effect of hospital fees, and advocate for fairer rules.',
      ['DELIVER', 'EXPLORE'],
    ],
    ['Sustain the hub; explore a second one.', ['CONTINUE', 'EXPLORE']],
    ['Create a guide. Explore a film. Create a map.', ['DELIVER', 'EXPLORE']],
  ])('"%s" is %j', (title, strengths) => {
    expect(strengthsFromWords(title, null)).toEqual(strengths);
  });

  test('title and detail are read together', () => {
    expect(
      strengthsFromWords('Consider a card for newcomers', 'We will keep the present one meanwhile.'),
    ).toEqual(['CONTINUE', 'EXPLORE']);
  });
});

describe('words that only sound like a promise', () => {
  test.each<[string, CommitmentStrength[]]>([
    ['Explore ways to attract and recruit people who sought sanctuary.', ['EXPLORE']],
    ['Explore ways to attract, recruit, and retain staff.', ['EXPLORE']],
    ['Explore what good practice is in advice and support.', ['EXPLORE']],
    ['Consider rules that keep people out and make it harder to register.', ['EXPLORE']],
    ['Explore how to increase take-up, including raising awareness, and providing lifts.', ['EXPLORE']],
    ['Assess what the review and the research of last year say.', ['EXPLORE']],
    ['We will not support the scheme.', []],
  ])('"%s" is %j', (title, strengths) => {
    expect(strengthsFromWords(title, null)).toEqual(strengths);
  });
});

describe('the table of verbs', () => {
  const verbs = Object.entries(verbsByStrength).flatMap(([strength, list]) =>
    list.map((verb) => [verb, strength] as const),
  );

  test('holds every verb once', () => {
    expect(new Set(verbs.map(([verb]) => verb)).size).toBe(verbs.length);
  });

  test.each(verbs)('"We will %s it" is %s', (verb, strength) => {
    expect(strengthsFromWords(`We will ${verb} it.`, null)).toEqual([strength]);
  });

  test.each([
    ['embedded', 'DELIVER'],
    ['applied', 'DELIVER'],
    ['set up', 'DELIVER'],
    ['carried out', 'DELIVER'],
    ['kept', 'CONTINUE'],
    ['mapped', 'EXPLORE'],
    ['analysed', 'EXPLORE'],
  ])('"It will be %s" is %s', (participle, strength) => {
    expect(strengthsFromWords(`It will be ${participle}.`, null)).toEqual([strength]);
  });
});

test('a strength is our reading until an officer gives one', () => {
  expect(strengthIsDerived([])).toBe(true);
  expect(strengthIsDerived(['EXPLORE'])).toBe(false);
});

test.each([
  ['coordinations', 'explore this, and create that '.repeat(330)],
  ['adverbs', 'also '.repeat(2000)],
  ['openings', 'as part of this, '.repeat(580)],
  ['commas', `with ${', '.repeat(4990)}`],
  ['brackets', '('.repeat(10_000)],
  ['sentences', 'We will. '.repeat(1100)],
])('ten thousand characters of %s are read in a moment', (_name, text) => {
  const started = performance.now();
  strengthsFromWords(text, text);
  expect(performance.now() - started).toBeLessThan(500);
});
