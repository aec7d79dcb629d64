import { html, type TemplateResult } from 'lit/html.js';

/** A choice among several, or none of them. */
export const selectView = (
  label: string,
  name: string,
  chosen: string | undefined,
  none: string,
  choices: readonly (readonly [value: string, label: string])[],
): TemplateResult =>
  html`<label class="field">
    <span>${label}</span>
    <select name=${name}>
      <option value="">${none}</option>
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select>
  </label>`;
