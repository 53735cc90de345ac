import { fileURLToPath } from 'node:url';
import { CommandError } from '../command-error.js';
import type { Configuration } from './configuration.js';
import { isZoneName } from './time-zone-name.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isNames: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isOneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && choices.includes(value);

const isTimeZone: Check = (value) => typeof value === 'string' && isZoneName(value);
const isRelation: Check = (value) =>
  value === false ||
  isText(value) ||
  (isObject(value) &&
    (value.cardinality === 'one' || value.cardinality === 'many') &&
    [value.model, value.from, value.to].every(isText));
const isRelations: Check = (value) =>
  isObject(value) &&
  Object.values(value).every((model) => isObject(model) && Object.values(model).every(isRelation));

const isCodes: Check = (value) =>
  isObject(value) &&
  Object.values(value).every((table) => isObject(table) && Object.values(table).every(isNames));

const settings: Readonly<Record<keyof Configuration, { readonly check: Check; readonly wanted: string }>> = {
  schema: { check: isText, wanted: 'a path' },
  out: { check: isText, wanted: 'a path' },
  include: { check: isNames, wanted: 'an array of record names' },
  exclude: { check: isNames, wanted: 'an array of record names' },
  probe: { check: isOneOf('known', 'all', 'none'), wanted: "'known', 'all' or 'none'" },
  referenceTargets: { check: isOneOf('swagger', 'known'), wanted: "'swagger' or 'known'" },
  timeZone: { check: isTimeZone, wanted: 'a time zone that there is, such as America/New_York' },
  templates: { check: isText, wanted: 'a path' },
  zod: {
    check: (value) => typeof value === 'boolean' || isNames(value),
    wanted: 'true, false or an array of record names',
  },
  codes: {
    check: isCodes,
    wanted:
      "an object by table and column, of each an array of codes: { transaction: { type: ['Custom103'] } }",
  },
  importExtension: { check: isOneOf('js', 'ts', 'none'), wanted: "'js', 'ts' or 'none'" },
  relations: {
    check: isRelations,
    wanted:
      "an object by model and relation; of each a name, false, or { cardinality: 'one' | 'many', model, from, to }",
  },
  undefinedInFilters: { check: isOneOf('ignore', 'refuse'), wanted: "'ignore' or 'refuse'" },
  queries: { check: isText, wanted: 'a path' },
  ignore: { check: isNames, wanted: 'an array of patterns as in .gitignore' },
};

/**
 * Reads `suitewright.config.ts` (or .js, .mjs, .json …) of the working directory; without one, nothing is set.
 *
 * @throws {CommandError} The file cannot be loaded, or a setting is unknown or wrong; it lists all of them.
 */
export async function readConfiguration(): Promise<Configuration> {
  const { loadConfig } = await import('c12');
  const { config, configFile } = await loadConfig({
    name: 'suitewright',
    rcFile: false,
    globalRc: false,
    packageJson: false,
    dotenv: false,
    extend: false,
    giget: false,
    // Wherever the project is, and whether or not it has the package installed.
    jitiOptions: { alias: { suitewright: fileURLToPath(new URL('../index.js', import.meta.url)) } },
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`suitewright.config cannot be loaded: ${reason}`, { cause: error });
  });
  const problems = Object.entries(config).flatMap(([name, value]) => problemsOf(name, value));
  if (problems.length === 0) return config;
  throw new CommandError(`${configFile} has settings that are not right:\n${problems.join('\n')}`);
}

function problemsOf(name: string, value: unknown): readonly string[] {
  if (!isSetting(name))
    return [`  - ${name}: is not a setting. There are ${Object.keys(settings).join(', ')}.`];
  const { check, wanted } = settings[name];
  return value === undefined || check(value) ? [] : [`  - ${name}: must be ${wanted}.`];
}

function isSetting(name: string): name is keyof Configuration {
  return Object.hasOwn(settings, name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
