import { html } from 'lit/html.js';
import type { Page } from '../page/page.ts';

const content = html`<div class="prose">
  <h1>Privacy</h1>
  <p class="tagline">We do not follow you. You need no account and no name to read anything here.</p>
  <ul>
    <li>No cookies, and nothing is stored on your device.</li>
    <li>No statistics about you, no advertising, nothing from third parties.</li>
    <li>When you follow a link to another site, it is not told where you came from.</li>
    <li>
      Words that you type into the filter of a plan stand in the address of the page, so that you can send it
      to somebody. Our own programs write no such words to a log. Your browser may keep addresses in its
      history.
    </li>
    <li>
      What you look for in “Find help” is sent without standing in an address. We use it for the answer, then
      it is gone: we keep no search, in no log and no statistics. If you load the page again, your browser
      asks before it sends it again.
    </li>
    <li>
      While you read a plan, its page hears when the council changes something, and then asks for itself
      again. Nothing about you goes with that.
    </li>
    <li>
      You can say that an entry is wrong, or that you found no help. We only count it. We keep no words, and
      nothing about you. Small counts are not shown.
    </li>
    <li>Your network address reaches our server, as with any website. The pages do not keep it.</li>
  </ul>
  <h2>On other sites</h2>
  <p>The plan on a charity’s page keeps the same rules: no cookies, no storage, no third party.</p>
  <h2>Names of people</h2>
  <p>The plans here name councils, departments and organisations.</p>
  <p>
    Members of a steering group are shown by role only, unless they chose to be named. The page “How names
    appear here” of each council says how, and how to take a name away.
  </p>
</div>`;

export const privacyPage = (): Page => ({
  title: 'Privacy',
  description: 'No cookies, no storage, no tracking, nothing from third parties.',
  path: '/privacy',
  crumbs: [{ name: 'Home', path: '/' }],
  content,
});
