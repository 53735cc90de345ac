// A process that writes tokens into a shared file: node store-writer.ts PATH NAME COUNT UMASK
import { fileTokenStore } from '@suitewright/runtime';

const [path = '', name = '', count = '', mask = ''] = process.argv.slice(2);
if (mask !== '') process.umask(Number(mask));
const store = fileTokenStore(path);
for (let index = 0; index < Number(count); index += 1) {
  await store.write(`${name}-${index}`, { value: `${name}-${index}`, fetchedAtMs: 0, expiresAtMs: 8e15 });
}
