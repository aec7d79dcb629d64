import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { expect, test } from 'vitest';

/** What partners may rely on: the tag, its attributes, events, parts and properties; nothing of how it is made. */
async function describeElements() {
  const manifest = await cli({
    argv: ['analyze', '--quiet', '--globs', 'src/action-tracker/action-tracker.ts'],
    cwd: join(import.meta.dirname, '..'),
    noWrite: true,
  });
  for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations)) {
    declaration.members =
      declaration.members?.filter((each) => each.kind === 'field' && !each.privacy && !each.static) ?? [];
    declaration.events = declaration.events?.filter(({ name }) => name) ?? [];
  }
  return manifest;
}

test('custom-elements.json matches the code; `npm run manifest` writes it anew', async () => {
  const manifest = await describeElements();
  await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot('../custom-elements.json');
});
