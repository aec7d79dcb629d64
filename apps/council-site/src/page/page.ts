import type { Words } from '@open-sanctuary/widgets/words';
import type { TemplateResult } from 'lit/html.js';
import type { Environment } from '../environment.ts';
import type { Register } from '../register/register.ts';
import type { CouncilParts } from '../council/council.queries.ts';
import type { Addresses } from './addresses.ts';

/** What every page is made from. */
export interface Site {
  readonly environment: Environment;
  readonly register: Register;
  readonly addresses: Addresses;
}

/** What a reader asks for. */
export interface Visit {
  /** The council's short name; empty on pages of no council. */
  readonly council: string;
  /** The other parts of the address. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was posted; it stands in no address, and nothing of it is kept. */
  readonly form?: URLSearchParams;
}

export interface Page {
  readonly title: string;
  /** The title in the trail, where it can be shorter. */
  readonly crumb?: string;
  readonly description: string;
  /** The one address that this page is to be known by. */
  readonly path: string;
  /** The way here from the first page, without this page itself. */
  readonly crumbs: readonly Crumb[];
  readonly council?: CouncilParts;
  /** In which it is read; English, unless it can be had in others. */
  readonly words?: Words;
  readonly content: TemplateResult;
  readonly status?: number;
  /** Filtered and dated views are for people, not for search engines. */
  readonly isIndexed?: boolean;
  /** Whether people may be named on it: search engines are asked to keep no copy. */
  readonly mayHoldNames?: boolean;
  /** What a link to it shows in a chat, where its own words would tell too much. */
  readonly preview?: { readonly title: string; readonly description: string; readonly path: string };
  /** Whether a reader may have to leave it quickly. */
  readonly hasWayOut?: boolean;
  /** Whether a widget stands on the page. */
  readonly hasWidget?: boolean;
  /** Whether it follows its council's changes while it is open. */
  readonly isLive?: boolean;
}

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** A file to keep. */
export interface Download {
  readonly name: string;
  readonly type: string;
  /** Differs when what the file says differs. */
  readonly tag: string;
  write(): Promise<Buffer>;
}

export type MakePage = (site: Site, visit: Visit) => Promise<Page | Download> | Page;

/** There is no such page; the sentence says what is not there. */
export class NotFound extends Error {}

/** The way to a council's pages. */
export const crumbsTo = (
  { environment, addresses }: Site,
  { slug, name }: CouncilParts,
  ...further: readonly Crumb[]
): Crumb[] => [
  ...(environment.council ? [] : [{ name: 'Councils', path: '/' }]),
  { name, path: addresses.home(slug) },
  ...further,
];
