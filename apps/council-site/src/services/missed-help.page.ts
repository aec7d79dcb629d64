import { languageCodes, languageName } from '@open-sanctuary/service-rules/languages';
import { heading } from '@open-sanctuary/widgets/look/heading.view';
import { finderWords, type FinderWordKey } from '@open-sanctuary/widgets/service-finder/words.en';
import { getWords, type Words } from '@open-sanctuary/widgets/words';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page, Site, Visit } from '../page/page.ts';
import { selectView } from '../page/select.view.ts';
import { contextOf, crumbsToHelp, topView, type HelpContext } from './help-context.ts';
import { getMissedHelp, reportNothingFound, type MissedHelp } from './services.queries.ts';

const categories = Object.keys(finderWords).flatMap((key) => {
  const [kind, category] = key.split('.');
  return kind === 'category' && category ? [category] : [];
});

const nameOf = (category: string, { t }: Words) => t(`category.${category}` as FinderWordKey);

/** Which help visitors missed, as far as it may be shown; and to a form that is posted, that theirs was counted. */
export async function missedHelpPage(site: Site, { council: slug, query, form }: Visit): Promise<Page> {
  const words = getWords(form?.get('lang') ?? query.get('lang'));
  if (form) {
    await reportNothingFound(site.register, {
      council: slug,
      category: categories.find((each) => each === form.get('category')) ?? null,
      language: languageCodes.find((each) => each === form.get('language')) ?? null,
    });
  }
  const council = await getMissedHelp(site.register, { council: slug, language: words.language });
  const context = contextOf(site, council, words);
  const { own } = context;
  return {
    title: own.whereMissing,
    words,
    hasWayOut: true,
    description: `Which help people looked for at ${council.name} and did not find, counted without knowing who they are.`,
    path: site.addresses.missedHelp(slug),
    crumbs: crumbsToHelp(context),
    council,
    isIndexed: !form && query.size === 0,
    content: html`${topView(context)}
      <div class="help-page" lang=${words.language} dir=${words.direction}>
        ${
          form
            ? html`<h1>${own.thanks}</h1>
                <p class="tagline">${own.missedThanks} ${own.missedLater}</p>
                <p><a class="button" href=${context.finder}>${own.findOther}</a></p>`
            : html`<h1>${own.whereMissing}</h1>
                ${listView(council.missedHelp, context)}
                <div class="sanctuary">${missedForm(context)}</div>`
        }
      </div>`,
  };
}

function listView(missed: readonly MissedHelp[], { words, own }: HelpContext): TemplateResult {
  if (missed.length === 0) return html`<p class="tagline">${own.nothingMissed}</p>`;
  return html`<p class="tagline">${own.whereMissingIntro}</p>
    <table class="missed-help">
      <thead>
        <tr>
          <th scope="col">${words.t('askNeed')}</th>
          <th scope="col">${words.t('askLanguage')}</th>
          <th scope="col">${own.missedSoOften}</th>
        </tr>
      </thead>
      <tbody>
        ${missed.map(
          ({ category, language, count }) =>
            html`<tr>
              <th scope="row">${category ? nameOf(category, words) : own.notSaidWhat}</th>
              <td>${language ? languageView(language) : own.notSaidWhat}</td>
              <td>${count}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const languageView = (code: string) => {
  const { own, english } = languageName(code);
  return html`<bdi lang=${code}>${own}</bdi>${own === english ? nothing : ` · ${english}`}`;
};

/** Says with what and in which language somebody found no help: two choices, and no words. */
export function missedForm(
  { site, council, words, own, headingLevel }: HelpContext,
  need?: string,
  spoken?: string,
): TemplateResult {
  const needs = categories
    .map((value) => [value, nameOf(value, words)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, words.language));
  const languages = languageCodes.map((code) => {
    const { own: name, english } = languageName(code);
    return [code, name === english ? name : `${name} · ${english}`] as const;
  });
  return html`<form
    method="post"
    action=${site.addresses.missedHelp(council.slug)}
    class="say"
    aria-label=${own.missedTitle}
  >
    <input type="hidden" name="lang" value=${words.language} />
    ${heading(headingLevel, own.missedTitle)}
    <p>${own.missedIntro}</p>
    <div class="filters">
      ${selectView(words.t('askNeed'), 'category', need, words.t('anything'), needs)}
      ${selectView(words.t('askLanguage'), 'language', spoken, words.t('anyLanguage'), languages)}
    </div>
    <p><button>${own.missedSend}</button></p>
  </form>`;
}
