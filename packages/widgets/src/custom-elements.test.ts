import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { expect, test } from 'vitest';

/** What partners may rely on: the tag, its attributes, events, parts and properties; nothing of how it is made. */
async function describeElements() {
  const manifest = await cli({
    argv: [
      'analyze',
      '--quiet',
      '--globs',
      'src/widget/*.ts',
      'src/*/{action-tracker,service-finder,steering-group}.ts',
    ],
    cwd: join(import.meta.dirname, '..'),
    noWrite: true,
  });
  // What the tags stand on is told with each of them.
  const modules = manifest.modules
    .filter(({ path }) => !path.startsWith('src/widget/'))
    // Folders list their files in an order of their own.
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
  for (const declaration of modules.flatMap(({ declarations }) => declarations)) {
    const members = declaration.members?.filter(
      (each) =>
        each.kind === 'field' &&
        !each.privacy &&
        !each.static &&
        each.inheritedFrom?.name !== 'WidgetElement',
    );
    declaration.members = (members ?? []).map((each) => ({ ...each, inheritedFrom: undefined }));
    declaration.events = declaration.events?.filter(({ name }) => name) ?? [];
  }
  return { ...manifest, modules };
}

test('custom-elements.json matches the code; `npm run manifest` writes it anew', async () => {
  const manifest = await describeElements();
  await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot('../custom-elements.json');
});
