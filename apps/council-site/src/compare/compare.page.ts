import { findWebAddress } from '@open-sanctuary/widgets/look/link.view';
import { formatNumber } from '@open-sanctuary/widgets/words';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { kinds } from '../council/councils.page.ts';
import type { Page, Site, Visit } from '../page/page.ts';
import { english } from '../page/english.ts';
import { listComparedCouncils, listCouncilNames, type ComparedCouncil } from './compare.queries.ts';
import {
  choosePage,
  describeAbsence,
  describePublished,
  listStanding,
  readChoice,
  sortByName,
  type Choice,
  type ChosenPage,
  type ComparedPlan,
  type NamedCouncil,
} from './compare.rules.ts';

export async function comparePage(site: Site, { query }: Visit): Promise<Page> {
  const choice = readChoice(query);
  const names = await listCouncilNames(site.register);
  const chosen = choosePage(names, choice);
  const councils = await listComparedCouncils(site.register, chosen.councils);
  return {
    title: 'Councils side by side',
    crumb: 'Side by side',
    description:
      'What the plans of councils of sanctuary hold, in counts side by side: reports, dates, leads and measures. No ranks.',
    path: site.addresses.compare(),
    crumbs: [{ name: 'Councils', path: '/' }],
    isIndexed: query.size === 0,
    content: html`<h1>Councils side by side</h1>
      <p class="tagline">What each current plan holds, and what it does not. In the order of the alphabet.</p>
      ${noteView(site)} ${chooseView(site, names, choice)}
      ${
        chosen.unknown.length > 0
          ? html`<p class="problem">
              ${chosen.unknown.map((slug) => `We have no council called “${slug}”. `)}The others are shown.
            </p>`
          : nothing
      }
      <p role="status">${describeCount(chosen)}</p>
      ${councils.length === 0 ? nothing : tableView(site, councils)} ${pagesView(site, choice, chosen)}`,
  };
}

function describeCount({ total, page, pageCount }: ChosenPage): string {
  if (total === 0) return 'No council is shown. Choose one above.';
  const some = total === 1 ? '1 council.' : `${formatNumber(total)} councils.`;
  return pageCount > 1 ? `${some} Page ${page} of ${pageCount}.` : some;
}

const noteView = ({ addresses }: Site): TemplateResult =>
  html`<section class="compare-note">
    <h2>What these counts do not say</h2>
    <ul>
      <li>Councils differ in size, in what they promise, and in how often they report.</li>
      <li>A long plan has more that can be late. A plan without dates can have nothing late.</li>
      <li>“Not reported” does not mean that nothing happened.</li>
      <li>The counts say nothing about how good an action is for people.</li>
    </ul>
    <p>
      So nobody is ranked here. <a href=${addresses.howWeCount()}>How we count</a> says how each number is
      made.
    </p>
  </section>`;

function chooseView({ addresses }: Site, names: readonly NamedCouncil[], choice: Choice): TemplateResult {
  const { chosen, withExamples } = choice;
  const offered = sortByName(names.filter(({ slug, isExample }) => !isExample || chosen.includes(slug)));
  return html`<details class="choose-councils" ?open=${chosen.length > 0}>
    <summary>Choose councils</summary>
    <form method="get" action=${addresses.compare()}>
      <fieldset>
        <legend>Show only these. None ticked shows all.</legend>
        ${offered.map(
          ({ slug, name, isExample }) =>
            html`<label>
              <input type="checkbox" name="council" value=${slug} ?checked=${chosen.includes(slug)} />
              <span>${name}${isExample ? ' (invented example)' : ''}</span>
            </label>`,
        )}
      </fieldset>
      <label>
        <input type="checkbox" name="examples" value="1" ?checked=${withExamples} />
        <span>Show invented examples as well</span>
      </label>
      <p>
        <button class="button">Show councils</button>
        ${chosen.length > 0 || withExamples ? html`<a href=${addresses.compare()}>Clear the choice</a>` : nothing}
      </p>
    </form>
  </details>`;
}

interface Column {
  readonly title: string;
  readonly isFirst?: boolean;
  readonly isText?: boolean;
  tell(plan: ComparedPlan, council: ComparedCouncil): string;
}

const withStatus = (status: ComparedPlan['progress']['byStatus'][number]['status']) => ({
  title: english.t(`status.${status}`),
  tell: ({ progress }: ComparedPlan) =>
    formatNumber(progress.byStatus.find((each) => each.status === status)?.count ?? 0),
});

const groups: readonly (readonly [title: string, columns: readonly Column[]])[] = [
  ['', [{ title: 'Actions', tell: ({ progress }) => formatNumber(progress.total), isFirst: true }]],
  [
    'What the council last reported',
    [
      { ...withStatus('NOT_REPORTED'), isFirst: true },
      withStatus('NOT_STARTED'),
      withStatus('IN_PROGRESS'),
      withStatus('DELAYED'),
      withStatus('DONE'),
      withStatus('STOPPED'),
    ],
  ],
  [
    'Not in the plan',
    [
      {
        title: 'No date',
        tell: ({ progress }) => formatNumber(progress.noDate),
        isFirst: true,
      },
      { title: 'No lead', tell: ({ progress }) => formatNumber(progress.noLead) },
      { title: 'No measure', tell: ({ progress }) => formatNumber(progress.noMeasure) },
    ],
  ],
  [
    'Waiting',
    [
      { title: 'Late', tell: ({ progress }) => formatNumber(progress.late), isFirst: true },
      {
        title: 'No recent report',
        tell: ({ progress }, { reportingEveryMonths }) =>
          reportingEveryMonths === null ? 'not counted' : formatNumber(progress.stale),
      },
    ],
  ],
  [
    '',
    [
      {
        title: 'Targets and outcomes',
        tell: ({ targets }) => formatNumber(targets.length),
        isFirst: true,
      },
      {
        title: 'Last report',
        isText: true,
        tell: ({ lastReportedOn }) => (lastReportedOn ? formatDay(lastReportedOn, english) : 'none yet'),
      },
    ],
  ],
];
const columns = groups.flatMap(([, some]) => some);

const classOf = ({ isFirst, isText }: Column) =>
  [isText ? 'text' : 'number', ...(isFirst ? ['first'] : [])].join(' ');

// The roles keep it a table for screen readers where a narrow screen shows each plan as a card.
const tableView = (site: Site, councils: readonly ComparedCouncil[]): TemplateResult =>
  html`<div class="compared-frame">
    <table class="compared" role="table" aria-label="Counts of the councils’ current plans">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" rowspan="2">Council and plan</th>
          ${groups.map(([title, some]) =>
            title
              ? html`<th role="columnheader" scope="colgroup" class="group first" colspan=${some.length}>
                  ${title}
                </th>`
              : some.map((column) => headView(column, 2)),
          )}
        </tr>
        <tr role="row">
          ${groups.map(([title, some]) => (title ? some.map((column) => headView(column, 1)) : nothing))}
        </tr>
      </thead>
      ${councils.map((council) => councilView(site, council))}
    </table>
  </div>`;

const headView = (column: Column, rows: number): TemplateResult =>
  html`<th role="columnheader" scope="col" rowspan=${rows} class=${classOf(column)}>${column.title}</th>`;

function councilView(site: Site, council: ComparedCouncil): TemplateResult {
  const { addresses } = site;
  const plans = listStanding(council.plans);
  const about = [
    kinds[council.kind],
    council.reportingEveryMonths === null
      ? 'the council has not said how often it reports'
      : `reports every ${council.reportingEveryMonths === 1 ? 'month' : `${council.reportingEveryMonths} months`}`,
    `as at ${formatDay(council.today, english)}`,
  ];
  return html`<tbody role="rowgroup">
    <tr role="row" class="of-council">
      <th role="rowheader" scope="rowgroup" colspan=${columns.length + 1}>
        <a href=${addresses.home(council.slug)}>${council.name}</a>
        <p class="quiet small">
          ${council.isExample ? html`<span class="invented">Invented example</span>` : nothing}
          ${about.join(' · ')}
        </p>
      </th>
    </tr>
    ${
      plans.length === 0
        ? html`<tr role="row" class="of-plan">
            <td role="cell" class="words" colspan=${columns.length + 1}>
              <p>${describeAbsence(council.plans)}</p>
            </td>
          </tr>`
        : plans.map((plan) => planView(site, council, plan))
    }
  </tbody>`;
}

function planView({ addresses }: Site, council: ComparedCouncil, plan: ComparedPlan): TemplateResult {
  const source = findWebAddress(plan.sourceUrl);
  return html`<tr role="row" class="of-plan">
    <th role="rowheader" scope="row">
      <a class="plan-name" href=${addresses.plan(council.slug, plan.slug)} lang=${plan.language}
        >${plan.title}</a
      >
      <p class="published">${describePublished(plan)}</p>
      <p class="quiet small">
        ${plan.periodText ? html`Period: <span lang=${plan.language}>${plan.periodText}</span>` : 'No period published'}
        ·
        ${source ? html`<a href=${source} rel="noreferrer">Published document</a>` : 'no address of the document published'}
      </p>
    </th>
    ${
      plan.progress.total === 0
        ? html`<td role="cell" class="words" colspan=${columns.length}>
            <p>
              No actions to
              count.${plan.targets.length > 0 ? ` Targets and outcomes: ${formatNumber(plan.targets.length)}.` : ''}
            </p>
          </td>`
        : columns.map(
            (column) =>
              html`<td role="cell" class=${classOf(column)} data-label=${column.title}>
                <p>${column.tell(plan, council)}</p>
              </td>`,
          )
    }
  </tr>`;
}

function pagesView({ addresses }: Site, choice: Choice, { page, pageCount }: ChosenPage) {
  if (pageCount === 1) return nothing;
  const to = (number: number) =>
    `${addresses.compare()}?${new URLSearchParams([
      ...choice.chosen.map((slug) => ['council', slug]),
      ...(choice.withExamples ? [['examples', '1']] : []),
      ['page', String(number)],
    ])}`;
  return html`<nav class="pages" aria-label="Pages">
    ${page > 1 ? html`<a class="button" rel="prev" href=${to(page - 1)}>Previous page</a>` : nothing}
    <p>Page ${page} of ${pageCount}</p>
    ${page < pageCount ? html`<a class="button" rel="next" href=${to(page + 1)}>Next page</a>` : nothing}
  </nav>`;
}
