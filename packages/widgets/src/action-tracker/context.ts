import type { ActionPartsFragment, PlanPartsFragment } from '../../generated/operations.ts';
import type { InTurn } from '../widget/in-turn.ts';
import type { Words } from '../words/words.ts';

/** What a view needs to know besides the data: the same for the element and for a server's page. */
export interface TrackerContext {
  readonly words: Words;
  /** The council's calendar day. */
  readonly today: string;
  /** The level of the plan's heading; the others follow it. */
  readonly headingLevel: number;
  /** The address of the plan's page; the actions' pages lie below it. */
  readonly planUrl: string;
  /** The address of the council's pages, from where meetings are linked; without it they are not. */
  readonly siteUrl?: string;
  /** Actions that are open now. A server's page opens none, or the one that was asked for. */
  readonly opened?: ReadonlySet<string>;
  /** Actions that changed a moment ago. */
  readonly updated?: ReadonlySet<string>;
  /** The actions as they were when they were put in order: a change moves no line under a reader's eyes. */
  readonly ordered?: ReadonlyMap<string, ActionPartsFragment> | undefined;
  /** Present in the element only, which draws bit by bit. */
  readonly inTurn?: InTurn;
  /** Present in the element only, as are the next two; a page without script does without. */
  readonly onToggle?: (event: Event) => void;
  /** Without it the form of filters is an ordinary GET form. */
  readonly onChange?: (event: Event) => void;
  readonly onClear?: (event: Event) => void;
}

export type Theme = PlanPartsFragment['themes'][number];
