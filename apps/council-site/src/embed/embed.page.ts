import { findPlan } from '@open-sanctuary/widgets/action-tracker/plan-choice';
import { findLanguage, getWords, inLanguage, languages, type Words } from '@open-sanctuary/widgets/words';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { getCouncilWithPlans, type TranslatedPlan } from '../council/council.queries.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { selectView } from '../page/select.view.ts';
import { linkWords } from './embed.words.ts';
import { findNewestVersion, type WidgetVersion } from './manifest.ts';
import {
  evergreenScript,
  finderReservingRule,
  finderTagView,
  groupReservingRule,
  groupTagView,
  pinnedScript,
  reservingRule,
  tagView,
  writeSnippet,
  type SnippetOptions,
} from './snippet.ts';

const themes = { light: 'Always light', dark: 'Always dark' } as const;

export async function embedPage(site: Site, { council: slug, query }: Visit): Promise<Page> {
  const [council, version] = await Promise.all([
    getCouncilWithPlans(site.register, slug),
    findNewestVersion(site.register),
  ]);
  const chosen = council.plans.find((plan) => plan.slug === query.get('plan'));
  const choice = chosen ?? council.plans.find((plan) => plan.slug === findPlan(council.plans)?.slug);
  const lang = Object.keys(languages).find((each) => each === query.get('lang'));
  const theme = Object.keys(themes).find((each) => each === query.get('theme'));
  const options: SnippetOptions = { council: slug, plan: chosen?.slug, lang, theme };
  const { addresses, environment } = site;
  // As people say it: Hackney's plan, not Hackney Council's.
  const place = council.name.replace(/ (?:Council|\(example\))$/, '');
  const words = getWords(lang);
  const texts = linkWords[words.language];
  // A plan that follows the council's choice keeps a name that fits the next one too.
  const isNamed = choice && (chosen || choice.kind !== 'SANCTUARY');
  const linkTo = (path: string, text: unknown) => linkView(addresses.absolute(path), text, words);
  const link = linkTo(
    // The first page is in English only.
    choice ? inLanguage(addresses.plan(slug, choice.slug), words) : addresses.home(slug),
    (isNamed && findTitle(choice, words)) || texts.plan(place),
  );
  const { publicUrl } = environment;
  return {
    title: `Put the plan of ${council.name} on your site`,
    description: `Two lines to paste show the action plan of ${council.name} live on any website. No cookies, no tracking.`,
    path: addresses.embed(slug),
    crumbs: crumbsTo(site, council),
    council,
    isIndexed: query.size === 0,
    hasWidget: true,
    content: html`<div class="hero">
        <h1>Put this on your site</h1>
        <p class="tagline">Two lines show ${place}’s plan on your pages. It keeps itself up to date.</p>
      </div>
      <section class="block">
        <h2>Copy these two lines</h2>
        ${codeView(writeSnippet(tagView(options, link), evergreenScript(publicUrl)), 'snippet')}
        <p>
          Paste them where the plan should stand. A click on the lines selects them all. Keep the link: it is
          what people see when scripts are off.
        </p>
        <p>
          If you can edit your style sheet, add this rule. It keeps your page from jumping while the plan
          loads:
        </p>
        ${codeView(reservingRule, 'rule')} ${optionsForm(council.plans, options)}
      </section>
      <section class="block">
        <h2>How it looks</h2>
        <div class="preview">${tagView(options, link)}</div>
      </section>
      ${
        council.steeringGroup
          ? groupSection(
              site,
              options,
              place,
              linkTo(inLanguage(addresses.members(slug), words), texts.group(place)),
            )
          : nothing
      }
      ${finderSection(
        site,
        options,
        place,
        linkTo(inLanguage(addresses.services(slug), words), texts.services(place)),
      )}
      ${placesView()} ${withoutScriptView(link)} ${policyView(publicUrl)}
      ${pinnedView(publicUrl, version, options, link)}
      <section class="block prose">
        <h2>What it knows about your readers</h2>
        <p>
          Nothing. It sets no cookie and stores nothing. It loads no font, no image and nothing from third
          parties. It asks only <code>${publicUrl}</code>, without saying which page it stands on. What a
          reader types into the filter stays in their browser.
        </p>
      </section>`,
  };
}

/** It says itself in which language it is: where the tag is taken away, nothing else does. */
const linkView = (address: string, text: unknown, { language, direction }: Words): TemplateResult =>
  language === 'en'
    ? html`<a href=${address}>${text}</a>`
    : html`<a lang=${language} dir=${direction} href=${address}>${text}</a>`;

/** The plan's title; in another language only where somebody has translated it. */
const findTitle = ({ title, language, translations }: TranslatedPlan, words: Words): string | undefined =>
  words.language === 'en' || words.language === findLanguage(language)
    ? title
    : translations.find((each) => each.field === 'title' && each.language === words.language)?.text;

/** The same for the group that holds the council to the plan. */
function groupSection({ environment }: Site, options: SnippetOptions, place: string, link: TemplateResult) {
  const tag = groupTagView(options, link);
  return html`<section class="block" id="steering-group">
    <h2>The steering group</h2>
    <p>
      These two lines show who holds ${place} to its promises, when the group meets, what it decided and how
      to join. If your page has the plan already, only the second line is needed.
    </p>
    ${codeView(writeSnippet(tag, evergreenScript(environment.publicUrl)), 'group-snippet')}
    <p>The rule that keeps your page from jumping:</p>
    ${codeView(groupReservingRule, 'group-rule')}
    <p>
      People can take their name away at any moment. Then it leaves pages that are open within seconds. So
      please copy no names out of it.
    </p>
    <div class="preview">${tag}</div>
  </section>`;
}

/** The same for finding help. */
function finderSection({ environment }: Site, options: SnippetOptions, place: string, link: TemplateResult) {
  const tag = finderTagView(options, link);
  return html`<section class="block" id="service-finder">
    <h2>Find help</h2>
    <p>
      These two lines let your readers find help in ${place}: in their language, and open when they can go. If
      your page has another of our tags already, only the second line is needed.
    </p>
    ${codeView(writeSnippet(tag, evergreenScript(environment.publicUrl)), 'finder-snippet')}
    <p>The rule that keeps your page from jumping:</p>
    ${codeView(finderReservingRule, 'finder-rule')}
    <p>
      What somebody looks for stays on their device. Neither you nor we learn it. Urgent help and a button to
      leave your page quickly come with it.
    </p>
    <div class="preview">${tag}</div>
  </section>`;
}

const codeView = (text: string, id: string) => html`<pre class="code" id=${id}><code>${text}</code></pre>`;

const optionsForm = (
  plans: readonly { readonly slug: string; readonly title: string }[],
  { plan, lang, theme }: SnippetOptions,
): TemplateResult =>
  html`<form method="get" class="row" aria-label="Options">
    ${selectView(
      'Plan',
      'plan',
      plan,
      'The current sanctuary plan',
      plans.map(({ slug, title }) => [slug, title]),
    )}
    ${selectView('Language', 'lang', lang, 'As your page', Object.entries(languages))}
    ${selectView('Colours', 'theme', theme, 'As your page', Object.entries(themes))}
    <button class="button">Show my two lines</button>
  </form>`;

const placesView = () =>
  html`<section class="block prose">
    <h2>Where to paste</h2>
    <details>
      <summary>WordPress</summary>
      <p>
        Add a “Custom HTML” block and paste the two lines. This works for administrators of a single site.
      </p>
      <p>
        Some roles may not use scripts: WordPress calls the right <code>unfiltered_html</code>. For them it
        removes the script and the tag. Then the page shows the plain link, which still leads to the plan. Ask
        an administrator to paste the lines, or keep the link.
      </p>
    </details>
    <details>
      <summary>Wix</summary>
      <p>
        Choose Add, Embed code, then Embed HTML. Choose “Code” and paste the two lines. Wix shows it in a
        frame of fixed height, so make it tall.
      </p>
    </details>
    <details>
      <summary>Squarespace</summary>
      <p>
        Add a Code block, choose HTML, and paste the two lines. Scripts need a plan of Squarespace that allows
        them. On the others the link shows.
      </p>
    </details>
    <details>
      <summary>Plain HTML</summary>
      <p>
        Paste the two lines into the page. The first line is needed once in a page, however many plans you
        show.
      </p>
    </details>
  </section>`;

const withoutScriptView = (link: unknown) =>
  html`<section class="block prose">
    <h2>Without JavaScript</h2>
    <p>When scripts are off, blocked or removed, your readers see only the link:</p>
    <p class="panel">${link}</p>
    <p>It stays there as well when the plan cannot be loaded, with a sentence that says why.</p>
  </section>`;

const policyView = (publicUrl: string) =>
  html`<section class="block prose">
    <h2>If your site has a content security policy</h2>
    <p>Allow our address in two places. With Trusted Types, allow one policy as well:</p>
    ${codeView(`script-src ${new URL(publicUrl).origin};\nconnect-src ${new URL(publicUrl).origin};\ntrusted-types lit-html;`, 'policy')}
    <p>It needs no other permission: no inline scripts, no inline styles.</p>
  </section>`;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

function pinnedView(
  publicUrl: string,
  version: WidgetVersion | undefined,
  options: SnippetOptions,
  link: unknown,
) {
  return html`<section class="block prose">
    <h2>If you want to approve every update</h2>
    ${
      version
        ? html`<p>
              This is version ${version.version}: the one file with this hash. Your readers’ browsers refuse
              any other. It weighs ${kilobytes(version.brotliBytes)}. You get no repairs until you come back
              for the next version. When one comes, this address goes after a while. Then the link stays in
              its place.
            </p>
            ${codeView(writeSnippet(tagView(options, link), pinnedScript(publicUrl, version)), 'pinned')}`
        : html`<p>The list of versions cannot be reached at the moment. Please come back later.</p>`
    }
  </section>`;
}
