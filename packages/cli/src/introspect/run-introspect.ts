import { IntrospectionError, introspect, normalize, rawStore } from '@suitewright/generator';
import { asCommandError } from '../command-error.js';
import type { Configuration } from '../settings/configuration.js';
import { schemaFile } from '../settings/default-paths.js';
import { openConnection } from '../settings/open-connection.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { printNote } from '../terminal/print.js';
import { startProgress } from '../terminal/progress.js';
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
      onProgress: (event) => progress.message(messageOf(event)),
    }),
  );
  const document = normalize(raw);
  const isWritten = await writeSchema(file, document);
  progress.stop();
  for (const warning of raw.warnings) printNote(`warning: ${warning}`);
  const records = Object.keys(document.records).length;
  const tables = Object.keys(document.tables).length;
  printNote(`${records} records and ${tables} SuiteQL tables: ${isWritten ? 'wrote' : 'unchanged:'} ${file}`);
}
