import { languagesView } from '@open-sanctuary/widgets/look/frame.view';
import { getWords, inLanguage } from '@open-sanctuary/widgets/words';
import { html, type TemplateResult } from 'lit/html.js';
import { getCouncilWithPlans } from '../council/council.queries.ts';
import { ownNameAddress } from '../page/data-addresses.ts';
import { factsView } from '../page/facts.view.ts';
import { frameWords } from '../page/frame.words.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { namesWords } from './names.words.ts';

/** What people choose, what goes by itself and what nobody can take back: to be read before agreeing. */
export async function namesPage(site: Site, { council: slug, query }: Visit): Promise<Page> {
  const council = await getCouncilWithPlans(site.register, slug);
  const words = getWords(query.get('lang'));
  const own = namesWords[words.language];
  const members = inLanguage(site.addresses.members(slug), words);
  return {
    title: own.title,
    words,
    description:
      'What members of the steering group choose, when a name goes, how to take it away, what we cannot take back.',
    path: site.addresses.names(slug),
    crumbs: crumbsTo(site, council, { name: frameWords[words.language].members, path: members }),
    council,
    isIndexed: query.size === 0,
    content: html`<div class="sanctuary">${languagesView(words)}</div>
      <div class="prose" lang=${words.language} dir=${words.direction}>
        <h1>${own.title}</h1>
        <p class="tagline">${own.tagline}</p>
        <h2>${own.choose}</h2>
        <p>${own.youChoose}</p>
        ${factsView(own.choices)} ${partView(own.othersTitle, own.others)}
        ${partView(own.goesTitle, own.goes)} ${partView(own.withdrawTitle, own.withdraw)}
        <p><a class="button" href=${ownNameAddress(site.environment, words)}>${own.withdrawLink}</a></p>
        ${partView(own.canTitle, own.can)} ${partView(own.cannotTitle, own.cannot)}
        ${partView(own.keptTitle, own.kept)}
        <p><a href=${members}>${own.back}</a></p>
      </div>`,
  };
}

const partView = (title: string, lines: readonly string[]): TemplateResult =>
  html`<h2>${title}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
