import { statusView } from '@open-sanctuary/widgets/action-tracker/status.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { getCouncilWithPlans } from '../council/council.queries.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { factsView } from '../page/facts.view.ts';
import { english } from '../page/english.ts';

const statuses = [
  [
    'NOT_REPORTED',
    'The council has published no report on this action. It does not mean that nothing happened.',
  ],
  ['NOT_STARTED', 'The council reports that work has not begun.'],
  ['IN_PROGRESS', 'The council reports that work has begun.'],
  ['DELAYED', 'The council reports that it will take longer than planned.'],
  ['DONE', 'The council reports that it has kept the promise.'],
  [
    'STOPPED',
    'The council reports that it has given the action up. We name these, and never count them as progress.',
  ],
] as const;

const timescales = [
  ['summer 2026', '1 June to 31 August 2026. Spring, autumn and winter likewise; winter ends in February.'],
  ['early, mid, late 2026', 'January to April, May to August, September to December.'],
  ['by March 2026', 'Up to 31 March 2026.'],
  ['before March 2026', 'Up to 28 February 2026.'],
  ['2026', 'Any day of the year.'],
  ['2025/26', 'The financial year: 1 April 2025 to 31 March 2026.'],
  ['Q2 2026', 'April to June 2026.'],
  ['Q2 2025/26', 'July to September 2025: the second quarter of the financial year.'],
  ['Year 2', 'Counted from the first day of the plan.'],
  ['annual, every month', 'Again and again. It has no last day, so it is never late.'],
  ['ongoing', 'Without an end. It is never late.'],
  ['medium term, or anything else', 'No day that we can read. We do not guess, so it is never late.'],
] as const;

const strengths = [
  ['Will deliver', 'provide, deliver, train, publish, set up, ensure'],
  ['Will continue', 'continue, maintain, keep, sustain, build on'],
  ['Will explore', 'explore, consider, review, map, pilot, consult'],
] as const;

/** How each number is made, for one council or for all. */
export async function howWeCountPage(site: Site, { council: slug }: Visit): Promise<Page> {
  const council = slug ? await getCouncilWithPlans(site.register, slug) : undefined;
  return {
    title: 'How we count',
    description:
      'How each number on these pages is made: statuses, late, no recent report, delivered and explored.',
    path: site.addresses.howWeCount(council?.slug),
    crumbs: council ? crumbsTo(site, council) : [{ name: 'Councils', path: '/' }],
    ...(council && { council }),
    content: html`<div class="prose">
      <h1>How we count</h1>
      <p class="tagline">Every number here can be checked. This page says how each one is made.</p>
      ${statusesView()} ${lateView(council?.name, council?.reportingEveryMonths ?? undefined)}
      ${readingView()}
    </div>`,
  };
}

const statusesView = (): TemplateResult =>
  html`<h2>Statuses</h2>
    <p>A status is what the council said in its newest published report. Nobody here changes it.</p>
    <dl class="facts-list sanctuary">
      ${statuses.map(
        ([status, words]) =>
          html`<div>
            <dt>${statusView(status, english)}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
    <p>A report that was wrong is corrected by a new one. The old one stays, marked as corrected.</p>
    <h2>Delivered, and explored as promised</h2>
    <p>
      To explore something is not to deliver it. When an action that only promised to explore is done, we
      count it as “explored as promised”. We count it as “delivered” only if it promised to deliver or to
      continue something.
    </p>
    <h2>What the group says</h2>
    <p>
      The steering group says as a group whether it agrees with a report. Its view belongs to that one report.
      After a newer report we say “not assessed since”. The council’s response stands beside it.
    </p>`;

const lateView = (name: string | undefined, months: number | undefined): TemplateResult =>
  html`<h2>Late</h2>
    <p>
      An action is late from the day after its last day, unless it is done or stopped. We count whole days in
      the council’s own time zone. What is due today is not late. Words about time in which we can read no
      last day are never late. In a plan that has ended nothing is late. We say how many actions ended without
      a report.
    </p>
    <h2>No recent report</h2>
    <p>
      A council sets its own rhythm of reporting.
      ${
        name
          ? months
            ? `${name} reports every ${months === 1 ? 'month' : `${months} months`}.`
            : `${name} has published no rhythm, so we count nothing as overdue for a report.`
          : nothing
      }
      An action that is not finished, and was reported on longer ago than that, counts as “no recent report”.
      Before the first report we count from the first day of the plan.
    </p>
    <h2>No date, no lead, no measure</h2>
    <p>
      These say what the plan itself does not. No date: it publishes no words about time at all. “Ongoing”,
      “annual” and “medium term” are such words, so they do not count here. No lead: nobody is named. No
      measure: no target belongs to the action. “TBC”, “N/A” and the like are shown as published and count as
      none.
    </p>`;

const readingView = (): TemplateResult =>
  html`<h2>Timescales</h2>
    <p>
      We keep the council’s words and show them as they are. Beside them we work out the days. This is our
      reading:
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">The plan says</th>
          <th scope="col">We read</th>
        </tr>
      </thead>
      <tbody>
        ${timescales.map(
          ([words, reading]) =>
            html`<tr>
              <th scope="row">${words}</th>
              <td>${reading}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>How strong a promise is</h2>
    <p>
      “We will provide” promises more than “we will consider”. We read this from the verbs of an action, by a
      table. One action may hold several. It is our reading, marked as such, and the council can correct it.
      Some verbs of the table:
    </p>
    ${factsView(strengths)}
    <h2>References</h2>
    <p>
      Many plans number their actions, and we keep those numbers. Where a plan has none, we count its themes
      and actions in their order, so that each has an address. Such numbers are ours, and we do not show them
      as the council’s.
    </p>
    <h2>Looking back</h2>
    <p>
      Every plan, theme and action can be shown as it stood at the end of a day. Only what was published here
      by then counts: wordings, reports, and what the group had said. Late is counted from that day. Names of
      themes, the plan’s period and the rhythm of reporting are those of today. Targets, figures and
      milestones are not shown for earlier days. What is taken down is gone from every day.
    </p>
    <h2>Small numbers</h2>
    <p>A count from 1 to 4 people could point at somebody. We show it as “fewer than 5”.</p>`;
