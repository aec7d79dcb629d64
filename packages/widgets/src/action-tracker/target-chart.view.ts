import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { formatDay } from '../words/dates.ts';
import { formatNumber, type Words } from '../words/words.ts';
import { isPerCent, placeMarks, type DrawnFigure, type Mark } from './target-chart.rules.ts';

const isDrawn = (mark: Mark | undefined): mark is Mark & { readonly height: number } =>
  mark !== undefined && mark.height !== null;

type Path = readonly [d: string, width: number, dashes?: string];

// All that a chart shows is said in words beside it, so it is hidden from those who listen.
const pictureView = (height: number, ends: 'round' | 'butt', paths: readonly Path[], labels?: unknown) =>
  html`<svg class="chart" viewBox="0 0 320 ${height}" stroke-linecap=${ends} aria-hidden="true">
    ${paths.map(([d, width, dashes]) => svg`<path d=${d} stroke-width=${width} stroke-dasharray=${dashes || nothing} />`)}
    ${labels}
  </svg>`;

/** A target's figures over time; as a bar those of one day, or of a share; nothing when there is none to be shown. */
export function chartView(
  figure: DrawnFigure,
  words: Words,
  isShare = false,
): TemplateResult | typeof nothing {
  const { measured, target, baseline, zero } = placeMarks(figure);
  const drawn = measured.filter(isDrawn);
  const newest = drawn[drawn.length - 1];
  const last = measured[measured.length - 1];
  if (!newest || !last) return nothing;
  // Time and bars run as the language is read.
  const across = (place: number) => Math.round(words.direction === 'rtl' ? 320 - place : place);
  if (isShare || !last.time) {
    if (target === null || newest !== last) return nothing;
    const x = (height: number) => across(height * 320);
    return pictureView(12, 'butt', [
      ['M0 2h320v8H0z', 1],
      [`M${x(zero)} 6H${x(newest.height)}`, 8],
      [`M${x(target)} 0v12`, 3],
    ]);
  }
  // What it began from has no day, and stands before all days.
  const x = (time: number) => across(baseline === null ? 6 + time * 308 : 64 + time * 250);
  const y = (height: number) => Math.round(52 - height * 32);
  const place = ({ time, height }: { readonly time: number; readonly height: number }) =>
    `${x(time)} ${y(height)}`;
  const label = (at: number, below: number, anchor: 'start' | 'end', text: string) =>
    svg`<text x=${at} y=${below} text-anchor=${anchor}>${text}</text>`;
  const describe = (value: number | null) =>
    formatNumber(Number(value)) + (isPerCent(figure.unit) ? '%' : '');
  const describeMonth = (day: string) => formatDay(day, words).replace(/^\d+ /, '');
  // The newest figure and the target are written on different sides of the target's line.
  const isAbove = target === null || newest.height >= target;
  return pictureView(
    90,
    'round',
    [
      [target === null ? '' : `M${x(0)} ${y(target)}H${x(1)}`, 1, '6 4'],
      [baseline === null ? '' : `M${across(6)} ${y(baseline) - 4}a4 4 0 1 0 .1 0z`, 1],
      [
        measured
          .map((mark, index) =>
            isDrawn(mark) ? (isDrawn(measured[index - 1]) ? 'L' : 'M') + place(mark) : '',
          )
          .join(''),
        2,
      ],
      [drawn.map((mark) => `M${place(mark)}h.1`).join(''), 8],
    ],
    [
      target === null
        ? nothing
        : label(
            x(1),
            y(target) + (isAbove ? 14 : -5),
            'end',
            words.t('figureWanted', { target: describe(figure.targetValue) }),
          ),
      baseline === null
        ? nothing
        : label(across(14), y(baseline) + 5, 'start', describe(figure.baselineValue)),
      label(x(newest.time), y(newest.height) + (isAbove ? -8 : 18), 'end', describe(newest.value)),
      measured.map((mark) =>
        isDrawn(mark)
          ? nothing
          : label(x(mark.time), 52, mark.time > 0.5 ? 'end' : 'start', words.t('fewerThanFive')),
      ),
      label(x(0), 88, 'start', describeMonth(measured[0] ? measured[0].day : '')),
      label(x(1), 88, 'end', describeMonth(last.day)),
    ],
  );
}
