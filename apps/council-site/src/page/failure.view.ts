import { html } from 'lit/html.js';
import type { Page } from './page.ts';

const failurePage = (status: number, title: string, sentences: readonly string[], again?: string): Page => ({
  title,
  description: title,
  path: '/',
  crumbs: [],
  status,
  content: html`<div class="prose">
    <h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    <p>
      ${again ? html`<a class="button" href=${again}>Try again</a>` : ''}
      <a class="button" href="/">Go to the first page</a>
    </p>
  </div>`,
});

export const notFoundPage = (sentence: string): Page =>
  failurePage(404, 'This page is not here', [
    sentence,
    'It may have moved, or the address may have a letter too many.',
  ]);

export const refusedPage = (sentence: string): Page =>
  failurePage(400, 'This address cannot be read', [sentence]);

export const unreadablePage = (): Page =>
  failurePage(400, 'This form cannot be read', ['It is too long, or it does not come from a page of ours.']);

export const crowdedPage = (sentence: string, again: string): Page =>
  failurePage(429, 'Please try again in a minute', [sentence], again);

export const unreachablePage = (again: string): Page =>
  failurePage(
    503,
    'The register cannot be reached',
    [
      'Plans and services are kept in a register, and it does not answer at the moment.',
      'Nothing is lost. Please try again in a minute.',
    ],
    again,
  );

export const brokenPage = (): Page =>
  failurePage(500, 'Something went wrong', ['The fault is ours, not yours. Please try again later.']);
