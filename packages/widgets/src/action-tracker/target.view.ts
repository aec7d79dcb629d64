import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FigurePartsFragment, TargetPartsFragment } from '../../generated/operations.ts';
import { linkView } from '../look/link.view.ts';
import { formatDay } from '../words/dates.ts';
import { asWritten, textView } from '../words/text.view.ts';
import { formatNumber, type Words } from '../words/words.ts';
import type { TrackerContext } from './context.ts';

const findNewest = ({ measurements }: FigurePartsFragment) =>
  measurements.reduce<FigurePartsFragment['measurements'][number] | undefined>(
    (newest, each) => (!newest || each.measuredOn >= newest.measuredOn ? each : newest),
    undefined,
  );

/** "612 of 1,000 people", "48 % women (target 50 %)", "fewer than 5 of 24 staff". */
export function describeFigure(
  figure: FigurePartsFragment,
  { t }: Words,
  whom: string | null = null,
): string {
  const isShare = /^(%|per ?cent)/i.test(figure.unit ?? '');
  const unit = figure.unit ? (isShare ? ' %' : ` ${figure.unit}`) : '';
  const target = figure.targetValue === null ? null : formatNumber(figure.targetValue) + unit;
  const newest = findNewest(figure);
  const number = newest?.isFewerThanFive
    ? t('fewerThanFive')
    : typeof newest?.value === 'number'
      ? formatNumber(newest.value)
      : null;
  const who = whom ? ` ${whom}` : '';
  if (number === null)
    return t('noFigure') + (target ? `${t('comma')}${t('figureWanted', { target: target + who })}` : '');
  const value = newest?.isFewerThanFive && isShare ? number : number + (isShare || !target ? unit : '');
  if (!target) return value + who;
  return isShare || who
    ? t('figureTarget', { value: value + who, target })
    : t('figureOf', { value, target });
}

/** One target or outcome with its figures and where they come from. */
export function targetView(target: TargetPartsFragment, { words }: TrackerContext): TemplateResult {
  const { t } = words;
  const newest = findNewest(target);
  return html`<li class="target">
    <p>
      ${textView(target, 'statement', target.statement, words)}${target.dueText ? html` (${asWritten(target, target.dueText)})` : nothing}
    </p>
    <p class="figure">
      <b>${describeFigure(target, words)}</b>
      ${target.progress.isMet ? html`<span class="tag DONE">${t('targetMet')}</span>` : nothing}
      ${target.shares.map((share) => html`<span>· ${t('ofThem', { share: describeFigure(share, words, share.forWhom ?? share.statement) })}</span>`)}
    </p>
    ${
      newest
        ? html`<p class="quiet">
            ${t('source')}:
            ${linkView(newest.sourceUrl, newest.source)}${t('comma')}${formatDay(newest.measuredOn, words)}
            ${target.baselineValue === null ? nothing : html`<span>· ${t('baseline', { value: target.baselineValue })}</span>`}
          </p>`
        : nothing
    }
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
