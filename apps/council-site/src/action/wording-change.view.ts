import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Piece } from './word-difference.rules.ts';
import type { Quote, Telling, WordingChange } from './wording.rules.ts';

// Screen readers are silent about <del> and <ins>, so that where both stand in one text the words say it.
function pieceView({ kind, text }: Piece, isSpoken: boolean) {
  if (kind === 'kept') return text;
  const [, before = '', words = '', after = ''] = text.match(/^(\s*)(.*?)(\s*)$/s) ?? [];
  const said = (spoken: string) => (isSpoken ? html`<span class="spoken">${spoken}</span>` : nothing);
  const marked =
    kind === 'taken'
      ? html`<del>${said('taken away: ')}${words}${said(', ')}</del>`
      : html`<ins>${said('put in: ')}${words}${said(', ')}</ins>`;
  return html`${before}${marked}${after}`;
}

function quoteView({ language, pieces }: Quote): TemplateResult {
  const isMixed = pieces.some(({ kind }) => kind === 'taken') && pieces.some(({ kind }) => kind === 'put');
  return html`“<bdi lang=${language}>${pieces.map((piece) => pieceView(piece, isMixed))}</bdi>”`;
}

const tellingView = (telling: Telling) =>
  telling.map((part) => (typeof part === 'string' ? part : quoteView(part)));

/** One change of words in a sentence, with both texts a tap away where they are long. */
export function wordingChangeView({ telling, inFull }: WordingChange): TemplateResult {
  if (!inFull) return html`<p>${tellingView(telling)}</p>`;
  const { before, after } = inFull;
  return html`<p>${tellingView(telling)}</p>
    <details>
      <summary>Read it in full</summary>
      ${before === after ? nothing : html`<p>Before: ${quoteView(before)}</p>`}
      <p>${before === after ? nothing : 'Now: '}${quoteView(after)}</p>
    </details>`;
}
