import { listElements, findXml } from './xml.ts';
import type { Zip } from './zip.ts';

export interface Relation {
  id: string;
  /** The last word of its type: "styles", "worksheet" … */
  kind: string;
  part: string;
}

/** What a part of a Word or Excel file leads to inside the same file; what lies outside is never fetched. */
export function listRelations(zip: Zip, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return [];
  return listElements(findXml(zip.get(name), 'Relationships'), 'Relationship').flatMap(({ attributes }) => {
    const target = attributes.get('Target');
    if (target === undefined || attributes.get('TargetMode') === 'External') return [];
    const type = attributes.get('Type') ?? '';
    return [
      {
        id: attributes.get('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        part: resolvePart(folder, target),
      },
    ];
  });
}

/** The part that the file is about. */
export function findMainPart(zip: Zip, otherwise: string): string {
  return listRelations(zip, '').find(({ kind }) => kind === 'officeDocument')?.part ?? otherwise;
}

export function findPart(zip: Zip, relations: readonly Relation[], kind: string): Uint8Array | null {
  const part = relations.find((relation) => relation.kind === kind)?.part;
  return part !== undefined && zip.has(part) ? zip.get(part) : null;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
