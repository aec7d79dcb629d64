import SchemaBuilder, { BasePlugin, PothosValidationError } from '@pothos/core';
import type { PothosOutputFieldConfig, SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { ExpectedError } from './errors.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      refuseWrongId: RefuseWrongId<Types>;
    }
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/** Says of an id of something else, such as of a group where a term is asked for, that it is the caller's mistake. */
class RefuseWrongId<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapArgMappers(
    resolve: Resolver<Types> | undefined,
    field: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> | undefined {
    if (!resolve || field.argMappers.length === 0) return resolve;
    return (parent, args, context, info) => {
      try {
        return resolve(parent, args, context, info);
      } catch (error) {
        if (!(error instanceof PothosValidationError)) throw error;
        throw new ExpectedError('An id is of something else than what is asked for.', 'INVALID_INPUT');
      }
    };
  }
}

export const refuseWrongId = 'refuseWrongId' as const;

SchemaBuilder.registerPlugin(refuseWrongId, RefuseWrongId);
