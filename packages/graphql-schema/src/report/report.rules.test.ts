import { describe, expect, test } from 'vitest';
import { currentStatus, effectiveReports, groupViewOf } from './report.rules.ts';
import type { ReportedStatus } from './report.rules.ts';

const report = (
  id: string,
  status: ReportedStatus,
  publishedOn: string | null,
  correctsId: string | null = null,
) => ({
  id,
  status,
  publishedAt: publishedOn === null ? null : new Date(`${publishedOn}T12:00:00Z`),
  correctsId,
});
const march = report('march', 'IN_PROGRESS', '2026-03-01');
const june = report('june', 'DONE', '2026-06-01');

describe('the reports that count', () => {
  test.each([
    ['nothing was reported', [], []],
    ['a draft does not count', [report('draft', 'DONE', null)], []],
    ['the newest comes first', [march, june], ['june 2026-06-01', 'march 2026-03-01']],
    [
      'a correction takes the place and the date of what it corrects',
      [march, june, report('better march', 'DELAYED', '2026-07-01', 'march')],
      ['june 2026-06-01', 'better march 2026-03-01'],
    ],
    [
      'a correction of a correction does so as well',
      [
        june,
        report('third', 'STOPPED', '2026-08-01', 'second'),
        march,
        report('second', 'DELAYED', '2026-07-01', 'march'),
      ],
      ['june 2026-06-01', 'third 2026-03-01'],
    ],
    [
      'a correction that is still a draft changes nothing',
      [march, report('draft', 'DELAYED', null, 'march')],
      ['march 2026-03-01'],
    ],
    [
      'a draft in the middle of a chain is passed over',
      [march, report('draft', 'DELAYED', null, 'march'), report('third', 'DONE', '2026-08-01', 'draft')],
      ['third 2026-03-01'],
    ],
    [
      'a correction of a draft stands by its own date',
      [report('draft', 'DELAYED', null), report('first', 'DONE', '2026-08-01', 'draft')],
      ['first 2026-08-01'],
    ],
    [
      'a correction of a report that cannot be seen stands by its own date',
      [report('first', 'DONE', '2026-08-01', 'hidden')],
      ['first 2026-08-01'],
    ],
    [
      'the later of two corrections stands',
      [
        report('late', 'DONE', '2026-09-01', 'march'),
        march,
        report('early', 'DELAYED', '2026-08-01', 'march'),
      ],
      ['late 2026-03-01'],
    ],
  ])('%s', (_name, reports, expected) => {
    const shown = effectiveReports(reports).map(
      ({ id, reportedAt }) => `${id} ${reportedAt.toISOString().slice(0, 10)}`,
    );
    expect(shown).toEqual(expected);
  });

  test('two reports of the same moment always come in the same order', () => {
    const [one, other] = [report('a', 'DONE', '2026-03-01'), report('b', 'DELAYED', '2026-03-01')];
    expect(effectiveReports([one, other])).toEqual(effectiveReports([other, one]));
  });

  test('reports that correct each other in a circle come to an end', () => {
    const circle = [report('a', 'DONE', '2026-03-01', 'b'), report('b', 'DELAYED', '2026-04-01', 'a')];
    expect(effectiveReports(circle).length).toBeGreaterThan(0);
    expect(effectiveReports([report('a', 'DONE', '2026-03-01', 'a')]).map(({ id }) => id)).toEqual(['a']);
  });

  test('a report keeps whatever else it carries', () => {
    expect(effectiveReports([{ ...march, whatHappened: 'Rooms were found.' }])[0]?.whatHappened).toBe(
      'Rooms were found.',
    );
  });
});

describe('the status of an action', () => {
  test.each([
    ['not reported without a report', [], 'NOT_REPORTED'],
    ['not reported while there are only drafts', [report('draft', 'DONE', null)], 'NOT_REPORTED'],
    ['that of the newest report', [june, march], 'DONE'],
    [
      'that of the newest report, even when an older one was corrected since',
      [march, june, report('better march', 'STOPPED', '2026-09-01', 'march')],
      'DONE',
    ],
    [
      'that of the correction of the newest report',
      [march, june, report('better june', 'DELAYED', '2026-09-01', 'june')],
      'DELAYED',
    ],
  ])('is %s', (_name, reports, status) => {
    expect(currentStatus(reports)).toBe(status);
  });
});

describe('what the group says', () => {
  test.each([
    ['not assessed without a report', undefined, 'NOT_ASSESSED'],
    ['not assessed after a newer report', { assessments: [] }, 'NOT_ASSESSED'],
    ['its view of the newest report', { assessments: [{ view: 'DISAGREES' }] }, 'DISAGREES'],
    ['its partial agreement', { assessments: [{ view: 'PARTLY_AGREES' }] }, 'PARTLY_AGREES'],
    ['what it says last', { assessments: [{ view: 'DISAGREES' }, { view: 'AGREES' }] }, 'AGREES'],
  ] as const)('is %s', (_name, newest, view) => {
    expect(groupViewOf(newest)).toBe(view);
  });
});
