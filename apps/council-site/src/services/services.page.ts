import { languageCodes, languageName } from '@open-sanctuary/service-rules/languages';
import type { ServicePartsFragment } from '@open-sanctuary/widgets/operations';
import { readFindings } from '@open-sanctuary/widgets/service-finder/from-server';
import { createNames } from '@open-sanctuary/widgets/service-finder/questions.view';
import { readSearch, toFilter, type Search } from '@open-sanctuary/widgets/service-finder/search';
import { serviceFinderView } from '@open-sanctuary/widgets/service-finder/service-finder.view';
import { serviceView } from '@open-sanctuary/widgets/service-finder/service.view';
import { getWords, inLanguage } from '@open-sanctuary/widgets/words';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { QuestionRefused } from '../register/register.ts';
import { contextOf, find, type HelpContext } from './help-context.ts';
import { missedForm } from './missed-help.page.ts';
import { listUrgentServices, searchServices, type FoundServices } from './services.queries.ts';

/** The finder: all that helps; and to a form that is posted, what fits its answers, which stand in no address. */
export async function servicesPage(site: Site, { council: slug, query, form }: Visit): Promise<Page> {
  const words = getWords(form?.get('lang') ?? query.get('lang'));
  const search = readSearch(form ?? []);
  const after = form?.get('after') ?? null;
  const seen = after === null ? 0 : Math.max(0, Math.trunc(Number(form?.get('seen'))) || 0);
  const names = { council: slug, language: words.language };
  const isOverview = after === null && Object.keys(search).length === 0;
  const [{ council, isReadable }, urgent] = await Promise.all([
    searchKindly(site, names, search, after),
    isOverview ? listUrgentServices(site.register, names) : [],
  ]);
  const context = contextOf(site, council, words);
  const findings = readFindings(council.services, search, context.now, council.bankHolidays);
  const { hasNextPage, endCursor } = council.services.pageInfo;
  return {
    title: words.t('findHelp'),
    words,
    hasWayOut: true,
    description: `Help near you from ${council.name} and others: in your language, for people in your situation. We do not keep what you look for.`,
    path: site.addresses.services(slug),
    crumbs: crumbsTo(site, council),
    council,
    isIndexed: !form && query.size === 0,
    ...(!isReadable && { status: 400 }),
    content: html`<h1 class="kicker" lang=${words.language} dir=${words.direction}>
        ${context.own.help}: <bdi>${council.name}</bdi>
      </h1>
      <div class="sanctuary whole-finder" lang=${words.language} dir=${words.direction}>
        ${serviceFinderView(
          { ...council, isExample: false },
          {
            ...context,
            search,
            choices: { ...findings.choices, nameOf: namesOf(council.services) },
            findings: isReadable
              ? { ...findings, found: isOverview ? withoutUrgent(findings.found) : findings.found }
              : { ...findings, found: [], total: 0 },
            urgent: council.urgentServices,
            isOnDevice: false,
            ...(!isReadable && { pending: { text: context.own.tooMuch, retry: nothing } }),
            ...(isReadable && {
              paging: {
                seen,
                reached: seen + findings.found.length,
                after: hasNextPage ? endCursor : null,
              },
            }),
            ...(isOverview && { overview: overviewView(council.services, urgent, context) }),
            whenNothing: missedForm({ ...context, headingLevel: 3 }, search.need, search.language),
          },
        )}
        ${
          isReadable && findings.found.length > 0
            ? html`<p class="links">
                <a href=${inLanguage(site.addresses.missedHelp(slug), words)}>${context.own.missedTitle}</a>
              </p>`
            : nothing
        }
      </div>`,
  };
}

/** What fits; and of a search that the register refuses, such as one of too many words, the choices that there are. */
async function searchKindly(
  { register }: Site,
  names: { readonly council: string; readonly language: string },
  search: Search,
  after: string | null,
) {
  try {
    return { council: await searchServices(register, names, toFilter(search), after), isReadable: true };
  } catch (error) {
    if (!(error instanceof QuestionRefused)) throw error;
    return { council: await searchServices(register, names, {}, null), isReadable: false };
  }
}

/** What languages are called, also those that nothing here is offered in. */
const namesOf = ({ facets }: FoundServices) =>
  createNames([
    ...languageCodes.map((code) => {
      const { own: ownName, english: name } = languageName(code);
      return [code, { name, ownName }] as const;
    }),
    ...facets.languages.map((each) => [each.value, each] as const),
  ]);

/** They stand above already. */
const withoutUrgent = <Found extends { readonly service: { readonly isUrgent: boolean } }>(
  found: readonly Found[],
): Found[] => found.filter(({ service }) => !service.isUrgent);

/** What can be had at all, behind buttons that post, and what helps tonight. */
function overviewView(
  { facets }: FoundServices,
  urgent: readonly ServicePartsFragment[],
  context: HelpContext,
): TemplateResult {
  const { words, own } = context;
  const categories = facets.categories
    .map(({ value, count }) => ({ value, count, name: words.t(`category.${value}` as 'category.FOOD') }))
    .toSorted((one, other) => one.name.localeCompare(other.name, words.language));
  return html`${
      categories.length > 0
        ? html`<section class="overview kinds">
            <h3>${own.categories}</h3>
            <form method="post" action="#found" class="categories">
              <input type="hidden" name="lang" value=${words.language} />
              ${categories.map(
                ({ value, count, name }) =>
                  html`<button name="need" value=${value}>
                    ${name} <span class="count">${count}</span>
                  </button>`,
              )}
            </form>
          </section>`
        : nothing
    }
    ${
      urgent.length > 0
        ? html`<section class="overview">
            <h3>${words.t('urgentHelp')}</h3>
            <ol class="services">
              ${urgent.map((service) => serviceView(find(service, context), context))}
            </ol>
          </section>`
        : nothing
    }
    <section class="overview"><h3>${own.allServices}</h3></section>`;
}
