import { html, svg, type TemplateResult } from 'lit/html.js';
import type { ActionStatus } from '../../generated/operations.ts';
import type { Words } from '../words/words.ts';

// Shape before colour: the dots differ in forced colours and on paper as well.
const inside: Record<ActionStatus, TemplateResult | ''> = {
  DONE: svg`<circle cx="6" cy="6" r="5" fill="currentColor" />`,
  IN_PROGRESS: svg`<path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />`,
  DELAYED: svg`<path d="M6 3v3.2l2.2 1.6" />`,
  STOPPED: svg`<path d="M2.5 6h7" />`,
  NOT_STARTED: '',
  NOT_REPORTED: '',
};

export const dot = (status: ActionStatus): TemplateResult =>
  html`<svg class="dot" viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="5" stroke-dasharray=${status === 'NOT_REPORTED' ? '2 1.9' : 'none'} />
    ${inside[status] || ''}
  </svg>`;

/** A status in words, with its shape. */
export const statusView = (status: ActionStatus, { t }: Words): TemplateResult =>
  html`<span class="tag ${status}" part="status">${dot(status)}${t(`status.${status}`)}</span>`;
