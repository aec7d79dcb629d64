import { expect, test } from 'vitest';
import type {
  MeetingPartsFragment as Meeting,
  SeatPartsFragment as Seat,
} from '../../generated/operations.ts';
import { renderPlain } from '../render-plain.ts';
import { getWords } from '../words/every-language.ts';
import { examples } from './steering-group.examples.ts';
import { steeringGroupView } from './steering-group.view.ts';

/** The text of a page without script, without tags and with single spaces. */
const read = (example: (typeof examples)['ready'], language = 'en'): string =>
  draw(example, language)
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u2066-\u2069]+/g, ' ');

function draw({ council }: (typeof examples)['ready'], language: string): string {
  if (!council.steeringGroup) throw new Error('The example has no group.');
  return renderPlain(
    steeringGroupView(council, council.steeringGroup, {
      words: getWords(language),
      headingLevel: 2,
      siteUrl: 'https://fairmead.example',
      calendarUrl: 'https://data.example/feeds/fairmead/meetings.ics',
    }),
  );
}

test('each seat says who holds it, as they chose, until when, and who follows', () => {
  const text = read(examples.ready);
  expect(text).toContain('Fairmead is not a real council. Everything here is an example.');
  expect(text).toContain('Cabinet member for communities by office');
  expect(text).toContain('Ayda second cohort , until 19 January 2027 ends soon');
  expect(text).toContain('Then: somebody new, third cohort , from 20 January 2027');
  expect(text).toContain('Shown by role only until 19 January 2027');
});

/** The first example with another chair, and another next meeting. */
function readWith(chair: Partial<Seat>, next: Partial<Meeting> = {}) {
  const { council } = examples.ready;
  const group = council.steeringGroup;
  const [first, ...others] = group?.constituencies ?? [];
  if (!group?.nextMeeting || !first) throw new Error('The example has no chair or no meeting.');
  const seats = first.seats.map((seat) => ({ ...seat, ...chair }));
  return read({
    council: {
      ...council,
      steeringGroup: {
        ...group,
        constituencies: [{ ...first, seats }, ...others],
        nextMeeting: { ...group.nextMeeting, ...next },
      },
    },
  });
}

test('a name stands with the office and the body of the seat, an office with its body', () => {
  const [seat] = examples.ready.council.steeringGroup?.constituencies[0]?.seats ?? [];
  const organisation = { name: 'Fairmead Borough Council' };
  const currentTerm = seat?.currentTerm ?? null;
  expect(readWith({ organisation, currentTerm })).toContain(
    'Cabinet member for communities Fairmead Borough Council by office',
  );
  const named = currentTerm && { ...currentTerm, shownName: 'Jo Example' };
  expect(readWith({ organisation, currentTerm: named })).toContain(
    'Jo Example Cabinet member for communities Fairmead Borough Council',
  );
});

test('a meeting that is open and online only is not said to be for members', () => {
  expect(readWith({}, { place: null })).toContain('Open to everybody. Reports of the autumn');
  expect(readWith({}, { place: null, isOpen: false })).toContain('Only members know the place.');
});

test('a vacant seat says so and how to join; a seat that is not shown never reads as vacant', () => {
  const text = read(examples.ready);
  expect(text).toContain('Vacant since 31 August 2026 Harbour Lane Kitchen');
  expect(text).toContain('2 seats are vacant.');
  expect(text).toContain('Pay Travel, childcare and £20 for each meeting.');
  expect(read(examples.withdrawn).match(/Vacant/g)).toHaveLength(2);
});

test('meetings to come and past ones stand with their decisions', () => {
  const text = read(examples.ready);
  expect(text).toContain('16 December 2026, 17:30–19:00');
  expect(text).toContain('16 September 2026, 17:30–19:00 2 decisions');
  expect(text).toContain('17 June 2026, time not published Cancelled');
  expect(text).toContain('1 member took no part.');
  expect(text).toContain('Agrees: 3. Partly agrees: 1. Disagrees: 1.');
});

test('what is not published is said to be not published', () => {
  const text = read(examples.bare);
  for (const words of [
    'How often it meets is not published.',
    'No next meeting is published.',
    'number not published',
    'Nobody is named.',
    'It has assessed no report yet.',
  ]) {
    expect(text).toContain(words);
  }
});

test('a group that has ended is not said to owe anything', () => {
  const text = read(examples.ended);
  expect(text).toContain('This group has ended.');
  expect(text).toContain('It met: May to November 2025.');
  for (const words of ['has not assessed', 'Next meeting', 'Join the group']) {
    expect(text).not.toContain(words);
  }
});

test('in Arabic the interface is Arabic', () => {
  const text = read(examples.arabic, 'ar');
  expect(text).toContain('مجموعة متابعة الملاذ في فيرميد');
  expect(text).toContain('شاغر منذ 31 أغسطس 2026');
});

test('what is written in English is marked as English among Arabic, so that it is read aloud as English', () => {
  const page = draw(examples.arabic, 'ar');
  for (const words of ['one year', 'Town hall, room 2', 'second cohort'])
    expect(page).toContain(`<span lang="en" dir="auto">${words}</span>`);
});
