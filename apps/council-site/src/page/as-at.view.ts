import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { english } from './english.ts';
import type { AskedDay, KnownDays } from './as-at.rules.ts';

/** Says that a page shows an earlier day, and how to leave it. */
export function asAtBanner(day: string, { today }: KnownDays, path: string): TemplateResult {
  const words =
    day === today
      ? `This is how it stands so far today, ${formatDay(day, english)}.`
      : `This is how it stood at the end of ${formatDay(day, english)}.`;
  return html`<aside class="as-at" aria-label="Looking back">
    <p><strong>${words}</strong></p>
    <p class="choices">
      <a class="button" href=${path}>Go back to today</a>
      <a class="button" href="#as-at">Choose another day</a>
    </p>
  </aside>`;
}

/** Says at the top of a page why the day that was asked for cannot be shown. */
export const asAtProblemView = (problem: string | undefined): TemplateResult | typeof nothing =>
  problem
    ? html`<aside class="as-at" aria-label="Problem with the day">
        <p class="problem">${problem}</p>
        <p><a href="#as-at">Change the day.</a> Below is how it stands today.</p>
      </aside>`
    : nothing;

/** The form by which a reader looks back. */
export function asAtForm(asked: AskedDay, { from, today }: KnownDays, problem?: string): TemplateResult {
  const isTyped = asked.text !== '' && !asked.day;
  return html`<section class="block" id="as-at">
    <h2>Look back</h2>
    <form method="get" class="row">
      <label class="field">
        <span>Show how it stood at the end of this day</span>
        <input
          name="asAt"
          type=${isTyped ? 'text' : 'date'}
          min=${isTyped ? nothing : from}
          max=${isTyped ? nothing : today}
          value=${asked.text || nothing}
          required
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'as-at-problem' : 'as-at-hint'}
        />
      </label>
      <button class="button">Show that day</button>
      ${
        problem
          ? html`<p class="problem" id="as-at-problem">${problem}</p>`
          : html`<p class="hint quiet" id="as-at-hint">Any day from ${formatDay(from, english)} on.</p>`
      }
    </form>
  </section>`;
}
