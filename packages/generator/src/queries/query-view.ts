import type { OutputColumn } from '@suitewright/suiteql';
import type { AccountPlan } from '../plan/account-plan.js';
import { docComment } from '../plan/doc-comment.js';
import type { FileImports } from '../plan/file-imports.js';
import type { InterfaceView, QueryView } from '../plan/generation-plan.js';
import { pascalCase } from '../plan/pascal-case.js';
import { columnType } from '../plan/row-plan.js';
import { propertyKey, textLiteral } from '../plan/text-literal.js';
import { uniqueName } from '../plan/unique-name.js';
import { columnKind, type QueryParameter } from './query-parameters.js';
import type { QuerySource } from './query-source.js';
import { templateLiteral } from './template-literal.js';
import type { TypedQuery } from './typed-query.js';

/** The file that the queries are planned for. */
export interface QueriesPlace {
  readonly account: AccountPlan;
  readonly imports: FileImports;
  /** Names of types that are gone. */
  readonly taken: Set<string>;
}

/** A query's function, and the types of its parameters and rows. */
export function queryView(
  { query, text, slots, parameters, columns }: TypedQuery<QuerySource>,
  place: QueriesPlace,
): QueryView {
  const { name, documentation, source } = query;
  const type = uniqueName(pascalCase(name), { taken: place.taken, separator: '' });
  const given =
    parameters.length === 0 ? null : parametersView(`${type}Parameters`, { name, parameters }, place);
  return {
    constant: name,
    comment: docComment([...documentation.texts, `From ${source.name}.`]),
    parameters: given,
    row: {
      name: `${type}Row`,
      comment: docComment([`A row of \`${name}\`.`]),
      members: columns.map((column) => ({
        comment: [],
        key: propertyKey(column.name),
        type: outputType(column, place),
      })),
    },
    type: `(${given === null ? '' : `parameters: ${given.name}`}) => Query<${type}Row>`,
    name: textLiteral(name),
    text: templateLiteral(text),
    slots: slots.map((slot) => ({
      name: textLiteral(slot.name),
      kind: textLiteral(slot.kind),
      options: slotOptions(slot),
    })),
    columns: columns.map((column) => ({
      key: propertyKey(column.name),
      kind: textLiteral(columnKind(column.kind) ?? 'text'),
    })),
  };
}

/** Begun by a comma, or empty. */
function slotOptions({ memberOf, isRowCount }: TypedQuery['slots'][number]): string {
  if (isRowCount) return ', rowCount: true';
  if (memberOf === null) return '';
  return `, memberOf: ${textLiteral(memberOf.operand)}${memberOf.negated ? ', negated: true' : ''}`;
}

function parametersView(
  typeName: string,
  { name, parameters }: { readonly name: string; readonly parameters: readonly QueryParameter[] },
  place: QueriesPlace,
): InterfaceView {
  return {
    name: typeName,
    comment: docComment([`What \`${name}\` asks for.`]),
    members: parameters.map((parameter) => ({
      comment: docComment([parameter.text], { indent: 2 }),
      key: propertyKey(parameter.name),
      type: parameterType(parameter, place),
    })),
  };
}

function parameterType({ kind, list }: QueryParameter, { account, imports }: QueriesPlace): string {
  const type = inputType();
  if (!list) return type;
  return type.includes(' ') ? `readonly (${type})[]` : `readonly ${type}[]`;

  function inputType(): string {
    if (kind === null) return 'string | number | boolean';
    if (kind === 'id') return 'string | number';
    if (kind.startsWith('multi:')) return 'string';
    const column = columnType(kind, { table: '', column: null, account, imports });
    return kind.startsWith('ref:') ? `${column} | number` : column;
  }
}

function outputType({ kind, nullable, origin }: OutputColumn, { account, imports }: QueriesPlace): string {
  const known = columnKind(kind) ?? 'text';
  const type =
    known === 'id' && origin === null
      ? 'string'
      : columnType(known, {
          table: origin?.table ?? '',
          column: origin?.column ?? null,
          account,
          imports,
        });
  return nullable ? `${type} | null` : type;
}
