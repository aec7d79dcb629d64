import { z } from 'zod';

const port = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(0, { error: 'is below 0' })
  .max(65_535, { error: 'is above 65535' });
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not a web address such as http://localhost:4000',
});
const reloadAddress = z.url({
  protocol: /^http$/,
  hostname: /^localhost$/,
  error: 'is not an address of this machine such as http://localhost:4003',
});

const variables = z.object({
  PORT: port.default(4000),
  COUNCIL_SITE_PORT: port.default(4001),
  CHARITY_SITE_PORT: port.default(4002),
  PUBLIC_URL: webAddress.optional(),
  COUNCIL_SITE_URL: webAddress.optional(),
  RELOAD_URL: reloadAddress.optional(),
});

export interface Environment {
  readonly port: number;
  readonly serverUrl: string;
  readonly councilSiteUrl: string;
  /** Set in development alone: where open pages hear that they are to load themselves again. */
  readonly reloadUrl?: string | undefined;
}

/** Reads the variables once; an empty one counts as not set. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  const { data, error } = variables.safeParse(known);
  if (!data) {
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '));
  }
  return {
    port: data.CHARITY_SITE_PORT,
    serverUrl: withoutEndSlash(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`),
    councilSiteUrl: withoutEndSlash(data.COUNCIL_SITE_URL ?? `http://localhost:${data.COUNCIL_SITE_PORT}`),
    reloadUrl: data.RELOAD_URL,
  };
}

const withoutEndSlash = (address: string): string => address.replace(/\/+$/, '');
