/** The look of questions and filters; inside of the frame, in the element and on a page. */
export const formStyles = /* css */ `
  .attention,
  .buttons,
  .tags,
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 44px;
    padding-inline: 0.75em;
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  .toggle:has(:checked) {
    outline: 2px solid var(--action);
    outline-offset: -2px;
  }
  .toggle:has(:disabled) {
    border-style: dashed;
  }
  .toggle input {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    min-height: 0;
    accent-color: var(--action);
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    gap: 0.75em 1em;
  }
  .field {
    /* Or the browser measures each choice of each list. */
    contain: inline-size;
  }
  .field span {
    display: block;
    font-size: 0.9375em;
  }
  .field :is(select, input) {
    width: 100%;
  }
  .buttons {
    margin-block-start: 0.75em;
  }
`;
