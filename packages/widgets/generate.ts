import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

// Writes generated/: the types of the answers, the documents as strings, and the manifest by which the server knows them.

const contract = readFileSync(new URL('../graphql-schema/schema.graphql', import.meta.url), 'utf8');
const documents = globSync('src/**/*.graphql', { cwd: import.meta.dirname })
  .toSorted()
  .map((location) => ({
    location,
    document: parse(readFileSync(`${import.meta.dirname}/${location}`, 'utf8')),
  }));

const definitions = documents.flatMap(({ document }) => document.definitions);
const fragments = new Map(
  definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

/** A definition with all the fragments that it needs, its own first. */
function withFragments(definition: OperationDefinitionNode | FragmentDefinitionNode): string {
  const needed = new Set<OperationDefinitionNode | FragmentDefinitionNode>([definition]);
  for (const each of needed) {
    visit(each, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`There is no fragment called ${name.value}.`);
        needed.add(fragment);
      },
    });
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...needed] };
  // Commas and line breaks mean nothing to GraphQL, and a shorter text is the same document.
  return print(document).replace(/\s+/g, ' ').trim();
}

const asConstant = (name: string, text: string) =>
  `export const ${name.charAt(0).toLowerCase()}${name.slice(1)} = ${JSON.stringify(text)};`;

const persisted: Record<string, string> = {};
const constants: string[] = [];
for (const definition of definitions) {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) {
    constants.push(asConstant(`${definition.name.value}Fragment`, withFragments(definition)));
  } else if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) {
    const text = withFragments(definition);
    // Sixteen of its digits tell our few documents apart, and every script carries them.
    const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
    persisted[id] = text;
    constants.push(asConstant(`${definition.name.value}Document`, text));
    constants.push(asConstant(`${definition.name.value}DocumentId`, id));
  }
}

const types = await codegen({
  filename: 'operations.ts',
  schema: parse(contract),
  schemaAst: buildSchema(contract),
  documents,
  config: {
    immutableTypes: true,
    enumType: 'string-literal',
    scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
    skipTypename: true,
    inlineFragmentTypes: 'combine',
    useTypeImports: true,
  },
  plugins: [{ operations: {} }],
  pluginMap: { operations },
});

const folder = new URL('generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('operations.ts', folder), types);
writeFileSync(new URL('documents.ts', folder), constants.join('\n') + '\n');
writeFileSync(new URL('persisted-documents.json', folder), JSON.stringify(persisted, null, 2) + '\n');
