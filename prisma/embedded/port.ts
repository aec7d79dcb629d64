// Where there are no Unix sockets the engine is met on a port of this machine's loopback, which everybody here can
// reach: so with a password, new at each start, in a file that only the owner of the data folder can read.
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import type { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export const loopback = '127.0.0.1';

const handshakeMilliseconds = 5000;
const longestHandshake = 10_000;
const protocol3 = 196_608;
const encryptionRequests = new Set([80_877_103, 80_877_104]);
const passwordRequest = Buffer.from([...Buffer.from('R'), 0, 0, 0, 8, 0, 0, 0, 3]);
const passwordMessage = 'p'.charCodeAt(0);

interface Entry {
  port: number;
  password: string;
  /** The engine's process: another program may have got the port of one that was killed. */
  pid: number;
}

export const portFile = (folder: string): string => join(resolve(folder), 'engine.port');

/** Written aside and put in place: nobody ever reads half of it. */
export function writeEntry(file: string, entry: Entry): void {
  writeFileSync(`${file}.unfinished`, JSON.stringify(entry), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

export function findEntry(file: string): Entry | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry;
  } catch {
    return null;
  }
}

/** What `pg` connects by. Each connection reads the file anew: an engine that was started again has another port. */
export function portConnection(file: string) {
  return {
    host: loopback,
    password: () => findEntry(file)?.password ?? '',
    stream: () => {
      const socket = new Socket();
      const connect = socket.connect.bind(socket);
      socket.connect = () => {
        const entry = findEntry(file);
        return entry
          ? connect(entry.port, loopback)
          : socket.destroy(new Error('The embedded database does not run.'));
      };
      return socket;
    },
  };
}

/** The socket server knows no passwords: with this, not a byte gets to it from whoever has not sent the right one. */
export function demandPassword(server: PGLiteSocketServer, password: string): void {
  const inside = server as unknown as { handleConnection(socket: Socket): Promise<void> };
  const handOn = inside.handleConnection.bind(server);
  inside.handleConnection = async (socket) => admit(socket, password, handOn);
}

/** Plays the beginning of the protocol as PostgreSQL does, and hands on a connection that begins with it again. */
function admit(socket: Socket, password: string, handOn: (socket: Socket) => Promise<void>) {
  let received: Buffer = Buffer.alloc(0);
  let startup: Buffer | null = null;
  const leave = () => socket.destroy();
  socket.setTimeout(handshakeMilliseconds, leave);
  const tooLate = setTimeout(leave, handshakeMilliseconds);
  socket.once('close', () => clearTimeout(tooLate));

  /** Takes the next whole message, whose length stands at `offset` and counts itself; null when it has not all come. */
  const take = (offset: number): Buffer | null => {
    if (received.length < offset + 4) return null;
    const end = offset + received.readUInt32BE(offset);
    if (end < offset + 4 || received.length < end) return null;
    const message = received.subarray(0, end);
    received = received.subarray(end);
    return message;
  };

  const read = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length > longestHandshake) return leave();
    while (!startup) {
      const message = take(0);
      if (!message) return;
      const code = message.length < 8 ? 0 : message.readUInt32BE(4);
      if (code === protocol3) {
        startup = message;
        socket.write(passwordRequest);
      } else if (encryptionRequests.has(code)) socket.write('N');
      else return leave();
    }
    const message = take(1);
    if (!message) return;
    if (message[0] !== passwordMessage || !isSame(message.subarray(5, -1), password)) {
      return socket.end(refusal('password authentication failed'));
    }
    clearTimeout(tooLate);
    socket.setTimeout(0).off('timeout', leave).off('error', leave).off('data', read);
    socket.pause();
    socket.unshift(Buffer.concat([startup, received]));
    void handOn(socket);
    socket.resume();
  };
  socket.on('error', leave).on('data', read);
}

/** Takes as long for a password that is nearly right. */
function isSame(given: Buffer, password: string): boolean {
  const digest = (text: Buffer | string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(password));
}

function refusal(reason: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C28P01\0M${reason}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
