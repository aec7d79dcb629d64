import { describe, expect, test } from 'vitest';
import { examples } from './action-tracker.examples.ts';
import { isShown, listEntries, readFilter, sortActions } from './action-tracker.filter.ts';

const { themes } = examples.ready.council?.plan ?? { themes: [] };

const refs = (query: string) => {
  const filter = readFilter(new URLSearchParams(query));
  return themes.flatMap((theme) =>
    theme.actions.filter((action) => isShown(action, theme.ref, filter)).map(({ ref }) => ref),
  );
};

describe('a filter leaves the actions that fit', () => {
  test.each([
    ['', ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3']],
    ['theme=2', ['2.1', '2.2', '2.3']],
    ['theme=9', []],
    ['lead=Fairmead Forum', ['1.2']],
    ['status=DONE', ['1.1', '1.3']],
    ['status=DONE&status=DELAYED', ['1.1', '1.3', '2.1']],
    ['strength=EXPLORE', ['1.3']],
    ['strength=CONTINUE', ['1.2', '2.2']],
    ['groupView=DISAGREES', ['2.1']],
    ['late=1', ['2.1']],
    ['stale=on', ['1.3', '2.1']],
    ['noDate=true&theme=3', ['3.1', '3.2', '3.3']],
    ['noLead=1', ['2.3']],
    ['noMeasure=1&theme=1', ['1.1', '1.3']],
    ['words=interpreter', ['1.2']],
    ['words=1.2', ['1.2']],
    ['words=never PAYS', ['1.2']],
    ['words=wélcome', ['1.2', '1.3']],
    ['words=nothing like it', []],
    ['status=DONE&stale=1', ['1.3']],
  ])('%s', (query, expected) => {
    expect(refs(query)).toEqual(expected);
  });
});

test('what a filter does not know is left out', () => {
  expect(readFilter(new URLSearchParams('status=GONE&colour=red&words=+&sort=REF&toString=1'))).toEqual({});
});

test('a filter is written as it is read', () => {
  const query = 'theme=2&status=DONE&status=STOPPED&late=1&words=two+words&sort=DUE';
  expect(new URLSearchParams(listEntries(readFilter(new URLSearchParams(query)))).toString()).toBe(query);
});

const sorted = (query: string) =>
  sortActions(themes[0]?.actions ?? [], readFilter(new URLSearchParams(query))).map(({ ref }) => ref);

describe('the order', () => {
  test.each([
    ['', ['1.1', '1.2', '1.3', '1.4']],
    ['sort=DUE', ['1.2', '1.1', '1.3', '1.4']],
    ['sort=LAST_REPORTED', ['1.1', '1.2', '1.3', '1.4']],
    ['sort=STATUS', ['1.2', '1.1', '1.3', '1.4']],
  ])('%s puts what left the document last', (query, expected) => {
    expect(sorted(query)).toEqual(expected);
  });
});
