import {
  type ColumnSchema,
  type FieldSchema,
  type RecordSchema,
  transactionEntities,
} from '@suitewright/schema';
import { type AccountPlan, type BoundTable, type Target, targetOf } from './account-plan.js';
import { type FileImports, runtimeModule } from './file-imports.js';
import { enumsModule, idType, isEntityTable } from './id-type.js';
import { inFieldOrder } from './order.js';

/** A column of a row interface. */
export interface RowColumn {
  readonly name: string;
  /** As in the schema, but with the narrower target that the record's REST field names. */
  readonly kind: string;
  readonly type: string;
  readonly label: string | null;
  readonly description: string | null;
  /** Null: the column is no reference to one row. */
  readonly target: Target | null;
}

/**
 * The columns that a record's rows show: all standard ones of the table, since SuiteQL answers
 * them for any row, and of the custom ones those that the record has. A subtype such as
 * `salesorder` would otherwise list the custom fields of every other transaction.
 *
 * @param record Null: the table itself, which shows every column.
 */
export function rowColumns(
  { name, table }: BoundTable,
  record: RecordSchema | null,
  { account, imports }: { readonly account: AccountPlan; readonly imports: FileImports },
): readonly RowColumn[] {
  const fields = fieldsByColumn(record);
  const isSubtype = (record?.table?.discriminator.length ?? 0) > 0;
  return inFieldOrder(table.columns)
    .filter(([column, { exposed, custom }]) => exposed && (!custom || !isSubtype || fields.has(column)))
    .map(([column, schema]) => {
      const field = fields.get(column);
      const kind = narrowedKind(column, schema, { record, fields, account });
      const isKey = kind === 'id' || column === table.primaryKey;
      const target = kind.startsWith('ref:') ? targetOf(kind.slice('ref:'.length), account) : null;
      const type = columnType(kind, { table: name, column, account, imports });
      return {
        name: column,
        kind,
        type: isKey ? type : `${type} | null`,
        label: schema.label ?? field?.label ?? null,
        description: schema.description ?? field?.description ?? null,
        target,
      };
    });
}

/** REST writes `tranDate` where SuiteQL writes `trandate`. */
function fieldsByColumn(record: RecordSchema | null): ReadonlyMap<string, FieldSchema> {
  return new Map(Object.entries(record?.fields ?? {}).map(([name, field]) => [name.toLowerCase(), field]));
}

/** SuiteQL says `entity` of any reference to one; REST knows that a sales order's is a customer. */
function narrowedKind(
  column: string,
  { kind }: ColumnSchema,
  {
    record,
    fields,
    account,
  }: {
    readonly record: RecordSchema | null;
    readonly fields: ReadonlyMap<string, FieldSchema>;
    readonly account: AccountPlan;
  },
): string {
  if (kind !== 'ref:entity' || record === null) return kind;
  const type = fields.get(column)?.type;
  const named = type?.kind === 'reference' ? type.record : null;
  const target =
    named ?? (column === 'entity' ? transactionEntities.get(record.restName.toLowerCase()) : undefined);
  return target !== undefined && isEntityTable(target) && account.tables.has(target) ? `ref:${target}` : kind;
}

/** Where a column stands. */
interface ColumnPlace {
  readonly table: string;
  /** Null: none of the table's own. */
  readonly column: string | null;
  readonly account: AccountPlan;
  readonly imports: FileImports;
}

/** The type of a kind's values, NULL aside. */
export function columnType(kind: string, { table, column, account, imports }: ColumnPlace): string {
  const codes = column === null ? undefined : account.codes.get(table)?.get(column);
  if (kind === 'text' && codes !== undefined) {
    imports.addType(enumsModule, codes.name);
    return codes.name;
  }
  switch (kind) {
    case 'id':
      return idType(table, imports);
    case 'text':
      return 'string';
    case 'int':
      return 'number';
    case 'num':
      imports.addType(runtimeModule, 'Decimal');
      return 'Decimal';
    case 'bool':
      return 'boolean';
    case 'date':
      imports.addType(runtimeModule, 'PlainDate');
      return 'PlainDate';
    case 'datetime':
      imports.addType(runtimeModule, 'DateTime');
      return 'DateTime';
    default:
      return referenceType(kind, { account, imports });
  }
}

function referenceType(kind: string, { account, imports }: Pick<ColumnPlace, 'account' | 'imports'>): string {
  const target = targetOf(kind.slice(kind.indexOf(':') + 1), account);
  const id = idType(target.table, imports);
  return kind.startsWith('multi:') ? `readonly ${id}[]` : id;
}
