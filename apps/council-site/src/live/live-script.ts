import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What makes an open page follow its council's changes. */
export const liveScript = readFileSync(new URL('live-page.js', import.meta.url), 'utf8');

/** Named by its content, so that it can be kept for ever. */
export const liveScriptPath = `/live.${createHash('sha256').update(liveScript).digest('hex').slice(0, 16)}.js`;
