import { publicSchema } from '@open-sanctuary/graphql-schema';
import { getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { documentLimits, limits } from './document-limits.ts';

/** What a caller reads first. */
const refusalOf = (text: string): string | undefined =>
  validate(publicSchema, parse(text), [...specifiedRules, documentLimits], { maxErrors: 5 })[0]?.message;

describe('no document changes more than five things at once', () => {
  const change = (count: number) =>
    Array.from({ length: count }, (_, n) => `a${n}: reportNothingFound(council: "fairmead")`);
  const tooMany = `This document changes more than ${limits.rootMutations} things at once.`;

  test.each<[string, string, string | undefined]>([
    ['five', `mutation { ${change(5).join(' ')} }`, undefined],
    ['six', `mutation { ${change(6).join(' ')} }`, tooMany],
    ['six in a fragment', `mutation { ...All } fragment All on Mutation { ${change(6).join(' ')} }`, tooMany],
    ['six in a fragment without a name', `mutation { ... { ${change(6).join(' ')} } }`, tooMany],
    [
      'six in a fragment and beside it',
      `fragment All on Mutation { ${change(6).slice(1).join(' ')} } mutation { ${change(1)[0]} ...All }`,
      tooMany,
    ],
    [
      'five, and another operation that is not run',
      `mutation A { ${change(5).join(' ')} } mutation B { ${change(5).join(' ')} }`,
      undefined,
    ],
  ])('%s', (_what, text, refusal) => expect(refusalOf(text)).toBe(refusal));
});

describe('who asks for too much reads how to ask for less', () => {
  const tooManyFields = `This document selects more than ${limits.selections} fields, fragments counted each time. Ask in two steps.`;
  const type = `type { ...F1 } other: type { ...F1 }`;
  const bomb = `{ __schema { directives { args { ...F0 } } } } ${Array.from(
    { length: 12 },
    (_, n) =>
      `fragment F${n} on ${n ? '__Type' : '__InputValue'} { ${n ? type.replaceAll('type', 'ofType').replaceAll('F1', `F${n + 1}`) : type} }`,
  ).join(' ')} fragment F12 on __Type { name }`;

  test.each<[string, string, string | undefined]>([
    ['the standard question for the schema', getIntrospectionQuery(), undefined],
    ['hundreds of fields', `{ councils { ${'slug '.repeat(950)} } }`, tooManyFields],
    ['hundreds of fields that are not there', `{ councils { ${'slag '.repeat(950)} } }`, tooManyFields],
    [
      'hundreds of fields in a fragment',
      `fragment All on Council { ${'slug '.repeat(950)} } { councils { ...All } }`,
      tooManyFields,
    ],
    [
      'thousands of fields of the schema',
      bomb,
      `This document asks for more than ${limits.schemaSelections} fields of the schema.`,
    ],
    [
      'a subscription',
      'subscription { changed }',
      'There are no subscriptions. Listen to GET /live/<council>, which tells of changes, and ask again.',
    ],
  ])('%s', (_what, text, refusal) => expect(refusalOf(text)).toBe(refusal));
});
