import type { FaultRates, RandomFaultKind } from '@suitewright/emulator';
import { InvalidArgumentError } from 'commander';

const kinds: Readonly<Record<RandomFaultKind, string>> = {
  late: 'the answer comes late: mostly a little, seldom by --fault-late-ms',
  401: 'the access token expires',
  429: "over the account's concurrency limit",
  500: "NetSuite's UNEXPECTED_ERROR",
  502: 'a gateway that is out of order',
  503: 'a service that is out of order',
  504: 'a gateway that waited too long',
  html: 'a page of HTML instead of JSON',
  reset: 'the connection is reset, before the answer or in the middle of it',
  lost: 'the request is carried out, and the connection is reset before the answer',
  broken: 'the connection is closed in the middle of the answer',
  cut: 'the body ends too early, and the headers fit it',
  stalled: 'the body stops coming, and the connection stays',
  corrupt: 'some bytes of the body are others',
  repeated: 'an earlier page of the same query comes once more (SuiteQL only)',
};

/** What each kind of fault is: part of the help. */
export const faultHelp = `Faults, for --fault:
${Object.entries(kinds)
  .map(([kind, meaning]) => `  ${kind.padEnd(9)} ${meaning}`)
  .join('\n')}`;

/** Parses an option's value as rates of faults, `429:0.05,reset:0.01`; the option may be repeated. */
export function faultRates(text: string, before: FaultRates = {}): FaultRates {
  const rates: FaultRates = Object.assign({}, before, ...text.split(',').map(faultRate));
  const sum = Object.values(rates).reduce((total, rate) => total + rate, 0);
  if (sum <= 1) return rates;
  throw new InvalidArgumentError('The rates of all faults add up to more than 1.');
}

function faultRate(entry: string): FaultRates {
  const [, kind = '', digits = ''] = /^(\w+):(\d*\.?\d+)$/.exec(entry.trim()) ?? [];
  const rate = Number(digits);
  if (Object.hasOwn(kinds, kind) && rate <= 1) return { [kind]: rate };
  const known = Object.keys(kinds).join(', ');
  throw new InvalidArgumentError(
    `Give kinds with their rates from 0 to 1, such as 429:0.05. The kinds are ${known}.`,
  );
}
