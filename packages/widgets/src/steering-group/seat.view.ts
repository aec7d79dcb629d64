import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SeatPartsFragment, TermPartsFragment } from '../../generated/operations.ts';
import { asWritten } from '../words/text.view.ts';
import { formatDay } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import type { Constituency, GroupContext } from './context.ts';

/** Such as "second cohort, until 3 May 2027 (our reading)"; empty when nothing of it is published. */
function termView(term: TermPartsFragment, { words }: GroupContext) {
  const { t } = words;
  const until = term.endsOn && t('until', { date: formatDay(term.endsOn, words) });
  if (!term.cohort && !until) return nothing;
  return html`<span
    >${asWritten(term, term.cohort)}${term.cohort && until ? t('comma') : nothing}${until || nothing}${until && term.datesAreDerived ? ` (${t('ourReading')})` : nothing}</span
  >`;
}

/** Who holds a seat, as they chose; else the office, else the body that it belongs to, else only that it is held. */
function holderView(seat: SeatPartsFragment, { t }: Words): TemplateResult {
  const { title, currentTerm: term } = seat;
  const body = seat.organisation || (term && term.organisation);
  const bodyView = body && html`<bdi>${body.name}</bdi>`;
  const name = term && term.shownName;
  const office = title && asWritten(seat, title);
  const more = [name && office, (name || office) && bodyView, !name && office && term && t('byOffice')];
  return html`<b>${name ? html`<bdi>${name}</bdi>` : office || bodyView || t('byRole')}</b>
    ${more.map((each) => (each ? html`<span>${each}</span>` : nothing))}`;
}

/** What is known of a seat that nobody holds: whose it is, since when, and that one can join. */
function vacantView(seat: SeatPartsFragment, { words }: GroupContext): TemplateResult {
  const { t } = words;
  const [last] = seat.pastTerms;
  const since = seat.isOverdueForRenewal && last && last.endsOn;
  return html`<span class="tag late"
      >${since ? t('vacantSince', { date: formatDay(since, words) }) : t('vacant')}</span
    >
    ${seat.title ? html`<b>${asWritten(seat, seat.title)}</b>` : nothing}
    ${seat.organisation ? html`<b><bdi>${seat.organisation.name}</bdi></b>` : nothing}`;
}

/** Such as "Then: somebody new, from 21 January 2027"; each part keeps its own direction. */
function nextView({ organisation, cohort, language, startsOn }: TermPartsFragment, { words }: GroupContext) {
  const { t } = words;
  return html`<span class="next"
    >${t('thenHeld', { who: organisation ? organisation.name : t('someoneNew') })}${cohort ? html`${t('comma')}${asWritten({ language }, cohort)}` : nothing}${startsOn ? t('comma') + t('from', { date: formatDay(startsOn, words) }) : nothing}</span
  >`;
}

/** One seat: who, from which body, until when, and who follows. */
export function seatView(seat: SeatPartsFragment, context: GroupContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  const term = seat.currentTerm;
  const interests = (term && term.interests) || [];
  return html`<li class="seat" part="seat">
    ${
      seat.state === 'VACANT'
        ? vacantView(seat, context)
        : html`${holderView(seat, words)}
          ${
            seat.state === 'COMING' && seat.startsOn
              ? html`<span>${t('from', { date: formatDay(seat.startsOn, words) })}</span>`
              : nothing
          }
          ${term ? termView(term, context) : nothing}
          ${seat.isEndingSoon ? html`<span class="tag NOT_STARTED">${t('endsSoon')}</span>` : nothing}`
    }
    ${seat.comingTerms.slice(0, 1).map((each) => nextView(each, context))}
    ${
      interests.length > 0
        ? html`<details>
            <summary>${t('interests')}</summary>
            ${interests.map(
              (each) =>
                html`<p>
                  ${asWritten(each, each.text)}
                  <span class="quiet">${t('declaredOn', { date: formatDay(each.declaredOn, words) })}</span>
                </p>`,
            )}
          </details>`
        : nothing
    }
  </li>`;
}

/** "3 seats · term: one year", or that the number is not published. */
export function describeSeats(
  { seats, isNumberPublished, isListComplete }: Constituency,
  { t }: Words,
): string {
  if (!isNumberPublished) return t('numberNotPublished');
  return t(isListComplete ? 'seats' : 'seatsAtLeast', { n: seats.length });
}

/** Those who sat before, under a line that opens. */
export function formerView({ formerSeats }: Constituency, context: GroupContext) {
  if (formerSeats.length === 0) return nothing;
  const { words } = context;
  return html`<details>
    <summary>${words.t('earlierMembers')} (${formerSeats.length})</summary>
    <ul class="seats">
      ${formerSeats.map((seat) => html`<li class="seat">${holderView(seat, words)} ${seat.currentTerm ? termView(seat.currentTerm, context) : nothing}</li>`)}
    </ul>
  </details>`;
}
