import { describe, expect, test } from 'vitest';
import {
  listTimeline,
  type Assessment,
  type Event,
  type Response,
  type ToldReport,
} from './timeline.rules.ts';
import type { Wording } from './wording.rules.ts';

const wording = (number: number, since: string, dueText: string): Wording => ({
  number,
  since,
  dueText,
  title: 'Train staff',
  detail: null,
  language: 'en',
  leadText: null,
  leads: [],
});
const report = (uuid: string, publishedAt: string, given: Partial<ToldReport> = {}): ToldReport => ({
  uuid,
  publishedAt,
  publishedOn: publishedAt.slice(0, 10),
  status: 'IN_PROGRESS',
  whatHappened: uuid,
  language: 'en',
  byRole: 'COUNCIL_OFFICER',
  isCorrected: false,
  corrects: null,
  evidence: [],
  groupAssessment: null,
  councilResponse: null,
  translations: [],
  groupAssessments: [],
  councilResponses: [],
  ...given,
});
const view = (number: number, since: string): Assessment => ({
  number,
  since,
  view: 'DISAGREES',
  reason: null,
  language: 'en',
  assessedOn: since.slice(0, 10),
  meeting: null,
});
const answer = (number: number, since: string): Response => ({
  number,
  since,
  text: 'Yes.',
  language: 'en',
  respondedOn: since.slice(0, 10),
});

const name = (event: Event) =>
  ({
    report: () => event.kind === 'report' && `${event.report.uuid}${event.isCorrected ? ' corrected' : ''}`,
    view: () => event.kind === 'view' && `view ${event.assessment.number} of ${event.report.uuid}`,
    response: () => event.kind === 'response' && `answer ${event.response.number} of ${event.report.uuid}`,
    rewording: () => event.kind === 'rewording' && `wording ${event.rewording.number}`,
    left: () => 'left',
    recorded: () => 'recorded',
  })[event.kind]();

const told = {
  wordings: [
    wording(1, '2026-01-10T12:00:00Z', 'by March 2026'),
    wording(2, '2026-06-01T22:59:59Z', 'by June 2026'),
    wording(3, '2026-06-01T23:00:00Z', 'by May 2026'),
  ],
  reports: [
    report('better', '2026-07-01T12:00:00Z', { corrects: { uuid: 'spring', publishedOn: '2026-04-01' } }),
    report('spring', '2026-04-01T12:00:00Z', {
      isCorrected: true,
      groupAssessments: [view(1, '2026-04-20T12:00:00Z'), view(2, '2026-06-01T09:00:00Z')],
      councilResponses: [answer(1, '2026-04-20T12:00:00Z')],
    }),
  ],
  leftDocumentOn: '2026-07-01',
};
const list = (until?: string) =>
  listTimeline(told, 'Europe/London', until).map(
    ({ day, events }) =>
      `${day}: ${events.map(({ event, time }) => [time, name(event)].filter(Boolean).join(' ')).join(', ')}`,
  );

describe('what happened to an action', () => {
  test('stands in one line of days, newest first, on the days of the council', () => {
    expect(list()).toEqual([
      '2026-07-01: left, 13:00 better',
      '2026-06-02: wording 3',
      '2026-06-01: 23:59 wording 2, 10:00 view 2 of spring',
      '2026-04-20: 13:00 answer 1 of spring, 13:00 view 1 of spring',
      '2026-04-01: spring corrected',
      '2026-01-10: recorded',
    ]);
  });

  test.each([
    ['2026-06-30', ['2026-06-02: wording 3', '2026-06-01: 23:59 wording 2, 10:00 view 2 of spring']],
    ['2026-06-01', ['2026-06-01: 23:59 wording 2, 10:00 view 2 of spring']],
    ['2026-05-31', []],
  ])(
    'ends with the end of %s when that day is asked for, and knows of no correction to come',
    (until, newest) => {
      expect(list(until)).toEqual([
        ...newest,
        '2026-04-20: 13:00 answer 1 of spring, 13:00 view 1 of spring',
        '2026-04-01: spring',
        '2026-01-10: recorded',
      ]);
    },
  );

  test('is nothing before it was recorded', () => {
    expect(list('2026-01-09')).toEqual([]);
  });
});
