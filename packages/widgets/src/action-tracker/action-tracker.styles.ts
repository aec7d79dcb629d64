/** The look of the action tracker's views, in the element and on a page. */
export const actionTrackerStyles = /* css */ `
  .finder {
    margin-block-start: 2em;
  }
  legend {
    font-weight: 700;
  }
  .lead span {
    display: block;
    font-size: 0.8421em;
  }
  .bar {
    display: block;
    width: 100%;
    height: 1.5em;
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  .bar rect {
    fill: var(--ground);
    stroke: var(--text);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .bar .DONE {
    fill: var(--text);
  }
  .bar :is(.NOT_STARTED, .NOT_REPORTED) {
    fill: none;
    stroke-width: 1px;
  }
  .NOT_REPORTED {
    stroke-dasharray: 2 1.9;
  }
  :is(.DONE .dot, .IN_PROGRESS path) {
    fill: currentcolor;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    margin-block: 0.5em;
  }
  .dot {
    width: 0.8em;
    height: 0.8em;
    margin-inline-end: 0.4em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  .count ul {
    list-style: disc;
    padding-inline-start: 1.25em;
    max-width: 68ch;
  }

  .finder > :is(h3, h4, h5) {
    margin-block-start: 1.5em;
  }
  .theme > :is(h3, h4, h5) {
    display: flex;
    gap: 0.75em;
    padding-block-end: 0.5em;
  }
  .theme .number {
    flex: none;
    margin-inline-start: auto;
    font-weight: 400;
  }
  .actions {
    border-block-end: 1px solid var(--hair);
  }
  .actions > li {
    border-block-start: 1px solid var(--hair);
  }
  .action:not([open]) {
    /* What is far from the screen costs no layout. */
    content-visibility: auto;
    contain-intrinsic-size: auto 6em;
  }
  .action > summary {
    display: grid;
    grid-template-columns: 3.25em 1fr auto;
    gap: 0.25em 0;
    padding-block: 0.75em;
    color: inherit;
  }
  .action > summary::-webkit-details-marker {
    display: none;
  }
  .action .ref::before {
    content: '';
    display: inline-block;
    width: 0.45em;
    height: 0.45em;
    margin-inline: 0.15em 0.45em;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  .action[open] > summary .ref::before {
    transform: rotate(225deg);
  }
  /* Inside, because a line whose layout may be skipped cuts off what hangs over its edge. */
  .action > summary:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px #ffb81c;
  }
  .action .title {
    font-weight: 600;
  }
  .action > summary:hover .title {
    text-decoration: underline;
  }
  .title,
  .tags,
  .facts {
    grid-column: 2 / 4;
  }
  .facts {
    gap: 0 0.75em;
    /* Hides the dot before what begins a line. */
    overflow: hidden;
  }
  .facts > span::before {
    content: '·';
    margin-inline: -0.5em 0.25em;
  }
  .facts em {
    font-style: normal;
    border-block-end: 1px dotted currentcolor;
  }
  .opened {
    display: grid;
    gap: 0.75em;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 1em;
  }
  .sides > div {
    padding: 1em;
    background: var(--mist);
    color: var(--ink);
    border: 1px solid var(--hair);
    border-radius: 4px;
  }
  .sides p {
    margin-block-start: 0.5em;
  }
  .response {
    margin-block-start: 0.75em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--line);
  }
  :is(.history ol, .evidence, .milestones, .targets ul) {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1em;
    border-inline-start: 1px solid var(--line);
  }
  .label + ul {
    margin-block-start: 0.375em;
  }
  .target {
    display: grid;
    gap: 0.375em;
  }
  .chart {
    width: min(100%, 320px);
    overflow: visible;
    font-size: 14px;
    stroke: currentcolor;
    fill: none;
  }
  .chart text {
    fill: currentcolor;
    stroke: none;
  }
  @container (min-width: 40em) {
    .opened {
      padding-inline-start: 3.25em;
    }
    .title,
    .facts {
      grid-column: 2;
    }
    .tags {
      grid-area: 1 / 3 / 3;
      place-content: flex-start flex-end;
      max-width: 16em;
      margin-inline-start: 1em;
    }
  }
  @media (forced-colors: active) {
    .bar rect {
      --text: CanvasText;
    }
  }
  @media print {
    .count {
      display: none;
    }
    .action:not([open]) {
      content-visibility: visible;
    }
    .action > summary,
    .target,
    .sides > div {
      break-inside: avoid;
    }
    :is(h3, h4, h5, .label),
    .action > summary {
      break-after: avoid;
    }
  }
`;
