import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { ActionStatus, ProgressPartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import { dot } from './status.view.ts';
import type { TrackerContext } from './context.ts';

const order: readonly ActionStatus[] = [
  'DONE',
  'IN_PROGRESS',
  'DELAYED',
  'STOPPED',
  'NOT_STARTED',
  'NOT_REPORTED',
];

/** More actions than this are drawn as one block for each status. */
const mostCells = 60;

/** How far the plan has come: in words, as a bar, and number by number. */
export function progressView(
  progress: ProgressPartsFragment,
  { words, headingLevel, inTurn = atOnce }: TrackerContext,
): TemplateResult {
  const { t } = words;
  const counted = order.flatMap((status) =>
    progress.byStatus.filter((each) => each.status === status && each.count > 0),
  );
  const reported = counted.reduce(
    (sum, { status, count }) => (status === 'NOT_REPORTED' ? sum : sum + count),
    0,
  );
  return html`<section part="progress">
    ${inTurn(
      'reported',
      () =>
        html`${heading(headingLevel + 1, t('progress'))}
          <p class="lead">
            ${t('reportedOn', { some: reported, n: progress.total })}
            ${
              reported > 0
                ? html`<span>
                    ${[
                      t('delivered', { some: progress.delivered, n: progress.total }),
                      progress.explored ? t('explored', { n: progress.explored }) : '',
                      progress.stopped ? t('stopped', { n: progress.stopped }) : '',
                    ]
                      .filter(Boolean)
                      .join(t('comma'))}
                  </span>`
                : nothing
            }
          </p>`,
      4,
    )}
    ${inTurn(
      'bar',
      () =>
        html`${barView(counted, progress.total)}
          <ul class="legend">
            ${counted.map(({ status, count }) => html`<li class=${status}>${dot(status)}<b>${count}</b> ${t(`status.${status}`)}</li>`)}
          </ul>
          <details class="count">
            <summary>${t('howWeCount')}</summary>
            <ul>
              ${[t('count1'), t('count2'), t('count3'), t('count4')].map((rule) => html`<li>${rule}</li>`)}
            </ul>
          </details>`,
      4,
    )}
  </section>`;
}

// Drawn, because a width in a style attribute is refused by strict pages; the list below it says the same.
function barView(counted: ProgressPartsFragment['byStatus'], total: number) {
  const blocks = counted.flatMap(({ status, count }) =>
    total > mostCells
      ? [{ status, width: count }]
      : Array.from({ length: count }, () => ({ status, width: 1 })),
  );
  const gap = total > mostCells ? 0 : 0.1;
  let start = 0;
  return html`<svg class="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">
    ${blocks.map(({ status, width }) => {
      const x = start;
      start += width;
      return svg`<rect class=${status} x=${x} y="0.05" width=${width - gap} height="0.9" />`;
    })}
  </svg>`;
}
