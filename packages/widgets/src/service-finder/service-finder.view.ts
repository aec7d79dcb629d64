import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exampleView, frameView, languagesView } from '../look/frame.view.ts';
import { heading } from '../look/heading.view.ts';
import { isPage } from '../look/is-page.ts';
import { furtherLinkView, pageLinkView } from '../look/link.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import type { Language } from '../words/words.ts';
import { answersForm, answersInLanguagesView } from './answers.view.ts';
import type { FinderContext, FinderCouncil, FoundService } from './context.ts';
import { describeAnswer, questionsView, type Choices, type FormHandlers } from './questions.view.ts';
import { safetyView, type UrgentService } from './safety.view.ts';
import { without, type Question, type Search } from './search.ts';
import { servicesView, type Opened } from './service.view.ts';

/** What was found. */
export interface Findings {
  readonly total: number;
  /** In their order; perhaps only the first of them. */
  readonly found: readonly FoundService[];
  /** What was understood of the place that the reader named. */
  readonly place: { readonly kind: 'POSTCODE' | 'SECTOR' | 'OUTCODE'; readonly code: string } | null;
  readonly problem: 'NOT_A_POSTCODE' | 'INCOMPLETE' | 'NOT_KNOWN' | null;
  /** Which answer keeps how many services away, when nothing fits. */
  readonly relax: readonly { readonly question: Question; readonly count: number }[];
}

/** What the finder says of the council. */
type ShownCouncil = Pick<FinderCouncil, 'name' | 'isExample' | 'contactUrl'>;

export interface FinderView extends FinderContext {
  readonly search: Search;
  readonly choices: Choices;
  readonly findings: Findings;
  readonly urgent: readonly UrgentService[];
  /** Whether the search is made on the reader's own device. */
  readonly isOnDevice: boolean;
  readonly note?: string;
  /** What is said while there is no answer, or because there is none, and a way to ask again. */
  readonly pending?: { readonly text: string; readonly retry: unknown } | undefined;
  readonly form?: FormHandlers;
  readonly onLanguage?: (language: Language) => void;
  readonly onRelax?: (question: Question) => void;
  readonly onMore?: () => void;
  /** On a page: behind which of the list it begins, which is its last, and the cursor by which it goes on. */
  readonly paging?: { readonly seen: number; readonly reached: number; readonly after: string | null };
  /** What a page shows before what was found, and when nothing was. */
  readonly overview?: unknown;
  readonly whenNothing?: unknown;
  /** What a line shows when it is open; the element draws only what is opened. */
  readonly opened?: (found: FoundService) => Opened;
}

/** "12 services near E8 3 (part of the postcode)". */
function describeFound({ findings, words }: FinderView): string {
  const { t } = words;
  const { total, place } = findings;
  if (total === 0) return t('nothingFits');
  const found = t('servicesFound', { n: total });
  if (!place) return found;
  const { kind, code } = place;
  return t('foundNear', { found, place: kind === 'POSTCODE' ? code : t(`place.${kind}`, { code }) });
}

/** Nothing fits: which answer to let go, and whom to ask. */
function nothingView(council: ShownCouncil, view: FinderView): TemplateResult {
  const { words, findings, search, onRelax } = view;
  const { t } = words;
  const contact = furtherLinkView(council.contactUrl, council.name);
  return html`<div class="nothing">
    ${findings.relax.map(({ question, count }) => {
      const text = t('relax', {
        choice: describeAnswer(question, search[question] || '', view.choices, words),
        found: t('servicesFound', { n: count }),
      });
      return isPage
        ? answersForm(without(search, question), words, html`<button>${text}</button>`)
        : html`<p><button type="button" @click=${() => onRelax && onRelax(question)}>${text}</button></p>`;
    })}
    ${contact === nothing ? nothing : html`<p>${t('callInstead')} ${contact}</p>`}
    ${isPage ? view.whenNothing : nothing}
  </div>`;
}

/** The whole finder: safety first, three questions, and what fits. */
export function serviceFinderView(council: ShownCouncil, view: FinderView): TemplateResult {
  const { words, findings, search, headingLevel, paging, pending, inTurn = atOnce } = view;
  const { t } = words;
  const { found, total, problem } = findings;
  const reached = isPage && paging ? paging.reached : found.length;
  const more = t('moreServices', { n: Math.min(total - reached, 20) });
  return frameView(
    html`${exampleView(council, words)}
    ${isPage && Object.keys(search).length > 0 ? answersInLanguagesView(search, words) : languagesView(words, view.onLanguage)}
    ${inTurn(
      'header',
      () =>
        html`<header part="title">
          ${heading(headingLevel, t('findHelp'))}
          <p class="quiet">${council.name}</p>
        </header>`,
      4,
    )}
    ${safetyView(view.urgent, view)} ${view.note ? html`<p class="note">${view.note}</p>` : nothing}
    ${questionsView(view.choices, view.search, view, t(view.isOnDevice ? 'staysHere' : 'notKept'), problem ? t(`place.${problem}`) : '', view.form)}
    ${isPage ? view.overview : nothing}`,
    inTurn(
      'found',
      () =>
        html`${pending ? pending.text : describeFound(view)}${isPage && paging && paging.seen > 0 ? html` <span dir="ltr">${paging.seen + 1}–${reached}</span>` : nothing}`,
      0,
    ),
    html`${isPage && problem ? html`<p class="note late">${t(`place.${problem}`)}</p>` : nothing}
    ${pending ? pending.retry : total === 0 ? nothingView(council, view) : nothing}
    ${servicesView(found, view, view.opened)}
    ${
      isPage
        ? paging && paging.after
          ? answersForm(
              search,
              words,
              html`<input type="hidden" name="seen" value=${reached} />
                <button name="after" value=${paging.after}>${more}</button>`,
            )
          : nothing
        : total > reached
          ? inTurn('next', () => html`<p><button type="button" @click=${view.onMore}>${more}</button></p>`)
          : nothing
    }
    ${inTurn(
      'footer',
      () => html`<footer part="footer">${pageLinkView('/services', t('allServices'), view)}</footer>`,
      0,
    )}`,
  );
}
