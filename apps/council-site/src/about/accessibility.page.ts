import { html } from 'lit/html.js';
import type { Page } from '../page/page.ts';

const content = html`<div class="prose">
  <h1>Accessibility</h1>
  <p class="tagline">Everybody should be able to read what was promised. This page says how far we are.</p>
  <h2>What you can do here</h2>
  <ul>
    <li>Read and filter every page without JavaScript.</li>
    <li>Use every page with a keyboard. Headings, regions and labels guide a screen reader.</li>
    <li>Zoom to 400% without scrolling sideways.</li>
    <li>Use dark mode, high contrast and your own colours.</li>
    <li>Print any page: everything opens, filters go.</li>
  </ul>
  <h2>Standard</h2>
  <p>We aim at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.</p>
  <h2>How it was tested</h2>
  <p>
    Automatic checks (axe) run before each release: on each kind of page in light and dark mode, and on a plan
    and an action in forced colours. Pages are also checked at a width of 320 pixels, and a plan without
    JavaScript. The list of actions is checked with the keyboard alone.
  </p>
  <p>
    Automatic checks find only some problems. The pages have not been tested with every screen reader, nor yet
    by disabled people.
  </p>
  <h2>Known problems</h2>
  <ul>
    <li>Documents that councils publish elsewhere, such as PDF files, may not be accessible.</li>
    <li>Plans are in the language in which the council wrote them, unless somebody translated them.</li>
  </ul>
  <h2>Tell us</h2>
  <p>If something does not work for you, tell the council whose plan you read. Its own site says how.</p>
</div>`;

export const accessibilityPage = (): Page => ({
  title: 'Accessibility',
  description: 'How accessible these pages are, how they were tested, and which problems are known.',
  path: '/accessibility',
  crumbs: [{ name: 'Home', path: '/' }],
  content,
});
