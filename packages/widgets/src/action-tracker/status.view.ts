import { html, type TemplateResult } from 'lit/html.js';
import type { ActionStatus } from '../../generated/operations.ts';
import type { Words } from '../words/words.ts';

// Shape before colour: the dots differ in forced colours and on paper as well. The look fills and dashes them.
const inside: Partial<Record<ActionStatus, string>> = {
  IN_PROGRESS: 'M6 1a5 5 0 0 1 0 10z',
  DELAYED: 'M6 3v3.2l2.2 1.6',
  STOPPED: 'M2.5 6h7',
};

export const dot = (status: ActionStatus): TemplateResult =>
  html`<svg class="dot" viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="5" />
    <path d=${inside[status] || ''} />
  </svg>`;

/** A status in words, with its shape. */
export const statusView = (status: ActionStatus, { t }: Words): TemplateResult =>
  html`<span class="tag ${status}" part="status">${dot(status)}${t(`status.${status}`)}</span>`;
