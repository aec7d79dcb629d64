import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import { html, nothing } from 'lit/html.js';

/** What somebody chose before copying; what is left out is the widget's own default. */
export interface SnippetOptions {
  readonly council: string;
  readonly plan?: string | undefined;
  readonly lang?: string | undefined;
  readonly theme?: string | undefined;
}

/** The tag with its plain link, as it stands in a page and in the preview. */
export const tagView = ({ council, plan, lang, theme }: SnippetOptions, link: unknown, loading?: 'eager') =>
  html`<sanctuary-action-tracker
    council=${council}
    plan=${plan ?? nothing}
    lang=${lang ?? nothing}
    theme=${theme ?? nothing}
    loading=${loading ?? nothing}
    >${link}</sanctuary-action-tracker
  >`;

/** The same for the council's steering group. */
export const groupTagView = ({ council, lang, theme }: SnippetOptions, link: unknown) =>
  html`<sanctuary-steering-group council=${council} lang=${lang ?? nothing} theme=${theme ?? nothing}
    >${link}</sanctuary-steering-group
  >`;

/** The same for the finder of services. */
export const finderTagView = ({ council, lang, theme }: SnippetOptions, link: unknown) =>
  html`<sanctuary-service-finder council=${council} lang=${lang ?? nothing} theme=${theme ?? nothing}
    >${link}</sanctuary-service-finder
  >`;

/** The two lines that a volunteer copies; the template's own line breaks are for us, not for them. */
export const writeSnippet = (tag: unknown, scriptTag: string): string =>
  `${scriptTag}\n${renderPlain(tag).replace(/\s+/g, ' ').replace(/ >/g, '>')}`;

export const evergreenScript = (publicUrl: string): string =>
  `<script type="module" src="${publicUrl}/embed/v1/sanctuary.js"></script>`;

/** A version that never changes, with the hash by which a browser refuses any other bytes. */
export const pinnedScript = (
  publicUrl: string,
  { path, integrity }: { path: string; integrity: string },
): string =>
  `<script type="module" src="${new URL(path, `${publicUrl}/`).href}" integrity="${integrity}" crossorigin="anonymous"></script>`;

/** Keep a page from jumping while it loads what the tag shows. */
export const reservingRule = 'sanctuary-action-tracker { display: block; min-height: 40rem }';
export const groupReservingRule = 'sanctuary-steering-group { display: block; min-height: 40rem }';
export const finderReservingRule = 'sanctuary-service-finder { display: block; min-height: 60rem }';
