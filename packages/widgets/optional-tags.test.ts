import { expect, test } from 'vitest';
import { leaveOutOptionalTags } from './optional-tags.ts';

test.each([
  ['before another of its kind', '<ul><li>One</li> <li>Two</li></ul>', '<ul><li>One <li>Two</ul>'],
  ['where what it stands in ends', '<div><p>One</p>\n</div>', '<div><p>One\n</div>'],
  ['where its template ends', 'html`<p>${one}</p>`', 'html`<p>${one}`'],
  ['row by row', '<tr><th>A</th></tr></thead>', '<tr><th>A</thead>'],
])('a closing tag that the browser knows is left out: %s', (_, code, lighter) => {
  expect(leaveOutOptionalTags(code)).toBe(lighter);
});

test.each([
  ['before a text', '<p>One</p> and more'],
  ['before a value, which may be anything', '<p>One</p>${more}'],
  ['before another kind', '<p>One</p><a href="/">Two</a>'],
  ['inside of a link, which would not close it', '<a href="/"><p>One</p></a>'],
  ['of a tag that needs it', '<b>One</b></p>'],
])('a closing tag stays %s', (_, code) => {
  expect(leaveOutOptionalTags(code).startsWith(code.slice(0, code.indexOf('</') + 4))).toBe(true);
});
