import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listenTo } from '../testing/listen-to.ts';
import { type RunningServer, startOn } from '../testing/start-on.ts';

const shown = 'Expert by experience, seat 1';
const names = `{ council(slug: "fairmead") { steeringGroup { seats { id state currentTerm { id shownName } } } } }`;

interface Seats {
  council: {
    steeringGroup: {
      seats: { id: string; state: string; currentTerm: { id: string; shownName: string | null } | null }[];
    };
  };
}

describe.each(engines)('a person who sits on a group, on %s', (engine) => {
  let database: TestDatabase;
  let server: RunningServer;
  let token: string;
  let folder: string;
  const logged: unknown[] = [];

  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation((...given) => void logged.push(given));
    database = await startDatabase(engine);
    folder = 'host' in database.at ? database.at.host : await mkdtemp(join(tmpdir(), 'sanctuary-'));
    server = await startOn(database.at, { DATA_DIR: folder });
    token = server.firstToken ?? '';
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
    vi.restoreAllMocks();
  });

  const listSeats = async () => {
    const { data } = await server.ask(names);
    return (data as unknown as Seats).council.steeringGroup.seats;
  };
  const listNames = async () =>
    (await listSeats()).flatMap(({ currentTerm }) => currentTerm?.shownName ?? []);

  const findTerm = async (name: string) =>
    (await listSeats()).find(({ currentTerm }) => currentTerm?.shownName === name)?.currentTerm?.id ?? '';

  async function makeCode(termId: string) {
    const { data } = await server.manage(
      token,
      `mutation { createHolderCode(termId: ${JSON.stringify(termId)}) }`,
    );
    return String((data as { createHolderCode?: unknown }).createHolderCode);
  }

  const submit = (form: Record<string, string>) =>
    fetch(`${server.url}/my-name`, { method: 'POST', body: new URLSearchParams(form) });

  test('reads what can be taken back and what cannot, before and without any code', async () => {
    const response = await fetch(`${server.url}/my-name`);
    const page = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page).toContain('What we cannot take back');
    const arabic = await (await fetch(`${server.url}/my-name?lang=ar`)).text();
    expect(arabic).toContain('dir="rtl"');
    expect(arabic).toContain('ما لا نستطيع استرجاعه');
  });

  test.each(['', 'AAAAA-AAAAA-AAAAA-AAAAA', "' OR 1=1 --", '1'.repeat(500), '\u0000'])(
    'with a wrong code (%j) sees nothing of anybody',
    async (code) => {
      const response = await submit({ code, wish: 'withdraw' });
      expect(response.status).toBe(404);
      const page = await response.text();
      expect(page).toContain('We do not know this code.');
      expect(page).not.toContain('Expert by experience, seat');
      expect(await listNames()).toContain(shown);
    },
  );

  test('takes the name away with a code: at once, in open pages, and without a trace in any log', async () => {
    const termId = await findTerm(shown);
    const code = await makeCode(termId);
    expect(await (await submit({ code })).text()).toContain(`Your name is shown as “${shown}”.`);
    expect(await listNames()).toContain(shown);

    const stream = await listenTo(`${server.url}/live/fairmead`);
    await stream.next();
    const done = await submit({ code: code.toLowerCase().replaceAll('-', ' '), wish: 'withdraw' });
    expect(await done.text()).toContain('Done. Your name is gone.');
    expect(await listNames()).toEqual(['Expert by experience, seat 2']);
    await stream.next();
    stream.close();

    expect(await (await submit({ code })).text()).toContain('No name is shown.');
    expect(JSON.stringify(logged)).not.toContain(shown);
    expect(JSON.stringify(logged)).not.toContain(code);
  });

  test('is asked for the code by a form and nothing else', async () => {
    const before = logged.length;
    for (const code of [['x'], { length: 1 }, null]) {
      const response = await fetch(`${server.url}/my-name`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      expect([response.status, response.headers.get('cache-control')]).toEqual([415, 'no-store']);
    }
    expect(logged.length).toBe(before);
  });

  test('takes the seat from view as well, and it does not read as vacant', async () => {
    const before = await listSeats();
    const termId = await findTerm('Expert by experience, seat 2');
    await submit({ code: await makeCode(termId), wish: 'hide' });
    const after = await listSeats();
    expect(after).toHaveLength(before.length - 1);
    const countVacant = (seats: typeof after) => seats.filter(({ state }) => state === 'VACANT').length;
    expect(countVacant(after)).toBe(countVacant(before));
  });

  test('stays gone after an older copy of the database is restored', async () => {
    await vi.waitFor(async () =>
      expect(await readFile(join(folder, 'erasures.jsonl'), 'utf8')).toContain('NAME_WITHDRAWN'),
    );
    expect(await readFile(join(folder, 'erasures.jsonl'), 'utf8')).not.toContain('Expert');
    await server.close();
    const notes = (await readFile(join(folder, 'erasures.jsonl'), 'utf8')).trim().split('\n');
    const { termId } = JSON.parse(notes[0] ?? '{}') as { termId: string };
    expect(termId).not.toBe('');
    // What the older copy held: the name, its consent, and no note.
    const management = connectManagement(database.at);
    const { councilId } = await management.read.term.findUniqueOrThrow({ where: { id: termId } });
    await database.runAsOwner('DELETE FROM "Erasure"');
    await management.write('TEST', async (tx) => {
      await tx.appearance.update({
        where: { termId },
        data: { form: 'FULL_NAME', consentGivenOn: new Date('2020-01-01'), withdrawnAt: null },
      });
      await tx.shownName.create({ data: { councilId, termId, name: 'Canary restored' } });
    });
    await management.close();
    server = await startOn(database.at, { DATA_DIR: folder });
    expect(await listNames()).not.toContain('Canary restored');
    expect(JSON.stringify(await server.ask(names))).not.toContain('Canary');
  });
});
