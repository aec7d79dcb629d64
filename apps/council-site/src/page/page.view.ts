import { html as document } from '@lit-labs/ssr';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page, Site } from './page.ts';
import { feedAddress } from './data-addresses.ts';
import { licenceView } from './licence.view.ts';

const siteName = 'Open Sanctuary';

// A doorway with a light in it.
const mark = html`<svg class="mark" viewBox="0 0 24 28" aria-hidden="true">
  <path class="door" d="M2 27V12a10 10 0 0 1 20 0v15z" />
  <path class="light" d="M8 27V14a4 4 0 0 1 8 0v13z" />
</svg>`;

const skipLink = html`<a class="skip" href="#content">Skip to the content</a>`;

function headerView({ addresses }: Site, { council, path }: Page): TemplateResult {
  const links = council
    ? [
        ['Overview', addresses.home(council.slug)],
        ['Find help', addresses.services(council.slug)],
        ['Members', addresses.members(council.slug)],
        ['How we count', addresses.howWeCount(council.slug)],
        ['Put this on your site', addresses.embed(council.slug)],
      ]
    : [
        ['Councils', '/'],
        ['How we count', addresses.howWeCount()],
        ['For developers', '/developers'],
      ];
  return html`<header class="site-header">
    <div class="wide">
      <a class="brand" href=${council ? addresses.home(council.slug) : '/'}>
        ${mark}
        <span
          >${council ? html`<b>${council.name}</b> <small>action on sanctuary</small>` : html`<b>${siteName}</b>`}</span
        >
      </a>
      <nav aria-label="Site">
        <ul>
          ${links.map(
            ([name, link]) =>
              html`<li><a href=${link} aria-current=${link === path ? 'page' : nothing}>${name}</a></li>`,
          )}
        </ul>
      </nav>
    </div>
  </header>`;
}

const exampleBanner = (name: string) =>
  html`<aside class="example wide" aria-label="Example">
    <strong>Example.</strong> ${name} is not a real council. Everything here is invented.
  </aside>`;

const crumbsView = ({ crumbs, crumb, title }: Page) =>
  html`<nav class="crumbs wide" aria-label="Breadcrumb">
    <ol>
      ${crumbs.map(({ name, path }) => html`<li><a href=${path}>${name}</a></li>`)}
      <li aria-current="page">${crumb ?? title}</li>
    </ol>
  </nav>`;

function footerView({ addresses }: Site, { council }: Page): TemplateResult {
  return html`<footer class="site-footer">
    <div class="wide">
      <ul>
        <li><a href=${addresses.howWeCount(council?.slug)}>How we count</a></li>
        ${council ? html`<li><a href=${addresses.embed(council.slug)}>Put this on your site</a></li>` : nothing}
        <li><a href="/developers">For developers</a></li>
        <li><a href="/accessibility">Accessibility</a></li>
        <li><a href="/privacy">Privacy</a></li>
      </ul>
      ${council ? html`<p>Data of ${council.name}: ${licenceView(council.dataLicence)}.</p>` : nothing}
      <p>No cookies, no tracking, nothing from third parties.</p>
    </div>
  </footer>`;
}

/** A whole document: the one layout of all pages. */
export function pageView(site: Site, page: Page, stylesheetPath: string): TemplateResult {
  const { addresses, environment } = site;
  const { council } = page;
  const name = council ? `${council.name} · ${siteName}` : siteName;
  const address = addresses.absolute(page.path);
  const shown = page.preview ?? page;
  const title = shown.title === name ? name : `${shown.title} · ${name}`;
  const isIndexed = page.isIndexed !== false && !council?.isExample && !page.status;
  const robots = [isIndexed ? '' : 'noindex', page.mayHoldNames ? 'noarchive' : '']
    .filter(Boolean)
    .join(', ');
  return document`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <meta name="description" content=${shown.description} />
    ${robots ? html`<meta name="robots" content=${robots} />` : nothing}
    ${page.status ? nothing : html`<link rel="canonical" href=${address} />`}
    <meta property="og:title" content=${shown.title} />
    <meta property="og:description" content=${shown.description} />
    <meta property="og:url" content=${addresses.absolute(shown.path)} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content=${name} />
    <meta property="og:locale" content="en_GB" />
    ${
      council
        ? html`<link
            rel="alternate"
            type="application/atom+xml"
            title="What changed: ${council.name}"
            href=${feedAddress(environment, council.slug)}
          />`
        : nothing
    }
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href=${stylesheetPath} />
    ${page.hasWidget ? html`<script type="module" src="${environment.publicUrl}/embed/v1/sanctuary.js"></script>` : nothing}
  </head>
  <body>
    ${skipLink} ${headerView(site, page)} ${council?.isExample ? exampleBanner(council.name) : nothing}
    ${page.crumbs.length > 0 ? crumbsView(page) : nothing}
    <main id="content" class="wide" tabindex="-1">${page.content}</main>
    ${footerView(site, page)}
  </body>
</html>
`;
}
