import type { SteeringGroupQuery } from '../../generated/operations.ts';
import type { InTurn } from '../widget/in-turn.ts';
import type { Words } from '../words/words.ts';

export type GroupCouncil = NonNullable<SteeringGroupQuery['council']>;
export type Group = NonNullable<GroupCouncil['steeringGroup']>;
export type Constituency = Group['constituencies'][number];

/** What a view needs to know besides the data: the same for the element and for a server's page. */
export interface GroupContext {
  readonly words: Words;
  /** The level of the group's heading; the others follow it. */
  readonly headingLevel: number;
  /** The address of the council's pages. */
  readonly siteUrl: string;
  /** The address of the calendar file with the public meetings. */
  readonly calendarUrl: string;
  /** Meetings that are open now, by their uuid; a server's page leaves that to the reader. */
  readonly opened?: ReadonlySet<string>;
  /** Present in the element only, which draws bit by bit. */
  readonly inTurn?: InTurn;
  readonly onToggle?: (event: Event) => void;
}
