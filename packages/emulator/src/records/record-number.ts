import {
  type GivenNumber,
  negateNumber,
  plainNumber,
  type StoredNumber,
  storedNumber,
} from '../suiteql/stored-number.js';

/** A number of a record: text where it has more digits than a double keeps. */
export type RecordNumber = number | string;

export function recordNumber(value: StoredNumber): RecordNumber {
  return typeof value === 'number' ? value : plainNumber(value);
}

export function signedNumber(value: GivenNumber, sign: 1 | -1): RecordNumber {
  return recordNumber(sign === 1 ? storedNumber(value) : negateNumber(value));
}
