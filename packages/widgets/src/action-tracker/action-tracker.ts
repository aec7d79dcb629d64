import { nothing, render } from 'lit/html.js';
import { actionTrackerDocumentId } from '../../generated/documents.ts';
import type { ActionTrackerQuery, PlanPartsFragment } from '../../generated/operations.ts';
import { formStyles } from '../look/form.styles.ts';
import { look } from '../look/look.styles.ts';
import { statusStyles } from '../look/status.styles.ts';
import { partsStyles } from '../look/parts.styles.ts';
import type { Answered } from '../query/ask.ts';
import { DataWidget, type Ask } from '../widget/data-widget.ts';
import { whenIdle } from '../widget/when-idle.ts';
import { addPack, type Words } from '../words/words.ts';
import {
  everything,
  listValues,
  readFilter,
  type ActionFilter,
  type FilterName,
} from './action-tracker.filter.ts';
import { actionTrackerStyles } from './action-tracker.styles.ts';
import { actionTrackerView, type TrackerView } from './action-tracker.view.ts';
import { insideView } from './action.view.ts';
import { describeChanges, listChanged } from './changes.ts';
import { findPlan } from './plan-choice.ts';
import { trackerWords } from './words.en.ts';

addPack('en', trackerWords);

type Plan = PlanPartsFragment | null | undefined;

/** How long a changed action carries the word "updated". */
const updatedFor = 20_000;

/** What is drawn in idle time stops after so many milliseconds, on a slow phone after the first thing. */
const slice = 6;

/**
 * What a council of sanctuary promised, who leads it, and what has happened since.
 *
 * @summary Shows an action plan and follows it live.
 * @tagname sanctuary-action-tracker
 *
 * @attr {string} council - The council's short name, as in its web address. Needed.
 * @attr {string} plan - The plan's short name; without it the current sanctuary plan.
 * @attr {string} lang - `en` or `ar`; without it the language of the page around.
 * @attr {'lazy' | 'eager'} [loading=lazy] - `lazy` waits until the element is near the screen.
 * @attr {number} [heading-level=2] - The level of the plan's heading, 2 to 4.
 * @attr {string} api - The address of the API; without it the one that served the script.
 * @attr {string} site - Where permanent links lead; without it the address that the council set.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` goes with the page; the others bring their own ground.
 * @attr {string} theme-ref - Shows one theme at first.
 * @attr {string} lead - Shows one lead's actions at first.
 * @attr {string} status - Shows one status at first, such as `DONE`.
 *
 * @slot - A plain link to the plan. It shows until the plan is there, and stays if it cannot be loaded.
 *
 * @csspart example - The line that says that everything is invented.
 * @csspart title - The plan's heading.
 * @csspart progress - Progress in words, as a bar and in numbers.
 * @csspart attention - The toggles of what needs attention.
 * @csspart filters - The filters.
 * @csspart theme - One theme with its actions.
 * @csspart action - One action.
 * @csspart status - An action's status.
 * @csspart footer - The links below the plan.
 *
 * @cssprop --sanctuary-accent - Colour of links and controls.
 * @cssprop --sanctuary-paper - Ground of controls, and of the widget when `theme` is light or dark.
 * @cssprop --sanctuary-ink - Text colour when `theme` is light or dark.
 * @cssprop --sanctuary-line - Borders of controls.
 * @cssprop --sanctuary-font-size - Size of the text; by default the page's, at least 16 px.
 *
 * @fires {CustomEvent} sanctuary-ready - The plan is shown for the first time. Detail: council, plan, actions.
 * @fires {CustomEvent} sanctuary-error - The plan could not be shown. Detail: code.
 * @fires {CustomEvent} sanctuary-filter - A filter was set or cleared. Detail: names of the filters in use.
 * @fires {CustomEvent} sanctuary-open - An action was opened or closed. Detail: ref, isOpen.
 */
export class ActionTracker extends DataWidget<ActionTrackerQuery> {
  static override readonly attributes = [...DataWidget.attributes, 'plan', 'theme-ref', 'lead', 'status'];
  static override readonly styles = look + statusStyles + partsStyles + formStyles + actionTrackerStyles;

  declare plan: string;
  declare themeRef: string;
  declare lead: string;
  declare status: string;

  protected override readonly name = 'action-tracker';
  protected override readonly documentId = actionTrackerDocumentId;

  #filter: ActionFilter = everything;
  #preset = '';
  /** The plan as it was when its actions were put in order. */
  #ordered: Plan;
  #context: TrackerView | undefined;
  /** What is drawn inside of each line: the action, and all that it depends on besides the answer. */
  #inside = new WeakMap<Element, string>();
  /** The lines of actions whose insides may have to be drawn. */
  #lines: HTMLElement[] = [];
  #isDrawingOn = false;
  readonly #opened = new Set<string>();
  readonly #updated = new Set<string>();
  #forgetUpdated: ReturnType<typeof setTimeout> | undefined;

  protected override variables() {
    return { council: this.council, plan: this.plan };
  }

  protected override refine(answer: Answered<ActionTrackerQuery>, ask: Ask) {
    const { council } = answer.data;
    const plan = !this.plan && council && findPlan(council.plans);
    return plan ? ask<ActionTrackerQuery>({ council: this.council, plan: plan.slug }) : answer;
  }

  protected override has(data: ActionTrackerQuery): boolean {
    return Boolean(planOf(data));
  }

  protected override accepted(data: ActionTrackerQuery, before: ActionTrackerQuery | undefined): void {
    const plan = planOf(data);
    const planBefore = planOf(before);
    this.#inside = new WeakMap();
    if (planBefore && plan) this.#mark(listChanged(planBefore, plan));
    if (!this.data) this.#ordered = plan;
  }

  protected override describe(data: ActionTrackerQuery) {
    const plan = planOf(data);
    return { council: this.council, plan: plan && plan.slug, actions: listActions(plan).length };
  }

  get #plan(): Plan {
    return planOf(this.data);
  }

  #mark(changed: ReturnType<typeof listChanged>) {
    if (changed.length === 0 || !this.#context) return;
    this.say(describeChanges(changed, this.#context.words));
    for (const { ref } of changed) this.#updated.add(ref);
    clearTimeout(this.#forgetUpdated);
    this.#forgetUpdated = setTimeout(() => {
      this.#updated.clear();
      this.say('');
    }, updatedFor);
  }

  #setFilter(filter: ActionFilter) {
    this.#filter = filter;
    this.#ordered = this.#plan;
    this.requestUpdate();
    this.tell('filter', { names: Object.keys(filter) });
  }

  readonly #onChange = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#setFilter(readFilter(new FormData(form) as unknown as Iterable<[string, unknown]>));
  };

  readonly #onClear = (event: Event) => {
    // The button goes; without this the keyboard would start again at the top of the page.
    const { form } = event.target as HTMLButtonElement;
    if (form) (form.elements.namedItem('theme') as HTMLElement).focus();
    this.#setFilter(everything);
  };

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    const ref = dataset['ref'] || '';
    if (open === this.#opened.has(ref)) return;
    if (open) {
      this.#opened.add(ref);
      this.#drawInside(event.currentTarget as HTMLElement);
    } else this.#opened.delete(ref);
    this.requestUpdate();
    this.tell('open', { ref, isOpen: open });
  };

  protected override content({ council }: ActionTrackerQuery, words: Words): unknown {
    if (!council || !council.plan) return nothing;
    const entries = [
      ['theme', this.themeRef],
      ['lead', this.lead],
      ['status', this.status],
    ] as const;
    const preset = JSON.stringify(entries);
    if (preset !== this.#preset) {
      this.#preset = preset;
      this.#filter = readFilter(entries);
    }
    const siteUrl = this.siteAddress(council);
    this.#context = {
      words,
      siteUrl,
      today: council.today,
      headingLevel: this.level,
      planUrl: `${siteUrl}/plans/${encodeURIComponent(council.plan.slug)}`,
      filter: this.#filter,
      opened: this.#opened,
      updated: this.#updated,
      ordered: new Map(listActions(this.#ordered).map((action) => [action.ref, action] as const)),
      onToggle: this.#onToggle,
      onLanguage: this.onLanguage,
      onChange: this.#onChange,
      onClear: this.#onClear,
      note: this.note(words),
      inTurn: this.inTurn,
    };
    return actionTrackerView(council, council.plan, this.#context);
  }

  protected override drawn(root: ShadowRoot): void {
    // A control that a person has used no longer follows its attribute.
    for (const control of root.querySelectorAll<HTMLInputElement & Pick<HTMLSelectElement, 'selectedIndex'>>(
      'form [name]',
    )) {
      const values = listValues(this.#filter, control.name as FilterName);
      const [value = ''] = values;
      if (control.type === 'checkbox') control.checked = values.includes(control.value);
      // To choose what is chosen would cost a slow phone as much as to choose.
      else if (control.value.trim() !== value) control.value = value;
      // A list that does not have it shows its first choice.
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    }
    // Those that are open first.
    this.#lines = ['.action[open]', '.action:not([open])'].flatMap((lines) => [
      ...root.querySelectorAll<HTMLElement>(lines),
    ]);
    if (this.isPrinting) for (const line of this.#lines) this.#drawInside(line);
    this.#drawOn();
    super.drawn(root);
  }

  /** What the lines open to is drawn bit by bit, before anybody opens one. */
  #drawOn() {
    if (this.#isDrawingOn) return;
    this.#isDrawingOn = true;
    whenIdle(() => {
      this.#isDrawingOn = false;
      if (!this.isConnected) return;
      const end = performance.now() + slice;
      while (this.#lines.length > 0 && performance.now() < end) this.#drawInside(this.#lines.shift());
      if (this.#lines.length > 0) this.#drawOn();
    });
  }

  #drawInside(line: HTMLElement | undefined) {
    const context = this.#context;
    const action = line && listActions(this.#plan).find(({ ref }) => ref === line.dataset['ref']);
    if (!context || !action) return;
    const state = context.words.language + context.headingLevel + context.planUrl + action.ref;
    if (this.#inside.get(line) === state) return;
    this.#inside.set(line, state);
    try {
      render(insideView(action, context), line.lastElementChild as HTMLElement);
    } catch {
      this.drop();
    }
  }
}

const planOf = (data: ActionTrackerQuery | undefined): Plan => data && data.council && data.council.plan;

const listActions = (plan: Plan) => (plan ? plan.themes.flatMap(({ actions }) => actions) : []);
