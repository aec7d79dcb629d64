import { expect, test } from 'vitest';
import { findColumn } from './columns.ts';

test.each([
  ['Actions', 'action'],
  ['What will we do?', 'action'],
  ['COMMITMENT', 'action'],
  ['Action owner', 'lead'],
  ['Lead for this action', 'lead'],
  ['Who is responsible', 'lead'],
  ['Lead Directorate(s)', 'lead'],
  ['Priority areas', 'theme'],
  ['Action no.', 'ref'],
  ['Target date', 'due'],
  ['By when?', 'due'],
  ['Target Completion', 'due'],
  ['Target end date', 'due'],
  ['Target quarter', 'due'],
  ['Expected completion', 'due'],
  ['Target', 'target'],
  ['Target outcome', 'outcome'],
  ['RAG status', 'status'],
  ['Measures of success', 'target'],
  ['Key Performance Indicators', 'target'],
  ['Further information', 'detail'],
  ['Number of people', null],
  ['Start date', null],
  ['Progress update', 'progress'],
  ['Progress status', 'status'],
  // What somebody has noted beside a promise is no part of it until somebody says so.
  ['Notes', null],
  ['Comments', null],
  ['Postcode', null],
])('“%s” means %s', (header, column) => {
  expect(findColumn(header)).toBe(column);
});
