import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(0, { error: 'is below 0' })
  .max(65_535, { error: 'is above 65535' });
const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not a web address such as http://localhost:4000' })
  .transform((url) => url.replace(/\/$/, ''));

const variables = z.object({
  PORT: port.default(4000),
  COUNCIL_SITE_PORT: port.default(4001),
  CHARITY_SITE_PORT: port.default(4002),
  PUBLIC_URL: webAddress.optional(),
  COUNCIL_SITE_URL: webAddress.optional(),
  CHARITY_SITE_URL: webAddress.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not an address that begins with postgresql://' })
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DEMO: z.enum(['0', '1']).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SITE_KEY: z.string().min(24).optional(),
  RELOAD_URL: z.url({ protocol: /^http$/, hostname: /^localhost$/ }).optional(),
});

/** Their values go into no message. */
const secrets = new Set<PropertyKey>(['DATABASE_URL', 'SITE_KEY']);

/** One of the environment's variables has a value that can't be used. */
export class WrongEnvironment extends Error {
  override name = 'WrongEnvironment';
}

export type Environment = ReturnType<typeof readEnvironment>;

/** Everything that the environment decides, read once and checked. `.env.example` explains each variable. */
export function readEnvironment(given: NodeJS.ProcessEnv) {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const { success, data, error } = variables.safeParse(known);
  if (!success) {
    const problems = error.issues.map(({ path: [name = ''], message }) => {
      const value = secrets.has(name) ? 'a secret that is not shown' : JSON.stringify(known[String(name)]);
      return `  ${String(name)} = ${value}: ${message}`;
    });
    throw new WrongEnvironment(
      `These variables of the environment can't be used (see .env.example):\n${problems.join('\n')}`,
    );
  }
  return {
    port: data.PORT,
    councilSitePort: data.COUNCIL_SITE_PORT,
    charitySitePort: data.CHARITY_SITE_PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    councilSiteUrl: data.COUNCIL_SITE_URL ?? `http://localhost:${data.COUNCIL_SITE_PORT}`,
    charitySiteUrl: data.CHARITY_SITE_URL ?? `http://localhost:${data.CHARITY_SITE_PORT}`,
    databaseUrl: data.DATABASE_URL,
    dataFolder: resolve(import.meta.dirname, '../../..', data.DATA_DIR),
    demo: data.DEMO,
    trustedProxies: data.TRUSTED_PROXIES,
    siteKey: data.SITE_KEY,
    /** Set in development alone. */
    reloadUrl: data.RELOAD_URL,
  };
}
