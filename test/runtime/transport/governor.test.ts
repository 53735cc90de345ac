import { expect, test } from 'vitest';
import { createGovernor } from '../../../packages/runtime/src/transport/governor.js';

test('lets tasks in by the order in which they came, and passes over those that gave up', async () => {
  const governor = createGovernor(1);
  const entered: string[] = [];
  let release = (): void => {};
  const blocker = governor.run(() => new Promise<void>((resolve) => (release = resolve)));
  const stop = new AbortController();
  const note = (name: string) => async (): Promise<void> => {
    entered.push(name);
  };
  const first = governor.run(note('first'));
  const gone = governor.run(note('gone'), stop.signal);
  const last = governor.run(note('last'));
  stop.abort(new Error('gave up'));
  await expect(gone).rejects.toThrow('gave up');
  expect(entered).toEqual([]);
  release();
  await Promise.all([blocker, first, last]);
  expect(entered).toEqual(['first', 'last']);
});

test('a task that fails makes room like any other', async () => {
  const governor = createGovernor(1);
  await expect(governor.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(governor.run(async () => 'next')).resolves.toBe('next');
});
