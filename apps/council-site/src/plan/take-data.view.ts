import { html, type TemplateResult } from 'lit/html.js';
import { exportAddress, feedAddress } from '../page/data-addresses.ts';
import { licenceView } from '../page/licence.view.ts';
import type { Site } from '../page/page.ts';
import type { ShownPlan } from './plan.queries.ts';

/** The ways out: whatever the page shows can be taken along. */
export function takeDataView({ environment }: Site, { council, plan }: ShownPlan): TemplateResult {
  const file = (ending: 'csv' | 'json') => exportAddress(environment, council.slug, plan.slug, ending);
  return html`<section class="block">
    <h2>Take the data with you</h2>
    <ul>
      <li><a href=${file('csv')} type="text/csv">All actions as a spreadsheet (CSV)</a></li>
      <li><a href=${file('json')} type="application/json">All actions for programs (JSON)</a></li>
      <li>
        <a href=${feedAddress(environment, council.slug)} type="application/atom+xml"
          >What changes, for a feed reader (Atom)</a
        >
      </li>
    </ul>
    <p class="quiet">You may reuse it under this licence: ${licenceView(council.dataLicence)}.</p>
  </section>`;
}
