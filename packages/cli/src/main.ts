import { runCli } from './run-cli.js';
import { quietWhenReaderLeaves } from './terminal/print.js';

quietWhenReaderLeaves();
process.exitCode = await runCli(process.argv.slice(2));
