/** The look of what the views of several widgets have; inside of the frame, in the element and on a page. */
export const partsStyles = /* css */ `
  .languages {
    display: flex;
    justify-content: flex-end;
    gap: 0.25em;
  }
  .languages :is(button, a) {
    min-height: 44px;
    padding-inline: 0.5em;
    border: 0;
    background: none;
    color: var(--action);
    font-size: 0.9375em;
  }
  .languages :is([aria-pressed='true'], [aria-current]) {
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
  }
  header > :is(h2, h3, h4) {
    font-size: 1.5em;
  }
  section {
    margin-block-start: 2em;
  }
  :is(section, .finder) > :is(h3, h4, h5),
  legend,
  .lead {
    font-size: 1.1875em;
    margin-block-end: 0.5em;
  }
  .quiet {
    font-weight: 400;
    color: var(--quiet);
    font-size: 0.9375em;
  }
  p.own {
    white-space: pre-line;
    max-width: 68ch;
  }
  .banner,
  .note,
  .tag,
  .age span {
    background: var(--ground);
    color: var(--text);
  }
  .tag,
  .age span {
    border: 1px solid;
    border-radius: 4px;
  }
  .banner,
  .note {
    border-inline-start: 4px solid var(--text);
    padding: 0.5em 0.75em;
    margin-block: 0.5em;
  }
  summary {
    min-height: 44px;
    padding-block: 0.6em;
  }
  .original p {
    text-align: match-parent;
  }
  :is(.original, .count, .history) summary {
    font-size: 0.9375em;
    text-decoration: underline;
  }
  .result {
    margin-block-start: 1em;
    font-weight: 700;
  }
  .result:empty {
    margin: 0;
  }
  .tag {
    display: inline-block;
    padding-inline: 0.55em;
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.7;
  }
  .label {
    font-weight: 600;
  }
  dt {
    font-weight: 700;
  }
  dl > div {
    margin-block: 0.75em;
    max-width: 68ch;
  }
  :is(footer, .links, .safety, .service) a {
    display: inline-block;
    padding-block: 0.6em;
    min-height: 44px;
    margin-inline-end: 1.25em;
  }
  .opened {
    padding-block-end: 1em;
  }
  footer {
    margin-block-start: 1.5em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .age {
    position: sticky;
    bottom: 0.5em;
    height: 0;
  }
  .age span {
    position: absolute;
    bottom: 0;
    padding: 0.25em 0.75em;
  }
  @media print {
    .languages,
    form {
      display: none;
    }
    details:not(.original)::details-content {
      content-visibility: visible;
    }
  }
`;
