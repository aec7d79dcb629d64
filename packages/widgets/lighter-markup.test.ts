import { expect, test } from 'vitest';
import { lightenMarkup } from './lighter-markup.ts';

test.each([
  ['another of its kind begins', '<ul><li>One</li> <li>Two</li></ul>', '<ul><li>One<li>Two</ul>'],
  ['what it stands in ends', '<div>\n  <p>One</p>\n</div>', '<div><p>One</div>'],
  ['its template ends', 'html`<p>${one}</p>`', 'html`<p>${one}`'],
  ['a row and its head end', '<thead><tr><th>A</th></tr></thead>', '<thead><tr><th>A</thead>'],
])('a closing tag is left out where %s', (_, code, lighter) => {
  expect(lightenMarkup(code)).toBe(lighter);
});

test.each([
  ['a text', '<p>One</p>and more'],
  ['a value, which may be anything', '<p>One</p>${more}'],
  ['another kind', '<p>One</p><a href="/">Two</a>'],
  ['the end of a link, which would not close it', '<a href="/"><p>One</p></a>'],
])('a closing tag stays before %s', (_, code) => {
  expect(lightenMarkup(code)).toBe(code);
});

test('a slash is left out where it says nothing, and not of a drawing', () => {
  expect(lightenMarkup('<input value=${a || b} /> <rect width=${c} />')).toBe(
    '<input value=${a || b}> <rect width=${c} />',
  );
});

test('white space stays between words, values and what stands in a line, and goes beside blocks', () => {
  const line = '${a} ${b} <b>C</b> <a href="/">D</a> e';
  expect(lightenMarkup(`<div>\n  <ul class="x">\n    <li>${line}</li>\n  </ul>\n</div>`)).toBe(
    `<div><ul class="x"><li>${line}</ul></div>`,
  );
  expect(lightenMarkup('if (a < p && b > li) return;')).toBe('if (a < p && b > li) return;');
});
