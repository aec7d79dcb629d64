import { html, type TemplateResult } from 'lit/html.js';

const openGovernmentLicence = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** Where the licence that a council set for its data can be read, if we know it. */
export const findLicenceAddress = (licence: string) =>
  /^OGL|open government licence/i.test(licence) ? openGovernmentLicence : undefined;

/** The licence that the council set for its data. */
export function licenceView(licence: string): TemplateResult {
  const known = findLicenceAddress(licence);
  return known ? html`<a href=${known.url} rel="license noreferrer">${known.name}</a>` : html`${licence}`;
}
