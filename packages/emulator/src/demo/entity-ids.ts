import type { DemoSize } from './demo-size.js';

/** Where the ids of each kind of entity begin: all entities share one key space. */
export interface EntityIds {
  readonly employee: number;
  readonly customer: number;
  readonly vendor: number;
  readonly contact: number;
  readonly partner: number;
  readonly job: number;
}

export function entityIds(size: DemoSize): EntityIds {
  const employee = 11;
  const customer = employee + size.employees;
  const vendor = customer + size.customers;
  const contact = vendor + size.vendors;
  const partner = contact + size.contacts;
  return { employee, customer, vendor, contact, partner, job: partner + size.partners };
}

/** `count` ids from `first` on. */
export function idRange(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
