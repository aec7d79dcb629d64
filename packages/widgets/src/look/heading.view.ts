import { html, type TemplateResult } from 'lit/html.js';

/** A heading of a level that the page decides. */
export function heading(level: number, content: unknown): TemplateResult {
  if (level <= 2) return html`<h2>${content}</h2>`;
  if (level === 3) return html`<h3>${content}</h3>`;
  if (level === 4) return html`<h4>${content}</h4>`;
  if (level === 5) return html`<h5>${content}</h5>`;
  return html`<h6>${content}</h6>`;
}
