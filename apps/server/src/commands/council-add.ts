import { connectManagement } from '@open-sanctuary/database/client';
import { openDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import { asOneLine, ExpectedFailure, readOptions, runCommand } from './run-command.ts';

const usage = `npm run council:add -- --slug fairmead --name "Fairmead Borough Council" [options]
  --slug                 its short name in web addresses: a-z, 0-9 and single dashes, at most 60
  --name                 its full name
  --kind                 BOROUGH, CITY, COUNTY, DISTRICT or PARISH (BOROUGH when not given)
  --code                 its official code, such as E09000012
  --time-zone            Europe/London when not given
  --contact-email        where residents can write to
  --site-url             address of the council's own page, https://…
  --report-every-months  how often it has promised to report, 1 to 60`;

/** Under these names the council site has pages of its own. */
const takenSlugs = new Set(['accessibility', 'compare', 'developers', 'how-we-count', 'privacy']);

const kinds = ['BOROUGH', 'CITY', 'COUNTY', 'DISTRICT', 'PARISH'] as const;

await runCommand(usage, async () => {
  const council = readCouncil();
  const management = connectManagement(await openDatabase(readEnvironment(process.env)));
  try {
    await management.write('ADMINISTRATOR', async (tx) => {
      const existing = await tx.council.findUnique({ where: { slug: council.slug } });
      if (existing) {
        throw new ExpectedFailure(
          `There is a council with the slug "${council.slug}" already: ${asOneLine(existing.name)}. Choose another --slug, or import a plan for it: npm run plan:import -- --council ${council.slug} --plan … FILE`,
        );
      }
      await tx.council.createMany({ data: [council] });
    });
  } finally {
    await management.close();
  }
  console.log(`Added ${council.name} (${council.slug}), ${council.kind.toLowerCase()}, ${council.timeZone}.`);
  console.log(`Next: npm run plan:import -- --council ${council.slug} --plan 2026-2029 FILE`);
});

function readCouncil() {
  const { values, positionals } = readOptions(usage, {
    slug: { type: 'string' },
    name: { type: 'string' },
    kind: { type: 'string', default: 'BOROUGH' },
    code: { type: 'string' },
    'time-zone': { type: 'string', default: 'Europe/London' },
    'contact-email': { type: 'string' },
    'site-url': { type: 'string' },
    'report-every-months': { type: 'string' },
  });
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new ExpectedFailure(
      `"${asOneLine(stray)}" belongs to no option. Put a name of several words in quotes: --name "Fairmead Borough Council".`,
    );
  }
  const slug = values.slug ?? '';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
    throw new ExpectedFailure(
      slug === ''
        ? `--slug is needed.\n${usage}`
        : `--slug "${asOneLine(slug)}" can't stand in a web address: use a-z, 0-9 and single dashes, at most 60 characters, such as tower-hamlets.`,
    );
  }
  if (takenSlugs.has(slug)) {
    throw new ExpectedFailure(
      `--slug "${slug}" is the address of another page of the council site. Choose another.`,
    );
  }
  const name = asOneLine(values.name ?? '').replace(/\p{Bidi_Control}/gu, '');
  if (name === '' || name.length > 200) {
    throw new ExpectedFailure(`--name is needed: the council's full name, at most 200 characters.`);
  }
  const kind = kinds.find((known) => known === values.kind.toUpperCase());
  if (!kind)
    throw new ExpectedFailure(`--kind "${asOneLine(values.kind)}" is not known: use ${kinds.join(', ')}.`);
  return {
    slug,
    name,
    kind,
    officialCode: check(values.code, 'code', 'a letter and eight digits, such as E09000012', (code) =>
      /^[EWSN]\d{8}$/.test(code),
    ),
    timeZone:
      check(values['time-zone'], 'time-zone', 'a name such as Europe/London', isTimeZone) ?? 'Europe/London',
    contactEmail: check(
      values['contact-email'],
      'contact-email',
      'an address such as sanctuary@example.org',
      (email) => /^[^\s@<>",;]{1,64}@[^\s@<>",;.]+(\.[^\s@<>",;.]+)+$/.test(email) && email.length <= 254,
    ),
    siteUrl: check(
      values['site-url'],
      'site-url',
      'an address that starts with https:// or http://',
      isWebAddress,
    ),
    reportingEveryMonths: toNumber(
      check(values['report-every-months'], 'report-every-months', 'a whole number from 1 to 60', (months) =>
        /^([1-9]|[1-5]\d|60)$/.test(months),
      ),
    ),
  };
}

function check(
  value: string | undefined,
  option: string,
  wanted: string,
  isRight: (value: string) => boolean,
): string | null {
  if (value === undefined) return null;
  if (isRight(value)) return value;
  throw new ExpectedFailure(`--${option} "${asOneLine(value)}" can't be used: it must be ${wanted}.`);
}

function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function isTimeZone(name: string): boolean {
  // Offsets such as +01:00 are accepted by Intl, but know no summer time.
  return (
    (name === 'UTC' || name.includes('/')) && Intl.supportedValuesOf('timeZone').concat('UTC').includes(name)
  );
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && text.length <= 500;
}
