import { nothing } from 'lit/html.js';
import { steeringGroupDocumentId } from '../../generated/documents.ts';
import type { SteeringGroupQuery } from '../../generated/operations.ts';
import { frameView } from '../look/frame.view.ts';
import { look } from '../look/look.styles.ts';
import { statusStyles } from '../look/status.styles.ts';
import { partsStyles } from '../look/parts.styles.ts';
import { DataWidget } from '../widget/data-widget.ts';
import { addPack, type Words } from '../words/words.ts';
import { steeringGroupStyles } from './steering-group.styles.ts';
import { steeringGroupView } from './steering-group.view.ts';
import { groupWords } from './words.en.ts';

addPack('en', groupWords);

/**
 * Who sits on the group that holds a council to its promises, until when, and what the group decided.
 *
 * A change is never marked or said aloud: it may be a person who took their name away.
 *
 * @summary Shows a steering group with its seats, meetings and decisions, and follows it live.
 * @tagname sanctuary-steering-group
 *
 * @attr {string} council - The council's short name, as in its web address. Needed.
 * @attr {string} lang - `en` or `ar`; without it the language of the page around.
 * @attr {'lazy' | 'eager'} [loading=lazy] - `lazy` waits until the element is near the screen.
 * @attr {number} [heading-level=2] - The level of the group's heading, 2 to 4.
 * @attr {string} api - The address of the API; without it the one that served the script.
 * @attr {string} site - Where permanent links lead; without it the address that the council set.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` goes with the page; the others bring their own ground.
 *
 * @slot - A plain link to the group. It shows until the group is there, and stays if it cannot be loaded.
 *
 * @csspart example - The line that says that everything is invented.
 * @csspart title - The group's heading, its rhythm and what it is for.
 * @csspart next-meeting - The next meeting.
 * @csspart members - All constituencies.
 * @csspart constituency - One constituency with its seats.
 * @csspart seat - One seat.
 * @csspart join - How to join.
 * @csspart meeting - One meeting of the past.
 * @csspart footer - The links below the group.
 *
 * @cssprop --sanctuary-accent - Colour of links and controls.
 * @cssprop --sanctuary-paper - Ground of controls, and of the widget when `theme` is light or dark.
 * @cssprop --sanctuary-ink - Text colour when `theme` is light or dark.
 * @cssprop --sanctuary-line - Borders of controls.
 * @cssprop --sanctuary-font-size - Size of the text; by default the page's, at least 16 px.
 *
 * @fires {CustomEvent} sanctuary-ready - The group is shown for the first time. Detail: council, meetings.
 * @fires {CustomEvent} sanctuary-error - The group could not be shown. Detail: code.
 * @fires {CustomEvent} sanctuary-open - A meeting was opened or closed. Detail: meeting, isOpen.
 */
export class SteeringGroup extends DataWidget<SteeringGroupQuery> {
  static override readonly styles = look + statusStyles + partsStyles + steeringGroupStyles;

  protected override readonly name = 'steering-group';
  protected override readonly documentId = steeringGroupDocumentId;

  readonly #opened = new Set<string>();

  protected override has({ council }: SteeringGroupQuery): boolean {
    return Boolean(council && council.steeringGroup);
  }

  protected override describe({ council }: SteeringGroupQuery) {
    return {
      council: this.council,
      meetings: council && council.steeringGroup && council.steeringGroup.meetings.length,
    };
  }

  /** What a server drew beneath may name somebody who has taken their name away since. */
  protected override accepted(): void {
    for (const drawn of this.querySelectorAll('.sanctuary')) drawn.remove();
  }

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    const meeting = dataset['meeting'] || '';
    if (open === this.#opened.has(meeting)) return;
    if (open) this.#opened.add(meeting);
    else this.#opened.delete(meeting);
    this.requestUpdate();
    this.tell('open', { meeting, isOpen: open });
  };

  protected override content(data: SteeringGroupQuery, words: Words): unknown {
    const { council } = data;
    if (!council || !council.steeringGroup) return nothing;
    return frameView(
      nothing,
      nothing,
      steeringGroupView(council, council.steeringGroup, {
        words,
        inTurn: this.inTurn,
        headingLevel: this.level,
        siteUrl: this.siteAddress(council),
        calendarUrl: `${this.apiAddress}/feeds/${council.slug}/meetings.ics`,
        onLanguage: this.onLanguage,
        opened: this.#opened,
        onToggle: this.#onToggle,
        note: this.note(words),
      }),
    );
  }
}
