import SchemaBuilder, { BasePlugin } from '@pothos/core';
import type { PothosOutputFieldConfig, SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { ExpectedError } from './errors.ts';
import { isStorableText, longest } from './text.rules.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      refuseUnstorableText: RefuseUnstorableText<Types>;
    }
  }
}

/** Refuses, at the door of every field that takes arguments, the texts that no record could hold. */
class RefuseUnstorableText<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (Object.keys(field.args).length === 0) return resolve;
    return (parent, args, context, info) => {
      checkTexts(args);
      return resolve(parent, args, context, info);
    };
  }
}

export const refuseUnstorableText = 'refuseUnstorableText' as const;

SchemaBuilder.registerPlugin(refuseUnstorableText, RefuseUnstorableText);

function checkTexts(given: unknown): void {
  if (typeof given === 'string') checkText(given);
  else if (typeof given === 'object' && given !== null) Object.values(given).forEach(checkTexts);
}

function checkText(text: string): void {
  if (!isStorableText(text))
    throw new ExpectedError(
      'A text has a character that cannot be stored (NUL, or half of a pair).',
      'INVALID_INPUT',
    );
  if (text.length > longest.text)
    throw new ExpectedError(`A text may have at most ${longest.text} characters.`, 'INVALID_INPUT');
}
