import { UnsafeReadError } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { type Client, createClient } from '../../../generated/netsuite/index.js';
import { answerJson, bearer, type Handler, startServer } from '../local-server.js';

/** Pages of `total` rows, by the number of the request. */
function serving(total: (index: number) => number): Handler {
  return (request, response, index) => {
    const { searchParams } = new URL(request.url, 'http://localhost');
    const [limit, offset] = [Number(searchParams.get('limit')), Number(searchParams.get('offset'))];
    const totalResults = total(index);
    const count = Math.max(0, Math.min(limit, totalResults - offset));
    const items = Array.from({ length: count }, (_, row) => ({ links: [], c0: String(offset + row + 1) }));
    answerJson(response, 200, { count, hasMore: offset + count < totalResults, items, offset, totalResults });
  };
}

function connect(url: string): Client {
  return createClient({ account: '1234567_SB1', baseUrl: url, auth: bearer, environment: {} });
}

const request = { select: { uniquekey: true }, skip: 5, take: 2200 } as const;

test('rows behind others are all there where nothing changes, and are refused where rows come or go meanwhile', async () => {
  await using steady = await startServer(serving(() => 2205));
  await using ns = connect(steady.url);
  expect(await ns.transactionline.findMany(request)).toHaveLength(2200);

  for (const changed of [2204, 1500, 2206]) {
    await using changing = await startServer(serving((index) => (index === 0 ? 2205 : changed)));
    await using other = connect(changing.url);
    const error: unknown = await other.transactionline.findMany(request).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UnsafeReadError);
    expect(error).toMatchObject({ reason: 'the result changed' });
  }
});
