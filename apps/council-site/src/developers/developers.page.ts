import { html } from 'lit/html.js';
import { listCouncils } from '../council/council.queries.ts';
import { exportAddress, feedAddress } from '../page/data-addresses.ts';
import { factsView } from '../page/facts.view.ts';
import type { Page, Site } from '../page/page.ts';
import { exampleQueries } from './example-queries.ts';

const errorCodes = [
  ['GRAPHQL_VALIDATION_FAILED', 'The question does not fit the schema, or is too deep or too broad.'],
  ['BAD_USER_INPUT', 'A variable has a value that its type does not allow.'],
  ['INVALID_INPUT', 'An argument has a value that means nothing here. The message says what to send.'],
  ['QUERY_TOO_COSTLY', 'The answer could hold too many records. Ask for smaller pages or fewer lists.'],
  ['TRY_LATER', 'Many people tell this council something at this moment. Send it again in a minute.'],
  ['UNKNOWN_DOCUMENT', 'No document has this documentId. Send the text as query.'],
  ['TOO_MANY_STREAMS', 'Too many live streams are open. Ask again every minute instead.'],
] as const;

export async function developersPage({ environment, register }: Site): Promise<Page> {
  const councils = await listCouncils(register);
  const slug = environment.council ?? councils[0]?.slug ?? 'hackney';
  const plan = councils.find((council) => council.slug === slug)?.plans[0]?.slug ?? '2026-2029';
  const { publicUrl } = environment;
  const endpoint = `${publicUrl}/graphql`;
  return {
    title: 'For developers',
    description:
      'One open GraphQL API holds all that these pages show: endpoint, playground, examples, live changes.',
    path: '/developers',
    crumbs: [{ name: 'Home', path: '/' }],
    content: html`<div class="prose">
      <h1>For developers</h1>
      <p class="tagline">All that these pages show comes from one open GraphQL API. You need no key.</p>
      <h2>The endpoint</h2>
      ${codeView(`POST ${endpoint}`)}
      <p>
        <a class="button" href=${endpoint}>Open the playground</a>
      </p>
      <p>
        The playground holds the documentation of every type and field, and examples to run. Any origin may
        ask, without cookies. GET works as well.
      </p>
      <h2>Questions that run</h2>
      ${exampleQueries(slug).map(
        ({ title, query }) =>
          html`<h3>${title}</h3>
            ${codeView(query, 'query')}
            <p><a href="${endpoint}?query=${encodeURIComponent(query)}">See the answer</a></p>`,
      )}
      <p>From a command line:</p>
      ${codeView(`curl ${endpoint} \\\n  -H 'content-type: application/json' \\\n  -d '{"query": "{ councils { slug name } }"}'`)}
      <h2>Live changes</h2>
      <p>
        One stream for each council tells that something changed, as server-sent events. The event is called
        <code>change</code> and carries the new revision. Then ask again.
      </p>
      ${codeView(`curl -N ${publicUrl}/live/${slug}`)}
      <h2>Files and feeds</h2>
      <p>
        Every action of a plan comes as one file, with the licence and the day in it. The CSV opens in a
        spreadsheet, and <code>plan:import</code> reads both back.
      </p>
      ${codeView((['csv', 'json'] as const).map((ending) => `curl -O ${exportAddress(environment, slug, plan, ending)}`).join('\n'))}
      <p>
        A cell that a spreadsheet could run or rewrite begins with <code>'</code>. What we read out of the
        plan’s words stands under “our reading”.
      </p>
      <p>The fifty newest reports, views and changes of a council, as Atom and as JSON Feed:</p>
      ${codeView((['atom', 'json'] as const).map((ending) => `curl ${feedAddress(environment, slug, ending)}`).join('\n'))}
      <p>
        All of these answer with an <code>ETag</code>, so asking again costs little. Entries are written anew
        each time: what was taken down is gone.
      </p>
      <h2>Persisted documents</h2>
      <p>
        The questions of our own widgets are known to the server by the SHA-256 of their text. They can be
        asked by GET with <code>documentId</code> and <code>variables</code>, and their answers carry an
        <code>ETag</code>:
      </p>
      ${codeView(`GET ${endpoint}?documentId=…&variables={"council":"${slug}", …}`)}
      <h2>Limits</h2>
      <p>
        A question may be 12 levels deep, select 250 fields, hold 30 aliases and weigh 64 KB. Lists come in
        pages of at most 100. One answer may hold about 25,000 records; a search counts as 200. A question
        beyond a limit is refused, and the answer says which one it broke.
      </p>
      <h2>Errors</h2>
      <p>What is not there is <code>null</code>, and no error. Errors that you can act on carry a code:</p>
      ${factsView(errorCodes.map(([code, meaning]) => [html`<code>${code}</code>`, meaning]))}
      <h2>The contract</h2>
      <p>
        Introspection is on, so your tools can fetch the schema from the endpoint. The names of types and
        fields are stable. In the source it is <code>packages/graphql-schema/schema.graphql</code>. What is
        invented carries <code>isExample</code>.
      </p>
      <h2>Licence</h2>
      <p>
        The data stands under the licence that each council sets, in <code>Council.dataLicence</code>. The
        code stands under the MIT licence.
      </p>
    </div>`,
  };
}

const codeView = (text: string, kind = 'plain') =>
  html`<pre class="code" data-kind=${kind}><code>${text}</code></pre>`;
