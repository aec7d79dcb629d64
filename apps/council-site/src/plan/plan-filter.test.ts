import { expect, test } from 'vitest';
import { filterArguments, findAttributes, readPlanFilter } from './plan-filter.ts';

const read = (query: string) => readPlanFilter(new URLSearchParams(query));

test('the empty fields of a form ask for nothing, nor does what is not so', () => {
  expect(filterArguments(read('theme=&lead=&status=&words=+&sort=REF&late=false'))).toEqual({});
});

test('what the register knows by name is asked of it as it stands in the address', () => {
  expect(
    filterArguments(read('theme=1&status=DONE&status=DELAYED&late=1&words=interpreter&sort=DUE')),
  ).toEqual({
    theme: '1',
    status: ['DONE', 'DELAYED'],
    late: true,
    words: 'interpreter',
    sort: 'DUE',
  });
});

test('a value that nobody knows is left out', () => {
  expect(filterArguments(read('status=MAYBE&colour=red&groupView=DISAGREES'))).toEqual({
    groupView: ['DISAGREES'],
  });
});

test('the live element takes over only with a filter that it can hold itself', () => {
  expect(findAttributes(read(''))).toEqual({});
  expect(findAttributes(read('theme=2&status=DONE'))).toEqual({ themeRef: '2', status: 'DONE' });
  expect(findAttributes(read('late=1'))).toBeUndefined();
  expect(findAttributes(read('status=DONE&status=DELAYED'))).toBeUndefined();
});
