import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableDocument } from './unreadable-document.ts';

/** The parts of a zipped file, each unpacked only when it is asked for. */
export interface Zip {
  names: readonly string[];
  has(name: string): boolean;
  /** The bytes of one part, or UnreadableDocument when it is missing, damaged or not what it says. */
  get(name: string): Uint8Array;
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  header: number;
}

const MEGABYTE = 1024 * 1024;
/** A plan with a hundred pictures has some hundred parts. */
const MOST_ENTRIES = 5000;
const MOST_UNPACKED = 600 * MEGABYTE;
const MOST_UNPACKED_OF_A_PART = 64 * MEGABYTE;
const MOST_UNPACKED_WHEN_READ = 128 * MEGABYTE;
/** Tables of empty cells shrink to a hundredth; what shrinks further, and is large, was made to. */
const MOST_SHRUNK = 250;
const ALWAYS_ALLOWED = 24 * MEGABYTE;

const END_SIGN = 0x06054b50;
const ENTRY_SIGN = 0x02014b50;
const HEADER_SIGN = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const WIDE = 0xffffffff;

/**
 * Opens a zipped file by its directory at the end. Counts, sizes and places are checked before anything is
 * unpacked, and each part is unpacked only up to the size that it declares.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const bodies = placeBodies(entries, bytes, view);
  let unpackedSoFar = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    get(name) {
      const entry = entries.get(name);
      const body = bodies.get(name);
      if (!entry || !body) throw damagedFile(`its part ${describePart(name)} is missing`);
      unpackedSoFar += entry.unpacked;
      if (entry.unpacked > MOST_UNPACKED_OF_A_PART || unpackedSoFar > MOST_UNPACKED_WHEN_READ)
        throw tooMuchInside();
      return unpack(entry, body);
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const from = view.getUint32(end + 16, true);
  const isInParts = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (isInParts || from === WIDE || from + length !== end) throw damagedFile('its directory is not whole');
  if (count > MOST_ENTRIES) throw tooMuchInside();

  const entries = new Map<string, Entry>();
  let at = from;
  let packed = 0;
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGN)
      throw damagedFile('its directory is not whole');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damagedFile('its directory is not whole');
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw protectedFile();
    if (entries.has(entry.name)) throw damagedFile(`it holds ${describePart(entry.name)} twice`);
    entries.set(entry.name, entry);
    packed += entry.packed;
    unpacked += entry.unpacked;
    at = next;
  }
  if (at !== end) throw damagedFile('its directory is not whole');
  if (unpacked > MOST_UNPACKED || (unpacked > ALWAYS_ALLOWED && unpacked > packed * MOST_SHRUNK))
    throw tooMuchInside();
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_SIGN && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw damagedFile('its end is missing');
}

/** Where the bytes of each part lie; parts that share bytes are a trick to unpack the same ones often. */
function placeBodies(
  entries: ReadonlyMap<string, Entry>,
  bytes: Uint8Array,
  view: DataView,
): Map<string, Uint8Array> {
  const bodies = new Map<string, Uint8Array>();
  let taken = 0;
  for (const entry of [...entries.values()].toSorted((a, b) => a.header - b.header)) {
    const { header, name } = entry;
    if (header < taken || header + 30 > bytes.length) throw damagedFile('its parts overlap');
    if (view.getUint32(header, true) !== HEADER_SIGN)
      throw damagedFile(`its part ${describePart(name)} is missing`);
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    taken = from + entry.packed;
    if (taken > bytes.length) throw damagedFile(`its part ${describePart(name)} is cut off`);
    bodies.set(name, bytes.subarray(from, taken));
  }
  return bodies;
}

function unpack({ name, method, unpacked, crc }: Entry, body: Uint8Array): Uint8Array {
  let whole: Uint8Array;
  if (method === 0) whole = body;
  else if (method === 8) {
    try {
      whole = inflateRawSync(body, { maxOutputLength: Math.max(1, unpacked) });
    } catch {
      throw damagedFile(`its part ${describePart(name)} is not what it says`);
    }
  } else throw damagedFile(`its part ${describePart(name)} is packed in an unusual way`);
  if (whole.length !== unpacked || crc32(whole) !== crc)
    throw damagedFile(`its part ${describePart(name)} is not what it says`);
  return whole;
}

function describePart(name: string): string {
  return `“${name.replace(/\p{Cc}/gu, ' ').slice(-60)}”`;
}

export function damagedFile(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'BROKEN_FILE',
    `This file is damaged: ${what}. Open it where it was made and save it again, or fetch it once more.`,
  );
}

export function tooMuchInside(): UnreadableDocument {
  return new UnreadableDocument(
    'TOO_LARGE',
    'Far more is packed into this file than a plan holds. Save the plan alone, as text or CSV.',
  );
}

export function protectedFile(): UnreadableDocument {
  return new UnreadableDocument(
    'PROTECTED',
    'This file is protected with a password. Open it with the password and save a copy without one.',
  );
}
