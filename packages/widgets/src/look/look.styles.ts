/**
 * The ground every widget stands on. The wrapper takes nothing from the page around it but font and text colour; all
 * lengths inside are in `em` of its own size, since a page may have set `rem` to anything.
 */
export const look = /* css */ `
  :host {
    display: block !important;
    float: none !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    background: none !important;
    box-shadow: none !important;
    columns: auto !important;
    transform: none !important;
    filter: none !important;
    opacity: 1 !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .sanctuary {
    all: initial;
    display: block;
    font-family: inherit;
    font-size: var(--sanctuary-font-size, max(16px, 1em));
    color: inherit;
    color-scheme: inherit;
    line-height: 1.6;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    /* Beside a float of the page it would otherwise shrink to nothing. */
    min-width: min(100%, 18em);
    container-type: inline-size;
    position: relative;

    --ink: #1b2a2f;
    --paper: var(--sanctuary-paper, #fff);
    --line: var(--sanctuary-line, #8a857a);
    --action: var(--sanctuary-accent, #0b5563);
    --quiet: currentcolor;
    --pale: #ecebe7;
    --deep: #3b4348;
  }
  .sanctuary.dark {
    color-scheme: dark;

    --ink: #f2f1ec;
    --paper: var(--sanctuary-paper, #12191c);
    --line: var(--sanctuary-line, #76858b);
    --action: var(--sanctuary-accent, #7fd3e3);
  }
  .sanctuary.own {
    background: var(--paper);
    color: var(--sanctuary-ink, var(--ink));
    padding: 1em;
    --quiet: #465156;
  }
  .sanctuary.own.dark {
    --quiet: #b9c3c6;
  }
  .sanctuary:lang(ar) {
    line-height: 1.8;
  }
  :where(.sanctuary *) {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    min-width: 0;

    /* In the dark, deep is the ground and pale the text: the contrast is the same. */
    --ground: var(--pale);
    --text: var(--deep);
  }
  :where(.sanctuary.dark *) {
    --ground: var(--deep);
    --text: var(--pale);
  }
  :where(.sanctuary) :is(ul, ol, fieldset) {
    list-style: none;
    border: 0;
  }
  :where(.sanctuary) :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
    line-height: 1.3;
  }
  :where(.sanctuary) :is(a, summary) {
    color: var(--action);
    cursor: pointer;
  }
  :where(.sanctuary) :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffb81c;
  }
  :where(.sanctuary) :is(select, input, button, .button) {
    font: inherit;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 4px;
    min-height: 44px;
    padding: 0.4em 0.7em;
  }
  :where(.sanctuary) :is(button, .button) {
    color: var(--action);
    border-color: currentcolor;
    cursor: pointer;
    text-decoration: none;
  }
  .late, .DELAYED, .PARTLY_AGREES {
    --pale: #fbecd0;
    --deep: #5c3700;
  }
`;
