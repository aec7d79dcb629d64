import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** What a person who has just started the server wants to know. */
export async function describeStart(environment: Environment, firstToken: string | null): Promise<string> {
  const { publicUrl, databaseUrl, dataFolder } = environment;
  return [
    '',
    'Open Sanctuary is running.',
    `  Playground        ${publicUrl}/graphql`,
    `  Council site      ${environment.councilSiteUrl}`,
    `  A charity's site  ${environment.charitySiteUrl}`,
    '',
    ...(databaseUrl
      ? ['  Data: PostgreSQL (DATABASE_URL).']
      : [
          `  Data: the embedded engine, in ${dataFolder}.`,
          '  It survives a killed process but not a power cut, and is for trying things out:',
          '  a council’s real data needs PostgreSQL (set DATABASE_URL).',
        ]),
    ...(firstToken ? ['', ...(await describeToken(firstToken, dataFolder))] : []),
    '',
  ].join('\n');
}

/** Shown once, on a terminal. Without one the output may be somebody's log, where a token must never be. */
async function describeToken(token: string, dataFolder: string): Promise<string[]> {
  if (process.stdout.isTTY) {
    return [
      `  Your management token, shown this once: ${token}`,
      '  Send it to /manage/graphql as "Authorization: Bearer …".',
    ];
  }
  const file = join(dataFolder, 'first-management-token');
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return [`  Your management token is in ${file}. Move it to a safe place and delete the file.`];
}
