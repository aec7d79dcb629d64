/** The look of the steering group's views, in the element and on a page; the rest stands in the common look. */
export const steeringGroupStyles = /* css */ `
  .next-meeting {
    border-inline-start: 4px solid var(--action);
    padding-inline-start: 1em;
  }
  .when {
    font-size: 1.1875em;
    font-weight: 700;
  }
  .constituencies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: 0 2em;
  }
  .constituency {
    border-block-start: 2px solid var(--line);
    padding-block: 0.75em 1.5em;
  }
  header p,
  .constituency > .own,
  .said-about-plan p + p {
    margin-block-start: 0.5em;
  }
  .seat {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: baseline;
    padding-block: 0.6em;
  }
  .seat + .seat,
  .meeting {
    border-block-start: 1px solid var(--hair);
  }
  .seat > span {
    font-size: 0.9375em;
  }
  .seat .next,
  .seat details {
    flex-basis: 100%;
  }
  .meeting > summary :is(.tag, .number) {
    margin-inline-start: 0.5em;
    white-space: nowrap;
  }
  .meeting li + li {
    margin-block-start: 0.75em;
  }
`;
