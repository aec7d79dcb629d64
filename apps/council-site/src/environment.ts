import { z } from 'zod';

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not a web address such as http://localhost:4000',
});

const port = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(0, { error: 'is below 0' })
  .max(65_535, { error: 'is above 65535' });

const reloadAddress = z.url({
  protocol: /^http$/,
  hostname: /^localhost$/,
  error: 'is not an address of this machine such as http://localhost:4003',
});

const variables = z.object({
  PORT: port.default(4000),
  COUNCIL_SITE_PORT: port.default(4001),
  PUBLIC_URL: webAddress.optional(),
  API_URL: webAddress.optional(),
  COUNCIL_SITE_URL: webAddress.optional(),
  COUNCIL: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'is not a short name such as hackney' })
    .optional(),
  SITE_KEY: z.string().min(24, { error: 'is shorter than 24 signs' }).optional(),
  RELOAD_URL: reloadAddress.optional(),
});

export interface Environment {
  readonly port: number;
  /** Where readers' browsers find the API and the widgets. */
  readonly publicUrl: string;
  /** Where this site finds the API; often an address inside of a data centre. */
  readonly apiUrl: string;
  /** This site's own address. */
  readonly siteUrl: string;
  /** The one council that this site serves at its root; without it all are served. */
  readonly council: string | undefined;
  readonly siteKey: string | undefined;
  /** Set in development alone: where open pages hear that they are to load themselves again. */
  readonly reloadUrl?: string | undefined;
}

/** Reads the variables once; an empty one counts as not set. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const read = variables.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value)));
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '));
  }
  const { data } = read;
  const publicUrl = withoutEndSlash(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`);
  return {
    port: data.COUNCIL_SITE_PORT,
    publicUrl,
    apiUrl: withoutEndSlash(data.API_URL ?? publicUrl),
    siteUrl: withoutEndSlash(data.COUNCIL_SITE_URL ?? `http://localhost:${data.COUNCIL_SITE_PORT}`),
    council: data.COUNCIL,
    siteKey: data.SITE_KEY,
    reloadUrl: data.RELOAD_URL,
  };
}

const withoutEndSlash = (address: string): string => address.replace(/\/+$/, '');
