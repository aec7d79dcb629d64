import type { Feed, Update } from './updates.rules.ts';

/** https://www.jsonfeed.org/version/1.1/, with what each item is about under `_open_sanctuary`. */
export const writeJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    language: 'en',
    authors: [{ name: feed.author }],
    _open_sanctuary: { rights: feed.rights, licenceUrl: feed.licenceUrl, isExample: feed.isExample },
    items: feed.updates.map((update) => describeItem(feed, update)),
  });

const describeItem = (feed: Feed, update: Update) => ({
  id: `${feed.id}/${update.key}`,
  url: feed.urlOf(update),
  title: update.title,
  summary: update.summary,
  content_text: [update.summary, ...(update.quote ? [update.quote.text] : [])].join('\n\n'),
  ...(update.published && { date_published: update.published }),
  date_modified: update.updated,
  tags: [update.kind, ...(feed.isExample ? ['example'] : [])],
  _open_sanctuary: { kind: update.kind, plan: update.plan, ref: update.ref, quote: update.quote },
});
