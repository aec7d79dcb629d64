import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FigurePartsFragment, TargetPartsFragment } from '../../generated/operations.ts';
import { linkView } from '../look/link.view.ts';
import { formatDay } from '../words/dates.ts';
import { asWritten, textView } from '../words/text.view.ts';
import { formatNumber, type Words } from '../words/words.ts';
import type { TrackerContext } from './context.ts';
import { findValue, isPerCent } from './target-chart.rules.ts';
import { chartView } from './target-chart.view.ts';

type Measurement = FigurePartsFragment['measurements'][number];

/** A figure with its unit; null is too small to be shown. */
function describeValue(value: number | null, unit: string | null, { t }: Words): string {
  const isSmall = value === null;
  const number = isSmall ? t('fewerThanFive') : formatNumber(value);
  return number + (isPerCent(unit) ? (isSmall ? '' : '%') : unit ? ` ${unit}` : '');
}

/** "612 of 1,000 people", "48% women (target 50%)", "fewer than 5 of 24 staff", "9 complaints (target 0 complaints)". */
export function describeFigure(
  { unit, baselineValue, targetValue, measurements }: FigurePartsFragment,
  words: Words,
  whom = '',
): string {
  const { t } = words;
  const [newest] = measurements.slice(-1);
  const who = whom && ` ${whom}`;
  const target = targetValue === null ? '' : describeValue(targetValue, unit, words);
  if (!newest) return t('noFigure') + (target && t('comma') + t('figureWanted', { target: target + who }));
  const figure = findValue(newest);
  const value = describeValue(figure, unit, words) + who;
  if (!target) return value;
  // "9 of 0" would say nothing where fewer is better.
  return isPerCent(unit) || who || Number(targetValue) <= Number(baselineValue)
    ? t('figureTarget', { value, target })
    : t('figureOf', { value: describeValue(figure, null, words), target });
}

const measuredView = ({ source, sourceUrl, measuredOn }: Measurement, words: Words) =>
  html`${linkView(sourceUrl, source)}${words.t('comma')}${formatDay(measuredOn, words)}`;

/** Every figure in words, for a chart shows them to some readers only. */
function seriesView({ unit, measurements }: FigurePartsFragment, words: Words) {
  const { t } = words;
  if (measurements.length < 2) return nothing;
  return html`<details class="history">
    <summary>${t('allFigures', { n: measurements.length })}</summary>
    <ol>
      ${measurements.map(
        (each) =>
          html`<li>
            <b>${describeValue(findValue(each), unit, words)}</b>
            <span class="quiet">${measuredView(each, words)}</span>
          </li>`,
      )}
    </ol>
  </details>`;
}

/** One target or outcome with its figures and where they come from. */
export function targetView(target: TargetPartsFragment, { words }: TrackerContext): TemplateResult {
  const { t } = words;
  const [newest] = target.measurements.slice(-1);
  return html`<li class="target">
    <p>
      ${textView(target, 'statement', words)}${target.dueText ? html` (${asWritten(target, target.dueText)})` : nothing}
    </p>
    <p class="figure">
      <b>${describeFigure(target, words)}</b>
      ${target.progress.isMet ? html`<span class="tag DONE">${t('targetMet')}</span>` : nothing}
    </p>
    ${chartView(target, words)}
    ${
      newest
        ? html`<p class="quiet">
            ${t('source')}: ${measuredView(newest, words)}
            ${target.baselineValue === null ? nothing : html`<span>· ${t('baseline', { value: describeValue(target.baselineValue, target.unit, words) })}</span>`}
          </p>`
        : nothing
    }
    ${target.shares.map(
      (share) =>
        html`<p>${t('ofThem', { share: describeFigure(share, words, share.forWhom || share.statement) })}</p>
          ${chartView(share, words, true)}`,
    )}
    ${seriesView(target, words)}
  </li>`;
}

/** Targets and outcomes, each under its own heading; nothing when there is none. */
export function targetsView(targets: readonly TargetPartsFragment[], context: TrackerContext) {
  return (['TARGET', 'OUTCOME'] as const).map((kind) => {
    const some = targets.filter((target) => target.kind === kind);
    const label = context.words.t(kind === 'TARGET' ? 'targets' : 'outcomes');
    return some.length === 0
      ? nothing
      : html`<div class="targets">
          <p class="label">${label}</p>
          <ul>
            ${some.map((target) => targetView(target, context))}
          </ul>
        </div>`;
  });
}
