import { hoursOf, openingAt, wallClock, type WallClock } from '@open-sanctuary/service-rules/opening';
import type { ServicePartsFragment } from '@open-sanctuary/widgets/operations';
import type { FinderContext, FoundService } from '@open-sanctuary/widgets/service-finder/context';
import { languagesView } from '@open-sanctuary/widgets/look/frame.view';
import { safetyView } from '@open-sanctuary/widgets/service-finder/safety.view';
import { inLanguage, type Words } from '@open-sanctuary/widgets/words';
import { html, type TemplateResult } from 'lit/html.js';
import { crumbsTo, type Crumb, type Site } from '../page/page.ts';
import type { HelpingCouncil } from './services.queries.ts';
import { servicesWords, type ServicesWords } from './services.words.ts';

/** What the parts of a page about help need: the words, the place and the moment. */
export interface HelpContext extends FinderContext {
  readonly site: Site;
  readonly council: HelpingCouncil;
  readonly own: ServicesWords;
  readonly now: WallClock;
  /** The address of the page to find help, in the reader's language. */
  readonly finder: string;
}

export function contextOf(site: Site, council: HelpingCouncil, words: Words): HelpContext {
  const now = wallClock(new Date(), council.timeZone);
  return {
    site,
    council,
    words,
    own: servicesWords[words.language],
    now,
    today: now.day,
    headingLevel: 2,
    siteUrl: site.addresses.root(council.slug),
    finder: inLanguage(site.addresses.services(council.slug), words),
  };
}

/** A service that nobody searched for, with when it is open. */
export const find = (
  service: ServicePartsFragment,
  { council, now }: Pick<HelpContext, 'council' | 'now'>,
): FoundService => ({
  service,
  opening: openingAt(hoursOf(service), now, council.bankHolidays),
  metres: null,
});

/** What stands above every page about help: the languages, whom to call in danger, and the way out. */
export const topView = (context: HelpContext): TemplateResult =>
  html`<div class="sanctuary" lang=${context.words.language} dir=${context.words.direction}>
    ${languagesView(context.words)} ${safetyView(context.council.urgentServices, context)}
  </div>`;

/** The way to a page about help. */
export const crumbsToHelp = ({ site, council, words, finder }: HelpContext): Crumb[] =>
  crumbsTo(site, council, { name: words.t('findHelp'), path: finder });
