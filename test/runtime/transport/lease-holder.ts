// A process that asks for more than its share, for as long as it lives.
import { createConnection, redisLeaseStore } from '@suitewright/runtime';
import { connectRedis } from '../redis-server.js';

const client = await connectRedis(Number(process.argv[2]));
const connection = createConnection({
  concurrency: 5,
  sharedLimit: { store: redisLeaseStore(client), leaseMs: 1000 },
});
process.send?.('asking');
const statement = { text: 'SELECT id FROM customer WHERE id < 0', parameters: [] };

async function ask(): Promise<void> {
  for (;;) await connection.suiteql.page(statement);
}

await Promise.all(Array.from({ length: 5 }, ask));
