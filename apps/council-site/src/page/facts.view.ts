import { html, type TemplateResult } from 'lit/html.js';

export type Fact = readonly [label: unknown, value: unknown];

/** Facts under each other; what has no value is left out. */
export const factsView = (facts: readonly Fact[]): TemplateResult =>
  html`<dl class="facts-list">
    ${facts
      .filter(([, value]) => value)
      .map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
