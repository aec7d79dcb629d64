import { html, nothing, type TemplateResult } from 'lit/html.js';
import { factsView } from '../page/facts.view.ts';
import { isRightToLeft } from './direction.rules.ts';
import type { Block, Column, Paragraphs, Piece, ReportText, Section, Table, Text } from './report.words.ts';

/** A report as part of a page, for reading and for print. */
export const reportView = ({ title, sections }: ReportText): TemplateResult =>
  html`<article class="report">
    <h1>${title.map(pieceView)}</h1>
    ${sections.map(sectionView)}
  </article>`;

const sectionView = ({ title, blocks }: Section): TemplateResult =>
  title
    ? html`<section>
        <h2>${title}</h2>
        ${blocks.map(blockView)}
      </section>`
    : html`${blocks.map(blockView)}`;

function blockView(block: Block): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text.map(pieceView)}</h3>`;
    case 'paragraph':
      return paragraphView(block.text);
    case 'note':
      return html`<p class="note">${block.text.map(pieceView)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li dir=${directionOf(item)}>${item.map(pieceView)}</li>`)}
      </ul>`;
    case 'facts':
      return factsView(block.facts.map(([label, value]) => [label, value.map(paragraphView)]));
    case 'table':
      return tableView(block, 'rows');
    case 'figures':
      return html`<div class="figure-tables">
        ${block.tables.map((table) => tableView(table, 'figures'))}
      </div>`;
    case 'sides':
      return html`<section class="difference">
        <h3 dir=${directionOf(block.title)}>${block.title.map(pieceView)}</h3>
        ${[...block.sides, block.answer].map(
          ([title, paragraphs]) =>
            html`<div>
              <h4>${title}</h4>
              ${paragraphs.map(paragraphView)}
            </div>`,
        )}
      </section>`;
  }
}

// The roles keep it a table for screen readers where a narrow screen shows each row as a card.
const tableView = ({ columns, rows }: Table, kind: 'rows' | 'figures'): TemplateResult =>
  html`<table role="table" class=${kind}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th role="columnheader" scope="col" class=${column.kind ?? nothing}>${column.title}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${row.map((cell, place) => cellView(cell, columns[place]))}
          </tr>`,
      )}
    </tbody>
  </table>`;

function cellView(cell: Paragraphs, column: Column | undefined): TemplateResult {
  const words = cell.map(paragraphView);
  const title = column?.title ?? nothing;
  return column?.kind === 'heading'
    ? html`<th role="rowheader" scope="row" data-label=${title}>${words}</th>`
    : html`<td role="cell" class=${column?.kind ?? nothing} data-label=${title}>${words}</td>`;
}

const paragraphView = (text: Text): TemplateResult =>
  html`<p dir=${directionOf(text)}>${text.map(pieceView)}</p>`;

const directionOf = (text: Text) =>
  isRightToLeft(text.map((piece) => piece.text).join('')) ? 'rtl' : nothing;

function pieceView({ text, language, link, isStrong }: Piece) {
  const told =
    (language && language !== 'en') || isRightToLeft(text)
      ? html`<span lang=${language ?? nothing} dir="auto">${text}</span>`
      : text;
  // An address that is its own words need not be printed behind them again.
  if (link)
    return html`<a href=${link} rel="noreferrer" class=${link === text ? 'address' : nothing}>${told}</a>`;
  return isStrong ? html`<strong>${told}</strong>` : told;
}
