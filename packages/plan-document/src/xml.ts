import { SaxesParser } from 'saxes';
import { damagedFile, tooMuchInside } from './zip.ts';

/** An element by its name without prefix, as all names here are. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly (XmlElement | string)[];
}

const MOST_ELEMENTS = 4_000_000;
/** A table of a thousand rows holds some twenty thousand. */
const MOST_ELEMENTS_HELD = 500_000;
const DEEPEST = 200;

interface OpenElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

/**
 * Hands on each outermost element with one of the names, whole, and then forgets it; `onOpen` hears of every
 * element outside of these. A document type is refused, so that no entity is ever declared or fetched.
 */
export function walkXml(
  bytes: Uint8Array,
  names: readonly string[],
  onElement: (element: XmlElement) => void,
  onOpen: (name: string, attributes: ReadonlyMap<string, string>) => void = () => {},
): void {
  const wanted = new Set(names);
  const open: OpenElement[] = [];
  let depth = 0;
  let elements = 0;
  let held = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw damagedFile('its text cannot be told from its markup');
  });
  parser.on('doctype', () => {
    throw damagedFile('it declares a document type, which such files never do');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    elements += 1;
    if (elements > MOST_ELEMENTS || depth > DEEPEST) throw tooMuchInside();
    const name = withoutPrefix(tag.name);
    const attributes = new Map(
      Object.entries(tag.attributes).map(([key, value]) => [withoutPrefix(key), value]),
    );
    held = open.length === 0 ? 0 : held + 1;
    if (held > MOST_ELEMENTS_HELD) throw tooMuchInside();
    if (open.length === 0 && !wanted.has(name)) onOpen(name, attributes);
    else open.push({ name, attributes, children: [] });
  });
  const addText = (text: string) => void open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else onElement(closed);
  });
  parser.write(decodeXml(bytes)).close();
}

/** The first element of this name, whole; for small parts. */
export function findXml(bytes: Uint8Array, name: string): XmlElement | null {
  let found: XmlElement | null = null;
  walkXml(bytes, [name], (element) => (found ??= element));
  return found;
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damagedFile('its letters are not written as it says');
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function listElements(parent: XmlElement | null | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Follows names downwards, the first element of each. */
export function findElement(parent: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let found: XmlElement | null = parent ?? null;
  for (const name of path) found = listElements(found, name)[0] ?? null;
  return found;
}

export function getText(element: XmlElement | null | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : getText(child)))
    .join('');
}
