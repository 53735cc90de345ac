import { describe, expect, it } from 'vitest';
import { openStore } from './store.js';

describe("decimals as text, from the emulator's row to the program", () => {
  it.each(['99999999999999.99', '-0.10', '12345678901234567890123456789012345678'])(
    'keep the digits of %s',
    async (written) => {
      await using store = await openStore(
        { transaction: [{ id: 1, type: 'SalesOrd', trandate: '2026-01-01', foreigntotal: written }] },
        { decimals: 'string' },
      );
      const expected = written.replace(/0$/, '');
      const rows = await store.ns.transaction.findMany({ select: { foreigntotal: true } });
      expect(rows).toEqual([{ foreigntotal: expected }]);
      const [row] = await store.ns.transaction.findMany({
        where: { foreigntotal: { equals: written as never } },
        select: { foreigntotal: true },
      });
      expect(row).toEqual({ foreigntotal: expected });
      const { _sum } = await store.ns.transaction.aggregate({ _sum: { foreigntotal: true } });
      expect(_sum).toEqual({ foreigntotal: expected });
    },
  );
});
