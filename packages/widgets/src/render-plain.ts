import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';

/** A view as plain HTML, without the marks by which Lit would find its places again. For servers only. */
export const renderPlain = (template: unknown): string =>
  collectResultSync(render(template)).replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, '');
