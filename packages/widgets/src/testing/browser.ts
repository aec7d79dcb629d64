import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Starts a real Chromium: the one that `CHROMIUM_PATH` names, else the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  const { executablePath, env } = given ? { executablePath: given, env: {} } : await unpackBrowser();
  return chromium.launch({
    executablePath,
    env: { ...stringsOf(process.env), ...env },
    // As root it starts only without its sandbox; no test may reach out of this machine.
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  });
}

/** The packed browser, unpacked once for each version: a folder of its own, or a stale one would be used silently. */
async function unpackBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser came with npm for this system. Set CHROMIUM_PATH to a Chromium or Chrome.');
  }
  const { version } = createRequire(import.meta.resolve('@sparticuz/chromium'))('../package.json') as {
    version: string;
  };
  const folder = join(tmpdir(), `open-sanctuary-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts'),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  // Renamed when complete, so that two test runs at once never see half a browser.
  const temporary = mkdtempSync(`${folder}-`);
  try {
    // Read by the package when it is imported: only so does it bring its own libraries.
    Object.assign(process.env, { TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (!existsSync(folder)) renameSync(temporary, folder);
  } catch (error) {
    throw new Error('The browser that npm brought could not be unpacked. Set CHROMIUM_PATH to use another.', {
      cause: error,
    });
  } finally {
    for (const name of Object.keys(process.env)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
    rmSync(temporary, { recursive: true, force: true });
  }
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
