import { readPostcode } from '@open-sanctuary/service-rules/postcode';
import { createReadStream } from 'node:fs';
import { fromNationalGrid } from './national-grid.ts';

/** What published files of postcodes look like inside; their names say nothing. */
export type PostcodeFileKind = 'CODE_POINT_OPEN' | 'ONSPD' | 'PLAIN';

export interface ReadPlace {
  code: string;
  sector: string;
  outcode: string;
  /** Degrees, to five decimals: about a metre. */
  latitude: number;
  longitude: number;
}

/** Why a line is left out. */
export type LeftOut = 'terminated' | 'without a place' | 'not readable';

export type PostcodeLine = { place: ReadPlace } | { leftOut: LeftOut };

type ReadLine = (fields: readonly string[]) => PostcodeLine;

export interface PostcodeFormat {
  kind: PostcodeFileKind;
  hasHeader: boolean;
  read: ReadLine;
}

const place = (code: string, latitude: number, longitude: number): PostcodeLine => {
  const postcode = readPostcode(code);
  if ('problem' in postcode || !postcode.isFull || postcode.sector === null)
    return { leftOut: 'not readable' };
  // Where the place is not known, ONSPD says 99.999999 north.
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isOnEarth) return { leftOut: latitude > 90 ? 'without a place' : 'not readable' };
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    place: {
      code: postcode.code,
      sector: postcode.sector,
      outcode: postcode.outcode,
      latitude: round(latitude),
      longitude: round(longitude),
    },
  };
};

const number = (field: string | undefined) => (field?.trim() ? Number(field) : NaN);

/** What a file is by its first line, or null. Code-Point Open has no header; the others name their columns. */
export function findFormat(firstLine: string): PostcodeFormat | null {
  const fields = splitLine(firstLine);
  const postcode = readPostcode(fields[0] ?? '');
  if ('code' in postcode && postcode.isFull && [1, 2, 3].every((column) => number(fields[column]) >= 0)) {
    return {
      kind: 'CODE_POINT_OPEN',
      hasHeader: false,
      read: ([code = '', , east, north]) => {
        const [metresEast, metresNorth] = [number(east), number(north)];
        if (metresEast === 0 && metresNorth === 0) return { leftOut: 'without a place' };
        const { latitude, longitude } = fromNationalGrid(metresEast, metresNorth);
        return place(code, latitude, longitude);
      },
    };
  }
  const header = fields.map((field) => field.trim().toLowerCase());
  const column = (...names: string[]) =>
    names.map((name) => header.indexOf(name)).find((at) => at >= 0) ?? -1;
  const code = column('pcds', 'pcd', 'pcd8', 'pcd7', 'postcode');
  const latitude = column('lat', 'latitude');
  const longitude = column('long', 'longitude');
  const ended = column('doterm');
  if (code < 0 || latitude < 0 || longitude < 0) return null;
  return {
    kind: ended < 0 ? 'PLAIN' : 'ONSPD',
    hasHeader: true,
    read: (values) =>
      values[ended]?.trim()
        ? { leftOut: 'terminated' }
        : place(values[code] ?? '', number(values[latitude]), number(values[longitude])),
  };
}

/** The fields of one line of CSV; a field in quotes may hold commas and doubled quotes. */
export function splitLine(line: string): string[] {
  const parts = line.split(',');
  if (!line.includes('"')) return parts;
  const fields: string[] = [];
  let begun = '';
  for (const part of parts) {
    const field = begun ? `${begun},${part}` : part;
    begun = isWhole(field) ? '' : field;
    if (!begun) fields.push(unquote(field));
  }
  return begun ? [...fields, unquote(begun)] : fields;
}

/** Whether a field that begins with a quote ends with its own. Nearly all have no other, which is quickly seen. */
const isWhole = (field: string) =>
  !field.startsWith('"') || field.indexOf('"', 1) === field.length - 1 || field.split('"').length % 2 === 1;

const unquote = (field: string) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);

const LONGEST_LINE = 10_000;

/** The lines of a text file of any size, without those that are empty; memory stays that of one piece. */
export async function* readLines(path: string): AsyncGenerator<string[]> {
  let rest = '';
  let isFirst = true;
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + (isFirst ? String(piece).replace(/^\uFEFF/, '') : String(piece))).split('\n');
    isFirst = false;
    // What has no lines is no list, and must not fill the memory.
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    yield lines.map((line) => line.trimEnd()).filter(Boolean);
  }
  if (rest.trim()) yield [rest.trimEnd()];
}
