import { createHash } from 'node:crypto';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { crumbsTo, type Download, type Page, type Site, type Visit } from '../page/page.ts';
import { english } from '../page/english.ts';
import { describeReport } from './report.words.ts';
import { getReportedPlan } from './report.queries.ts';
import { chooseSince, reportOn, type Since } from './report.rules.ts';
import { reportView } from './report.view.ts';
import { writeWordDocument } from './word-document.ts';

/** What a plan has come to, for a committee: to read and to print. */
export async function reportPage(site: Site, visit: Visit): Promise<Page> {
  return pageOf(site, visit, await getReport(site, visit));
}

/** The same as a Word document; a day that can't be used is answered by the page that says so. */
export async function reportInWord(site: Site, visit: Visit): Promise<Page | Download> {
  const report = await getReport(site, visit);
  if (report.since.problem) return pageOf(site, visit, report);
  const { council, plan, text } = report;
  return {
    name: `${council.slug}-${plan.slug}-report-${council.today}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    tag: createHash('sha256').update(JSON.stringify(text)).digest('base64url').slice(0, 22),
    write: () => writeWordDocument(text, site.addresses.absolute),
  };
}

type Report = Awaited<ReturnType<typeof getReport>>;

async function getReport({ register, addresses }: Site, { council: slug, params, query }: Visit) {
  const asked = query.get('since')?.trim() ?? '';
  const { council, plan } = await getReportedPlan(register, { council: slug, plan: params['plan'] ?? '' });
  const since = chooseSince(asked, council);
  const text = describeReport(reportOn(council, plan, since.day), {
    report: addresses.absolute(`${addresses.report(slug, plan.slug)}?since=${since.day}`),
    howWeCount: addresses.absolute(addresses.howWeCount(slug)),
    plan: addresses.plan(slug, plan.slug),
    action: (ref) => addresses.action(slug, plan.slug, ref),
  });
  return { council, plan, asked, since, text };
}

function pageOf(site: Site, { query }: Visit, { council, plan, asked, since, text }: Report): Page {
  const { addresses } = site;
  const path = addresses.report(council.slug, plan.slug);
  return {
    title: `Progress report: ${plan.title}`,
    crumb: 'Progress report',
    description: `What ${council.name} has reported on its plan: in numbers, what changed, what is late, and what the group says.`,
    path,
    crumbs: crumbsTo(site, council, { name: plan.title, path: addresses.plan(council.slug, plan.slug) }),
    council,
    ...(since.problem && { status: 400 }),
    isIndexed: query.size === 0,
    content: html`${toolsView(path, asked, since, council.today)} ${reportView(text)}`,
  };
}

function toolsView(path: string, asked: string, since: Since, today: string): TemplateResult {
  const isBad = since.problem !== null;
  const instead = `The report below starts on ${formatDay(since.day, english)} instead.`;
  return html`<div class="report-tools">
    <form method="get" action=${path} class="row">
      <label class="field">
        <span>What changed since this day?</span>
        <input
          name="since"
          type=${isBad ? 'text' : 'date'}
          max=${isBad ? nothing : today}
          value=${isBad ? asked : since.day}
          aria-invalid=${isBad ? 'true' : nothing}
          aria-describedby=${isBad ? 'since-problem' : nothing}
        />
      </label>
      <button class="button">Show changes</button>
      ${
        isBad
          ? html`<p class="problem" id="since-problem">
              ${
                since.problem === 'future'
                  ? `${formatDay(asked, english)} is still to come. Choose today or a day before it.`
                  : `“${asked}” is not a day. Write it like 2026-03-01: year, month, day.`
              }
              ${instead}
            </p>`
          : nothing
      }
    </form>
    <p>
      <a class="button" href="${path}.docx?since=${since.day}">Word document</a>
      <span class="quiet">To print, or to save as PDF, use your browser’s print command.</span>
    </p>
  </div>`;
}
