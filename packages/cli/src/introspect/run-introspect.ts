import { IntrospectionError, introspect, normalize, rawStore } from '@suitewright/generator';
import { asCommandError, CommandError } from '../command-error.js';
import type { Configuration } from '../settings/configuration.js';
import { schemaFile } from '../settings/default-paths.js';
import { openConnection } from '../settings/open-connection.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { withEnvironment } from '../settings/read-environment.js';
import { isZoneName } from '../settings/time-zone-name.js';
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
  const zone = timeZone ?? (await timeZoneOf(envFile));
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
      ...(zone !== null && { timeZone: zone }),
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

/** The time zone that the environment names, as the emulator's does; null: it names none. */
async function timeZoneOf(envFile: string | undefined): Promise<string | null> {
  const name = await withEnvironment(envFile, (environment) => environment.NETSUITE_TIME_ZONE?.trim() ?? '');
  if (name === '') return null;
  if (isZoneName(name)) return name;
  throw new CommandError(
    `NETSUITE_TIME_ZONE is '${name}', and there is no such time zone. Write a name such as America/New_York.`,
  );
}
