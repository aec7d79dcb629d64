import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { actionTrackerStyles } from '@open-sanctuary/widgets/action-tracker/action-tracker.styles';
import { serviceFinderStyles } from '@open-sanctuary/widgets/service-finder/service-finder.styles';
import { steeringGroupStyles } from '@open-sanctuary/widgets/steering-group/steering-group.styles';
import { look } from '@open-sanctuary/widgets/look';
import { formStyles } from '@open-sanctuary/widgets/look/form.styles';
import { partsStyles } from '@open-sanctuary/widgets/look/parts.styles';
import { statusStyles } from '@open-sanctuary/widgets/look/status.styles';

const grounds = look + statusStyles;

/** The widget decides by its page's text colour whether it is dark; a page without script asks the reader's system. */
const darkRules = [...grounds.matchAll(/[^{}]*\.dark\b[^{}]*\{[^{}]*\}/g)]
  .map(([rule]) => rule.replace(/\.dark (?=\.)/g, '.sanctuary ').replaceAll('.dark', ''))
  .join('');

/** All that the pages look like, with the views of the widgets in the frame that they know. */
export const stylesheet = [
  ...[
    '../site.css',
    '../report/report.css',
    '../compare/compare.css',
    '../members/members.css',
    '../services/services.css',
  ].map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')),
  grounds,
  `.sanctuary { ${partsStyles} ${formStyles} ${actionTrackerStyles} ${steeringGroupStyles} ${serviceFinderStyles} }`,
  `@media (prefers-color-scheme: dark) { ${darkRules} }`,
].join('\n');

/** Named by its content, so that it can be kept for ever. */
export const stylesheetPath = `/site.${createHash('sha256').update(stylesheet).digest('hex').slice(0, 16)}.css`;
