// What happened to one action, day by day: what it said, what was reported, what the group said, what the council answered.

import type { GroupView, ReportPartsFragment } from '@open-sanctuary/widgets/operations';
import { formatTime } from '@open-sanctuary/widgets/words/dates';
import { toDay } from '../page/day.ts';
import { findFirstWording, listRewordings, type Rewording, type Wording } from './wording.rules.ts';

export interface NamedMeeting {
  readonly uuid: string;
  readonly day: string;
}

export interface Assessment {
  readonly number: number;
  readonly since: string;
  readonly view: GroupView;
  readonly reason: string | null;
  readonly language: string;
  readonly assessedOn: string;
  /** The meeting that decided it, where that is published. */
  readonly meeting: NamedMeeting | null;
}

export interface Response {
  readonly number: number;
  readonly since: string;
  readonly text: string;
  readonly language: string;
  readonly respondedOn: string;
}

export type ToldReport = ReportPartsFragment & {
  readonly groupAssessments: readonly Assessment[];
  readonly councilResponses: readonly Response[];
};

export type Event =
  | { readonly kind: 'report'; readonly report: ToldReport; readonly isCorrected: boolean }
  | { readonly kind: 'view'; readonly assessment: Assessment; readonly report: ToldReport }
  | { readonly kind: 'response'; readonly response: Response; readonly report: ToldReport }
  | { readonly kind: 'rewording'; readonly rewording: Rewording }
  | { readonly kind: 'left' }
  | { readonly kind: 'recorded' };

export interface TimedEvent {
  readonly event: Event;
  /** The time of day at the council, where several things happened on the day and it is known. */
  readonly time: string | null;
}

export interface TimelineDay {
  readonly day: string;
  readonly events: readonly TimedEvent[];
}

interface Told {
  readonly wordings: readonly Wording[];
  readonly reports: readonly ToldReport[];
  readonly leftDocumentOn: string | null;
}

/** Everything up to the end of a day, newest first; of what has one moment, the answer stands above the question. */
export function listTimeline(told: Told, timeZone: string, until = '9999-12-31'): TimelineDay[] {
  const dated = listEvents(told)
    .map((each) => ({
      ...each,
      day: each.moment === null ? (told.leftDocumentOn ?? '') : toDay(each.moment, timeZone),
    }))
    .filter(({ day }) => day <= until);
  const shown = new Set(
    dated.flatMap(({ event }) => (event.kind === 'report' ? [event.report.corrects?.uuid] : [])),
  );
  const events = dated.map(({ event, ...when }) => ({
    ...when,
    event: event.kind === 'report' ? { ...event, isCorrected: shown.has(event.report.uuid) } : event,
  }));
  const timeOf = (moment: string | null) => (moment === null ? Infinity : Date.parse(moment));
  const newestFirst = events
    .toReversed()
    .toSorted(
      (one, other) => other.day.localeCompare(one.day) || timeOf(other.moment) - timeOf(one.moment) || 0,
    );
  return [...Map.groupBy(newestFirst, ({ day }) => day)].map(([day, some]) => ({
    day,
    events: some.map(({ event, moment }) => ({
      event,
      time: moment === null || some.length === 1 ? null : formatTime(new Date(moment), timeZone),
    })),
  }));
}

/** Each with its moment, null where only the day is known; in the order in which they follow from each other. */
function listEvents({ wordings, reports, leftDocumentOn }: Told): { moment: string | null; event: Event }[] {
  const first = findFirstWording(wordings);
  return [
    ...(first ? [{ moment: first.since, event: { kind: 'recorded' } as const }] : []),
    ...listRewordings(wordings)
      .toReversed()
      .map((rewording) => ({ moment: rewording.since, event: { kind: 'rewording', rewording } as const })),
    ...reports.toReversed().flatMap((report) => [
      { moment: report.publishedAt, event: { kind: 'report', report, isCorrected: false } as const },
      ...report.groupAssessments.map((assessment) => ({
        moment: assessment.since,
        event: { kind: 'view', assessment, report } as const,
      })),
      ...report.councilResponses.map((response) => ({
        moment: response.since,
        event: { kind: 'response', response, report } as const,
      })),
    ]),
    ...(leftDocumentOn ? [{ moment: null, event: { kind: 'left' } as const }] : []),
  ];
}
