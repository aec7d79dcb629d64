import { html, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { pageLinkView } from '../look/link.view.ts';
import { textView } from '../words/text.view.ts';
import type { Words } from '../words/words.ts';
import type { FinderContext } from './context.ts';

/** The digits of a telephone number, with its plus. */
export const digitsOf = (number: string): string => number.replace(/[^+\d]/g, '');

export const findTelephone = <Contact extends { readonly kind: string }>({
  contacts,
}: {
  readonly contacts: readonly Contact[];
}): Contact | undefined => contacts.find(({ kind }) => kind === 'TELEPHONE');

/** The telephone is what most people use: it can be touched, and reads left to right. */
export const telephoneView = (number: string, { t }: Words): TemplateResult =>
  html`<a class="call" href="tel:${digitsOf(number)}">${t('call', { number: `\u2066${number}\u2069` })}</a>`;

/** The name of a service, which leads to its own page. */
export const serviceLinkView = (
  service: Pick<ServicePartsFragment, 'slug' | 'name' | 'language' | 'translations'>,
  context: Pick<FinderContext, 'words' | 'siteUrl'>,
): TemplateResult =>
  pageLinkView(`/services/${service.slug}`, textView(service, 'name', context.words), context);
