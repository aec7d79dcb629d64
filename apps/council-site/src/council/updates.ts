import { z } from 'zod';
import { RegisterUnreachable, type Register } from '../register/register.ts';

const feed = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      date_modified: z.string(),
      _open_sanctuary: z.object({ plan: z.string(), ref: z.string().nullable() }),
    }),
  ),
});

/** One thing that happened in a plan. */
export interface Update {
  readonly title: string;
  /** The moment. */
  readonly at: string;
  readonly plan: string;
  /** The action that it is about, if it is about one. */
  readonly ref: string | null;
}

/** What a council's feed tells, newest first; nothing while it cannot be had. */
export async function findUpdates(register: Register, council: string): Promise<Update[] | undefined> {
  try {
    const { items } = feed.parse(
      await register.fetchFile(`/feeds/${encodeURIComponent(council)}/updates.json`),
    );
    return items.map(({ title, date_modified: at, _open_sanctuary: { plan, ref } }) => ({
      title,
      at,
      plan,
      ref,
    }));
  } catch (error) {
    if (error instanceof RegisterUnreachable || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
