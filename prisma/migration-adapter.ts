import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const internalCharType = 18;
const textType = 25;

/**
 * Prisma's pg adapter as the schema engine needs it. The stock one splits a script at every semicolon, which
 * breaks functions and triggers, refuses the catalogue's type "char", and would use the live database as the
 * scratch one on an engine without CREATE DATABASE.
 */
export class MigrationAdapter extends PrismaPg {
  readonly #scratch: MigrationAdapter | undefined;
  /** Why a migration's script failed; Prisma then only says that its transaction has ended. */
  failure: unknown;

  constructor(at: pg.Pool, scratch?: pg.Pool) {
    super(at);
    this.#scratch = scratch && new MigrationAdapter(scratch);
  }

  override async connect() {
    const adapter = await super.connect();
    const charColumns = new WeakMap<object, number[]>();
    const inner = adapter as unknown as {
      performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }>;
    };
    const performIO = inner.performIO.bind(adapter);
    inner.performIO = async (query) => {
      const result = await performIO(query);
      const chars = result.fields.flatMap((field, i) => (field.dataTypeID === internalCharType ? [i] : []));
      charColumns.set(query, chars);
      for (const i of chars) Object.assign(result.fields[i] ?? {}, { dataTypeID: textType });
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query): Promise<SqlResultSet> => {
      const result = await queryRaw(query);
      for (const i of charColumns.get(query) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure ??= error;
        throw error;
      }
    };
    return adapter;
  }

  override async connectToShadowDb() {
    if (!this.#scratch) throw new Error('No scratch database was given, so migrations cannot be compared.');
    return this.#scratch.connect();
  }
}
