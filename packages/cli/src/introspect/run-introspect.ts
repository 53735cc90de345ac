import { IntrospectionError, introspect, normalize, rawStore } from '@suitewright/generator';
import { asCommandError } from '../command-error.js';
import type { Configuration } from '../settings/configuration.js';
import { schemaFile } from '../settings/default-paths.js';
import { openConnection } from '../settings/open-connection.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { counted } from '../terminal/counted.js';
import { printNote, printWarning } from '../terminal/print.js';
import { startProgress } from '../terminal/progress.js';
import { readFormerSchema } from './former-schema.js';
import { introspectionMessages } from './introspection-messages.js';
import { writeSchema } from './write-schema.js';

export interface IntrospectRun {
  /** What the options say; it goes before the project's configuration. */
  readonly given: Configuration;
  readonly rawDirectory: string | undefined;
  readonly resume: boolean;
  readonly envFile: string | undefined;
}

/** Reads the account's metadata and writes schema.json. */
export async function runIntrospect({ given, rawDirectory, resume, envFile }: IntrospectRun): Promise<void> {
  const { schema, include, exclude, probe, referenceTargets, timeZone } = {
    ...(await readConfiguration()),
    ...given,
  };
  const file = schema ?? schemaFile;
  const former = await readFormerSchema(file);
  const refused = new AbortController();
  await using connection = await openConnection(envFile);
  using progress = startProgress(`Introspecting ${connection.account}`);
  const messageOf = introspectionMessages();
  const raw = await asCommandError([IntrospectionError], () =>
    introspect(connection, {
      ...(include && { include }),
      ...(exclude && { exclude }),
      ...(probe && { probe }),
      ...(referenceTargets && { referenceTargets }),
      ...(timeZone && { timeZone }),
      ...(rawDirectory !== undefined && { rawStore: rawStore(rawDirectory) }),
      resume,
      signal: refused.signal,
      onProgress: (event) => {
        progress.message(messageOf(event));
        // Not before the account has answered: a login that fails is to be told first.
        const isLetIn = event.phase === 'catalog' && event.done === event.total;
        if (isLetIn && former.refusal !== null) refused.abort(former.refusal);
      },
    }),
  );
  const document = normalize(raw);
  progress.stop();
  const isWritten = await writeSchema(file, document, former);
  for (const warning of raw.warnings) printWarning(warning);
  const records = Object.keys(document.records).length;
  const tables = Object.keys(document.tables).length;
  const read = `${counted(records, 'record')} and ${counted(tables, 'SuiteQL table')}`;
  printNote(`${read}: ${isWritten ? 'wrote' : 'unchanged:'} ${file}`);
}
