import type { Opening } from '@open-sanctuary/service-rules/opening';
import type { ServiceFinderQuery, ServicePartsFragment } from '../../generated/operations.ts';
import type { InTurn } from '../widget/in-turn.ts';
import type { Words } from '../words/words.ts';

export type FinderCouncil = NonNullable<ServiceFinderQuery['council']>;

/** A service that fits, with what only its finding tells. */
export interface FoundService {
  readonly service: ServicePartsFragment;
  readonly opening: Opening;
  /** From the place that the reader named; null where there is none, or the address is told on contact. */
  readonly metres: number | null;
}

/** What every part of the finder needs to show itself. */
export interface FinderContext {
  readonly words: Words;
  readonly today: string;
  readonly headingLevel: number;
  /** Where the council's pages are, without a slash at the end. */
  readonly siteUrl: string;
  /** Present in the element only, which draws bit by bit. */
  readonly inTurn?: InTurn;
}
