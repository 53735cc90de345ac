import { startEmulator } from '@suitewright/emulator';
import {
  and,
  bindClient,
  type ClientBase,
  caseWhen,
  concat,
  contains,
  defineTable,
  eq,
  from,
  inArray,
  type Table,
  value,
} from '@suitewright/runtime';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { customer } from '../shop.js';

const AMOUNT = 10_000;
const PART = 500;

const trouble = [
  ...[
    "'",
    "''",
    '"',
    '\\',
    '?',
    ':x',
    '--',
    '/*',
    '*/',
    '%',
    '_',
    ';',
    '\n',
    '\r',
    '\t',
    ' ',
    '\u2028',
    '\ufeff',
  ],
  ...[
    '😀',
    'é',
    'ẞ',
    '\u202e',
    '\u0001',
    '||',
    "' OR '1'='1",
    '$1',
    '{{x}}',
    '$' + '{x}',
    '<!--',
    'NULL',
    'T',
    '\u{10ffff}',
  ],
];

/** Texts that try to leave their place. */
const texts = fc
  .sample(
    fc
      .array(fc.oneof(fc.constantFrom(...trouble), fc.string({ unit: 'binary', maxLength: 4 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join('').replaceAll(/[\0\p{Surrogate}]/gu, 'x')),
    { numRuns: AMOUNT, seed: 4 },
  )
  .map((text, index) => `${index}${text}`);

interface NoteRow {
  readonly id: string;
  readonly companyname: string | null;
}
const note: Table<'customer', NoteRow> = defineTable('customer', { id: 'id', companyname: 'text' });

describe.each(['bind', 'literal'] as const)('values sent by %s', (parameters) => {
  it(`find ${AMOUNT.toLocaleString('en')} random texts again, and come back as they went`, async () => {
    const rows = texts.map((companyname, index) => ({ id: index + 1, companyname }));
    const emulator = await startEmulator({ seed: { tables: { customer: rows } } });
    onTestFinished(() => emulator.close());
    await using ns = bindClient<ClientBase>(
      { format: 1, schema: 'texts', bindParameters: true, timeZone: null, models: {} },
      { environment: emulator.environment('tba'), parameters },
    );
    for (let start = 0; start < AMOUNT; start += PART) {
      const part = texts.slice(start, start + PART);
      const found = await ns.$all(
        from(note).where(inArray(note.companyname, part)).orderBy(note.id).select({ text: note.companyname }),
      );
      expect(found.map(({ text }) => text)).toEqual(part);
    }
    for (let start = 0; start < AMOUNT; start += PART) {
      const part = texts.slice(start, start + PART);
      const [first = ''] = part;
      const row = await ns.$first(
        from(note)
          .where(and(eq(value(first), first), contains(concat(note.companyname, ''), first)))
          .select(Object.fromEntries(part.map((text, index) => [`text${index}`, value(text)]))),
      );
      expect(row === null ? null : Object.values(row)).toEqual(part);
    }
  });

  it('give random numbers, dates and datetimes back', async () => {
    const emulator = await startEmulator({ seed: { tables: { customer: [{ id: 1 }] } } });
    onTestFinished(() => emulator.close());
    await using ns = bindClient<ClientBase>(
      { format: 1, schema: 'values', bindParameters: true, timeZone: null, models: {} },
      { environment: emulator.environment('tba'), parameters },
    );
    const numbers = fc.sample(
      fc.oneof(
        fc.integer(),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => cents / 100),
        fc.constantFrom(0, -1, 1e-7, 1e15, 123456789.25),
      ),
      { numRuns: 200, seed: 4 },
    );
    const moments = fc
      .sample(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), {
        numRuns: 200,
        seed: 4,
      })
      .map((moment) => moment.toISOString().slice(0, 19));
    const wanted = [...numbers, ...moments.map((moment) => moment.slice(0, 10)), ...moments];
    const expressions = [
      ...numbers.map((number) => caseWhen(eq(value(number), number), number)),
      ...moments.map((moment) => value(moment.slice(0, 10), 'date')),
      ...moments.map((moment) => value(moment, 'datetime')),
    ];
    const row = await ns.$first(
      from(customer).select(Object.fromEntries(expressions.map((each, index) => [`value${index}`, each]))),
    );
    expect(row === null ? null : Object.values(row)).toEqual(wanted);
  });
});

describe('a value that no database text holds', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\ud800b'],
  ])('is refused: %s', (_name, text) => {
    const refused = 'A text with the character NUL or half of a surrogate pair cannot be sent';
    expect(() => value(text)).toThrow(refused);
    expect(() => eq(customer.companyname, text)).toThrow(refused);
    expect(() => contains(customer.companyname, text)).toThrow(refused);
  });
});
