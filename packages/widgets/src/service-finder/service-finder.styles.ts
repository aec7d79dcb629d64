/** The look of the service finder's views, in the element and on a page; the rest stands in the common look. */
export const serviceFinderStyles = /* css */ `
  .safety {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em;
    margin-block: 1em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--action);
    border-radius: 4px;
  }
  .safety p,
  .call {
    font-weight: 700;
  }
  /* Once the box is gone the way out goes along with who scrolls, as far down in the frame as the screen reaches. */
  .way {
    display: grid;
    place-items: end;
    position: absolute;
    inset: min(100%, 100vh + 10em) 0 0;
    overflow: clip;
    pointer-events: none;
  }
  .way a {
    position: sticky;
    bottom: 0.5em;
    pointer-events: auto;
  }
  .age {
    bottom: 4em;
    margin-block-end: 4em;
  }
  .safety details[open] {
    flex-basis: 100%;
    order: 1;
  }
  small {
    display: block;
    font-size: 0.875em;
    font-weight: 400;
  }
  .filters .toggle {
    border: 0;
    padding: 0;
  }
  .nothing p {
    margin-block: 0.5em;
  }
  .services {
    margin-block-start: 0.5em;
  }
  .service {
    border-block-start: 1px solid var(--line);
    padding-block: 1em;
  }
  .service > :is(h3, h4, h5) {
    font-size: 1.1875em;
  }
  .stale,
  .problem {
    display: block;
    border-inline-start: 4px solid #b7791f;
    padding-inline-start: 0.5em;
  }
  .known > :not(:last-child)::after {
    content: ' · ';
  }
  @container (min-width: 54em) {
    form.finder {
      float: inline-start;
      inline-size: 17em;
    }
    form.finder ~ * {
      margin-inline-start: 19em;
    }
    form.finder .filters {
      grid-template-columns: 1fr;
    }
  }
  .timetable {
    width: 100%;
    border-collapse: collapse;
    margin-block: 1em;
  }
  .timetable :is(th, td) {
    text-align: start;
    vertical-align: top;
    padding-block: 0.5em;
    padding-inline-end: 1em;
  }
  .timetable tbody {
    border-block-start: 1px solid var(--line);
  }
  @container (max-width: 32em) {
    .timetable,
    .timetable :is(tbody, tr, th, td) {
      display: block;
    }
    .timetable thead {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media print {
    .leave,
    .safety details,
    summary,
    .share {
      display: none !important;
    }
    .services {
      columns: 2;
    }
    .service {
      border: 1px solid;
      padding: 0.75em;
      margin-block: 0.75em;
    }
    /* A card as long as a page cannot be kept whole, but its head can. */
    .service > p {
      break-after: avoid;
    }
  }
`;
