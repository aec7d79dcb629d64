import { expect, test } from 'vitest';
import { findUnkept, keepLitSubset } from './lit-subset.ts';

test.each([
  ["import { repeat } from 'lit/directives/repeat.js';", 'directives'],
  ['html`<input .value=${text} />`', 'properties (.name=)'],
  ['html`<p ${mark}>Hello</p>`', 'values in place of attributes'],
  ['html`<textarea>${text}</textarea>`', 'values in style, textarea, title and script'],
  ['html`<p><!-- ${text} --></p>`', 'comments and tags by value'],
  ['html`<ul><${tag}>Hello</${tag}></ul>`', 'comments and tags by value'],
  ['mathml`<mi>${name}</mi>`', 'MathML and noChange'],
  ['html`<p title="a > b" lang=${tag}>Hello</p>`', 'tags in attributes'],
])('a template that needs more of Lit than the element carries is refused: %s', (code, feature) => {
  expect(findUnkept(code)).toBe(feature);
});

test('a template of the usual kind is not refused', () => {
  expect(
    findUnkept(
      "import { html } from 'lit/html.js'; html`<p class=${a} ?hidden=${b} @click=${c}>${list.map(({ d }) => d)}</p>`",
    ),
  ).toBeUndefined();
});

test('another Lit is refused, and what has changed in it is named', () => {
  expect(() => keepLitSubset('export const html = 1;')).toThrow('"templates"');
});
