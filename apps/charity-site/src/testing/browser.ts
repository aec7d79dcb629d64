import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Starts a real Chromium: the one that `CHROMIUM_PATH` names, else the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  const folder = given ? undefined : await unpackBrowser();
  return chromium.launch({
    executablePath: given ?? join(folder ?? '', 'chromium'),
    ...(folder && {
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), ...fonts(folder) },
    }),
    // As root it starts only without its sandbox; no test may reach out of this machine.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-pings'],
  });
}

const fonts = (folder: string) => ({
  FONTCONFIG_PATH: existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts'),
});

/** The folder of the packed browser, unpacked once for each version. */
async function unpackBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser came with npm for this system. Set CHROMIUM_PATH to a Chromium or Chrome.');
  }
  const { version } = createRequire(import.meta.resolve('@sparticuz/chromium'))('../package.json') as {
    version: string;
  };
  const folder = join(tmpdir(), `open-sanctuary-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  // Renamed when complete, so that two test runs at once never see half a browser.
  const temporary = mkdtempSync(`${folder}-`);
  const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  try {
    // Read by the package when it is imported: only so does it bring its own libraries.
    Object.assign(process.env, { TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (!existsSync(folder)) renameSync(temporary, folder);
    return folder;
  } finally {
    for (const [name, value] of Object.entries({
      TMPDIR,
      AWS_EXECUTION_ENV,
      LD_LIBRARY_PATH,
      FONTCONFIG_PATH,
    })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    rmSync(temporary, { recursive: true, force: true });
  }
}
