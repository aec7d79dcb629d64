import { html, type TemplateResult } from 'lit/html.js';

const openGovernmentLicence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** The licence that the council set for its data. */
export const licenceView = (licence: string): TemplateResult =>
  /^OGL|open government licence/i.test(licence)
    ? html`<a href=${openGovernmentLicence} rel="license noreferrer">Open Government Licence v3.0</a>`
    : html`${licence}`;
