import { introspect, rawStore } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';

/** Introspects the account of the environment into the directory of its argument, to be killed on the way. */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new TypeError('Give a directory.');
await using connection = createConnection();
await introspect(connection, { rawStore: rawStore(directory) });
