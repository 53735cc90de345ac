import { check, functionCatalogue } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';
import { catalog } from './small-catalog.js';

// "SuiteQL Supported and Unsupported Functions", Oracle NetSuite help, section_158513731864.
const SUPPORTED =
  'ABS ACOS ADD_MONTHS APPROX_COUNT_DISTINCT ASCII ASCIISTR ASIN ATAN ATAN2 AVG BFILENAME BITAND CEIL CHARTOROWID CHR COALESCE COMPOSE CONCAT CORR CORR_K CORR_S COS COSH COUNT COVAR_POP COVAR_SAMP CURRENT_DATE CURRENT_TIMESTAMP DECODE DECOMPOSE DENSE_RANK EMPTY_BLOB EMPTY_CLOB EXP FLOOR FROM_TZ GREATEST INITCAP INSTR LAST_DAY LEAST LENGTH LENGTH2 LENGTH4 LENGTHB LENGTHC LN LOCALTIMESTAMP LOG LOWER LPAD LTRIM MAX MEDIAN MIN MOD MONTHS_BETWEEN NANVL NEW_TIME NEXT_DAY NLSSORT NLS_INITCAP NLS_LOWER NLS_UPPER NULLIF NVL NVL2 ORA_HASH POWER RANK REGEXP_INSTR REGEXP_REPLACE REGEXP_SUBSTR REMAINDER REPLACE ROUND ROW_NUMBER RPAD RTRIM SIGN SIN SINH SOUNDEX SQRT SUBSTR SUM SYS_EXTRACT_UTC TAN TANH TO_BINARY_DOUBLE TO_BINARY_FLOAT TO_CHAR TO_CLOB TO_DATE TO_MULTI_BYTE TO_NCHAR TO_NCLOB TO_NUMBER TO_SINGLE_BYTE TO_TIMESTAMP TO_TIMESTAMP_TZ TRANSLATE TRUNC TZ_OFFSET UNISTR UPPER VSIZE WIDTH_BUCKET'.split(
    ' ',
  );
const UNSUPPORTED =
  'BIT_LENGTH BIT_XOR_AGG CEILING CHAR CHARINDEX CHAR_LENGTH CHARACTER_LENGTH CONVERT COT DATEDIFF LCASE LEFT LOCATE POSITION REPEAT RIGHT SUBSTRING UCASE'.split(
    ' ',
  );
const BUILTIN =
  'CF CONSOLIDATE CURRENCY CURRENCY_CONVERT DF HIERARCHY MNFILTER NAMED_GROUP PERIOD RELATIVE_RANGES'.split(
    ' ',
  );

describe('the function catalogue', () => {
  it.each(SUPPORTED)('knows %s', (name) => {
    expect(functionCatalogue.has(name)).toBe(true);
  });

  it.each(BUILTIN)('knows BUILTIN.%s', (name) => {
    expect(functionCatalogue.has(`BUILTIN.${name}`)).toBe(true);
  });

  it.each(UNSUPPORTED)('refuses %s and says what to write instead', (name) => {
    const [finding] = check(`SELECT ${name}(id) AS x FROM item`, catalog).findings;
    expect(finding).toMatchObject({ severity: 'error', code: 'unsupported-function' });
    expect(finding?.hint).toMatch(/\.$/);
  });

  it('uses no rule or type that the checker does not know', () => {
    const results =
      'text int num bool date datetime unknown first common rounded numeric measured decoded chosen'.split(
        ' ',
      );
    const nullabilities = 'never always argument all result group'.split(' ');
    const types = 'any text number moment quantity'.split(' ');
    for (const definition of functionCatalogue.values()) {
      expect(results, definition.signature).toContain(definition.result);
      expect(nullabilities, definition.signature).toContain(definition.nullability);
      for (const { type, choices } of definition.arguments) {
        expect(types, definition.signature).toContain(type);
        expect(choices, definition.signature).not.toContain('');
      }
      const optional = definition.arguments.map((argument) => argument.optional);
      expect(optional, definition.signature).toEqual([...optional].sort());
      expect(definition.arguments.slice(0, -1).some(({ repeated }) => repeated)).toBe(false);
    }
  });

  it('shows signatures as a manual does', () => {
    expect(functionCatalogue.get('INSTR')?.signature).toBe('INSTR(text, part[, position][, occurrence])');
    expect(functionCatalogue.get('COALESCE')?.signature).toBe('COALESCE(first, second[, more, …])');
    expect(functionCatalogue.get('SYSDATE')?.signature).toBe('SYSDATE()');
  });

  it.each([...functionCatalogue.values()])(
    'accepts a call of $name as its signature says',
    ({ name, arguments: list, role }) => {
      const sample = { any: 'id', text: "'x'", number: '1', moment: 'SYSDATE', quantity: '1' };
      const values = list
        .filter(({ optional }) => !optional)
        .map(({ type, choices }) => (choices[0] === undefined ? sample[type] : `'${choices[0]}'`));
      const over = role === 'window' ? ' OVER (ORDER BY id)' : '';
      const { findings } = check(`SELECT ${name}(${values.join(', ')})${over} AS x FROM item`, catalog);
      expect(findings.map(({ message }) => message)).toEqual(
        name === 'LISTAGG'
          ? ["LISTAGG is on NetSuite's list of unsupported functions, though it has been seen to work."]
          : [],
      );
    },
  );
});
