import { startCouncilSite, type CouncilSite } from '../council-site.ts';
import { readEnvironment } from '../environment.ts';
import { findFreePort, type RunningServer } from './server.ts';

/** The site over a running server, as its operator starts it. */
export async function startSite(
  server: RunningServer,
  changes: Record<string, string> = {},
): Promise<CouncilSite> {
  const port = String(await findFreePort());
  return startCouncilSite(
    readEnvironment({
      PUBLIC_URL: server.url,
      COUNCIL_SITE_URL: `http://localhost:${port}`,
      COUNCIL_SITE_PORT: port,
      ...changes,
    }),
  );
}

const signs: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The text that stands for a piece of HTML without tags. */
export const decode = (html: string) =>
  html.replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);
