import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serializeSchemaDocument } from '@suitewright/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder, runSuitewright, temporaryFolder } from './suitewright-process.js';

let directory: string;
beforeEach(async () => {
  directory = await temporaryFolder();
});
afterEach(() => removeFolder(directory));

const environment = {
  NETSUITE_ACCOUNT_ID: '1234567',
  // Nothing listens there: a command that gets so far fails with another message.
  NETSUITE_BASE_URL: 'http://127.0.0.1:1',
  NETSUITE_ACCESS_TOKEN: 'canary',
};

const emptySchema = serializeSchemaDocument({
  format: 1,
  account: { bindParameters: null, timeZone: null },
  records: {},
  tables: {},
});

describe('a setting that is wrong is told in one sentence, before anything is asked or written', () => {
  it.each([
    [
      'a time zone that does not exist',
      ['introspect'],
      { 'suitewright.config.json': '{ "timeZone": "Mars/Olympus" }' },
      /timeZone: must be a time zone that there is, such as America\/New_York\.$/,
    ],
    [
      'the same as an option',
      ['introspect', '--time-zone', 'Mars/Olympus'],
      {},
      /There is no such time zone\. Give its IANA name/,
    ],
    [
      'a schema that is a folder',
      ['introspect', '--schema', 'folder'],
      { 'folder/x': '' },
      /^error: The schema folder cannot be written: it is a folder, not a file\. .*--schema\.$/,
    ],
    [
      'a schema folder that is a file',
      ['introspect'],
      { suitewright: 'x' },
      /^error: The schema suitewright\/schema\.json cannot be written: a part of its path is a file, not a folder\. /,
    ],
    [
      'the same for generate',
      ['generate', '--schema', 'folder'],
      { 'folder/x': '' },
      /^error: The schema folder cannot be read: it is a folder, not a file\. Name another with --schema\.$/,
    ],
    [
      'the same for lint',
      ['lint', '--schema', 'file/schema.json'],
      { file: '' },
      /^error: The schema file\/schema\.json cannot be read: a part of its path is a file, not a folder\. /,
    ],
    [
      'a seed that is a folder',
      ['emulator', '--seed', 'folder'],
      { 'folder/x': '' },
      /^error: The seed file folder cannot be read: it is a folder, not a file\. Check --seed\.$/,
    ],
    [
      'an environment in UTF-16',
      ['query', 'SELECT 1'],
      { '.env': Buffer.from('\ufeffA=1\r\n', 'utf16le') },
      /^error: The environment file \.env is in UTF-16, .* Save it as UTF-8/,
    ],
    [
      'a query file in Latin-1, which format would damage',
      ['format'],
      { 'a.suiteql': Buffer.from("SELECT 'ü' FROM customer", 'latin1') },
      /^error: a\.suiteql is not in UTF-8\. Save it as UTF-8\.$/,
    ],
    [
      'the same for generate, which would write another query',
      ['generate', '--schema', 'schema.json'],
      {
        'schema.json': emptySchema,
        'a.suiteql': Buffer.from("-- name: of\nSELECT id FROM customer WHERE companyname = 'ü'", 'latin1'),
      },
      /^error: a\.suiteql is not in UTF-8\. Save it as UTF-8\.$/,
    ],
    [
      'a schema in Latin-1, for introspect as for generate',
      ['introspect', '--schema', 'schema.json'],
      { 'schema.json': Buffer.from(`${emptySchema}ü`, 'latin1') },
      /^error: The schema schema\.json is not in UTF-8\. Save it as UTF-8\.$/,
    ],
  ])('%s', async (_, words, files, message) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      await writeFile(join(directory, name), content);
    }
    const { exitCode, stdout, stderr } = await runSuitewright(words, { directory, environment });
    expect({ stdout, failed: exitCode === 1 || exitCode === 2 }).toEqual({ stdout: '', failed: true });
    expect(stderr.trimEnd()).toMatch(message);
    for (const [name, content] of Object.entries(files)) {
      expect(await readFile(join(directory, name))).toEqual(Buffer.from(content));
    }
  });
});

it('says where it looked for variables, and that an emulator can stand in for an account', async () => {
  const { exitCode, stderr } = await runSuitewright(['query', 'SELECT 1'], { directory });
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`in the environment and in ${join(directory, '.env')}, which does not exist.`);
  expect(stderr).toContain("'npx suitewright emulator -e .env' starts one on this machine");
  const named = await runSuitewright(['logout', '--env', 'old.env'], { directory });
  expect(named.stderr).toBe('error: The environment file old.env does not exist. Check --env.\n');
});
