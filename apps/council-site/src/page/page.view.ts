import { harmlessPage } from '@open-sanctuary/widgets/service-finder/safety.view';
import { inLanguage, type Words } from '@open-sanctuary/widgets/words';
import { html as document } from '@lit-labs/ssr';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page, Site } from './page.ts';
import { liveScriptPath } from '../live/live-script.ts';
import { feedAddress, liveAddress } from './data-addresses.ts';
import { frameWords } from './frame.words.ts';
import { english } from './english.ts';
import { licenceView } from './licence.view.ts';

const siteName = 'Open Sanctuary';

// A doorway with a light in it.
const mark = html`<svg class="mark" viewBox="0 0 24 28" aria-hidden="true">
  <path class="door" d="M2 27V12a10 10 0 0 1 20 0v15z" />
  <path class="light" d="M8 27V14a4 4 0 0 1 8 0v13z" />
</svg>`;

/** The words around a page, and the language that stands beside what is not in them. */
function frameOf({ words = english }: Page) {
  return { words, own: frameWords[words.language], foreign: words === english ? nothing : 'en' };
}

const skipView = (page: Page) => html`<a class="skip" href="#content">${frameOf(page).own.skip}</a>`;

function headerView({ addresses }: Site, page: Page): TemplateResult {
  const { council, path } = page;
  const { words, own, foreign } = frameOf(page);
  const links = council
    ? [
        ['Overview', addresses.home(council.slug)],
        [own.findHelp, addresses.services(council.slug), 'every'],
        [own.members, addresses.members(council.slug), 'every'],
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
          >${council ? html`<b><bdi>${council.name}</bdi></b> <small>${own.about}</small>` : html`<b>${siteName}</b>`}</span
        >
      </a>
      <nav aria-label=${own.site}>
        <ul>
          ${links.map(
            ([name = '', link = '', languages]) =>
              html`<li>
                <a
                  href=${languages ? inLanguage(link, words) : link}
                  lang=${languages ? nothing : foreign}
                  aria-current=${link === path ? 'page' : nothing}
                  >${name}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      ${page.hasWayOut ? wayOutView(words) : nothing}
    </div>
  </header>`;
}

function exampleBanner(name: string, page: Page): TemplateResult {
  const { own } = frameOf(page);
  return html`<aside class="example wide" aria-label=${own.example}>
    <strong>${own.example}.</strong> <bdi>${name}</bdi> ${own.notReal}
  </aside>`;
}

const crumbsView = (page: Page) =>
  html`<nav class="crumbs wide" aria-label=${frameOf(page).own.wayHere}>
    <ol>
      ${page.crumbs.map(
        ({ name, path }) =>
          html`<li>
            <a href=${path}><bdi>${name}</bdi></a>
          </li>`,
      )}
      <li aria-current="page"><bdi>${page.crumb ?? page.title}</bdi></li>
    </ol>
  </nav>`;

/** It stays on the screen however far a reader has gone. */
const wayOutView = (words: Words): TemplateResult =>
  html`<a class="button way-out" href=${harmlessPage} rel="noreferrer">${words.t('leavePage')}</a>`;

function footerView({ addresses }: Site, page: Page): TemplateResult {
  const { council } = page;
  const { own, foreign } = frameOf(page);
  return html`<footer class="site-footer">
    <div class="wide">
      <ul lang=${foreign}>
        <li><a href=${addresses.howWeCount(council?.slug)}>How we count</a></li>
        ${council ? html`<li><a href=${addresses.embed(council.slug)}>Put this on your site</a></li>` : nothing}
        <li><a href="/developers">For developers</a></li>
        <li><a href="/accessibility">Accessibility</a></li>
        <li><a href="/privacy">Privacy</a></li>
      </ul>
      ${council ? html`<p lang=${foreign} dir=${foreign === 'en' ? 'ltr' : nothing}>Data of ${council.name}: ${licenceView(council.dataLicence)}.</p>` : nothing}
      <p>${own.noTracking}</p>
    </div>
  </footer>`;
}

/** A whole document: the one layout of all pages. */
export function pageView(site: Site, page: Page, stylesheetPath: string): TemplateResult {
  const { addresses, environment } = site;
  const { council } = page;
  const name = council ? `${council.name} · ${siteName}` : siteName;
  const address = addresses.absolute(page.path);
  const { own, words } = frameOf(page);
  const shown = page.preview ?? page;
  const title = shown.title === name ? name : `${shown.title} · ${name}`;
  const isIndexed = page.isIndexed !== false && !council?.isExample && !page.status;
  const robots = [isIndexed ? '' : 'noindex', page.mayHoldNames ? 'noarchive' : '']
    .filter(Boolean)
    .join(', ');
  return document`<!doctype html>
<html lang=${words.language} dir=${words.direction === 'rtl' ? 'rtl' : nothing}>
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
    ${council && page.isLive ? html`<script type="module" id="live" src=${liveScriptPath} data-live=${liveAddress(environment, council.slug)} data-revision=${council.revision}></script>` : nothing}
  </head>
  <body class=${page.hasWayOut ? 'has-way-out' : nothing}>
    ${skipView(page)} ${headerView(site, page)} ${council?.isExample ? exampleBanner(council.name, page) : nothing}
    ${page.crumbs.length > 0 ? crumbsView(page) : nothing}
    <main id="content" class="wide" tabindex="-1">${page.content}</main>
    ${page.isLive ? html`<p class="updated" id="updated" role="status" data-words=${own.updated}></p>` : nothing}
    ${footerView(site, page)}
  </body>
</html>
`;
}
