import { emit, plan, readTemplates } from '@suitewright/generator';
import type { FieldSchema, FieldType, RecordSchema } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';
import { accountPlan } from '../../../packages/generator/src/plan/account-plan.js';
import { sharedTypes } from '../../../packages/generator/src/plan/shared-types.js';

function field(type: FieldType, readOnly = false): FieldSchema {
  return { type, label: null, description: null, readOnly, custom: false, filterable: false };
}

function choice(...values: string[]): FieldSchema {
  return field({ kind: 'enum', values });
}

function sharedEnumNames(records: Readonly<Record<string, Readonly<Record<string, FieldSchema>>>>): string[] {
  const schemas = Object.entries(records).map(([name, fields]): [string, RecordSchema] => [
    name,
    { restName: name, label: null, custom: null, table: null, fields },
  ]);
  const account = accountPlan({
    format: 1,
    account: { bindParameters: null, timeZone: null },
    records: Object.fromEntries(schemas),
    tables: {},
  });
  return [...sharedTypes(account).enums.values()].map(({ name, values }) => `${name} = ${values.join('|')}`);
}

describe('types that several fields share', () => {
  it('bear the words that the names of the fields end with', () => {
    const fields = { billCountry: choice('DE'), shipCountry: choice('DE') };
    expect(sharedEnumNames({ order: fields, quote: fields })).toEqual(['Country = DE']);
  });

  it('bear the name of the record where it is the only one', () => {
    expect(sharedEnumNames({ order: { billCountry: choice('DE'), shipCountry: choice('DE') } })).toEqual([
      'OrderCountry = DE',
    ]);
  });

  it('leave the short name to the one that most fields have', () => {
    expect(
      sharedEnumNames({
        a: { status: choice('rare') },
        b: { status: choice('rare') },
        c: { status: choice('usual') },
        d: { status: choice('usual') },
        e: { status: choice('usual') },
      }),
    ).toEqual(['AStatus = rare', 'Status = usual']);
  });

  it('are not shared for values of one character, unless the names of the fields end alike', () => {
    const fields = { weightUnit: choice('1', '2'), subscriptionStatus: choice('1', '2') };
    expect(sharedEnumNames({ item: fields, customer: fields })).toEqual([
      'SubscriptionStatus = 1|2',
      'WeightUnit = 1|2',
    ]);
    const matches = { streetMatch: choice('N', 'Y'), zipMatch: choice('N', 'Y') };
    expect(sharedEnumNames({ order: matches, quote: matches })).toEqual(['Match = N|Y']);
  });

  it('are not made for a single field, nor for fields that nobody can set', () => {
    expect(
      sharedEnumNames({
        order: { status: choice('A'), stage: field({ kind: 'enum', values: ['B'] }, true) },
        quote: { stage: field({ kind: 'enum', values: ['B'] }, true) },
      }),
    ).toEqual([]);
  });

  it('are written whatever their length, an enum without choices too', async () => {
    const long = `custbody_${'a_very_long_name_'.repeat(5)}`;
    const fields = { [`${long}one`]: choice(), [`${long}two`]: choice() };
    const schemas = ['order', 'quote'].map((name): [string, RecordSchema] => [
      name,
      { restName: name.repeat(8), label: null, custom: null, table: null, fields },
    ]);
    const files = emit(
      plan({
        format: 1,
        account: { bindParameters: null, timeZone: null },
        records: Object.fromEntries(schemas),
        tables: {},
      }),
      await readTemplates(null),
    );
    expect(files.find(({ name }) => name === 'enums.ts')?.text).toMatch(/export type \w{60,} = never;\n/);
  });

  it('do not take the name of a record', () => {
    const fields = { customerRow: choice('x') };
    expect(sharedEnumNames({ customer: fields, order: fields })).toEqual(['CustomerCustomerRow = x']);
  });
});
