import { z } from 'zod';
import { RegisterUnreachable, type Register } from '../register/register.ts';

const manifest = z.object({
  versions: z.array(
    z.object({
      version: z.string(),
      path: z.string().startsWith('/'),
      integrity: z.string().regex(/^sha(256|384|512)-[A-Za-z0-9+/=]+$/),
      bytes: z.number(),
      brotliBytes: z.number(),
    }),
  ),
});

export type WidgetVersion = z.infer<typeof manifest>['versions'][number];

/** The newest published version; nothing while the list cannot be had. */
export async function findNewestVersion(register: Register): Promise<WidgetVersion | undefined> {
  try {
    const { versions } = manifest.parse(await register.fetchFile('/embed/manifest.json'));
    return versions.toSorted((one, other) =>
      other.version.localeCompare(one.version, 'en', { numeric: true }),
    )[0];
  } catch (error) {
    if (error instanceof RegisterUnreachable || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
