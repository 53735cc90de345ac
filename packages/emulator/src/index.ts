export type { AccountSettings } from './account/account-settings.js';
export type { DateFormat, NumberFormat } from './account/definition.js';
export type { PermissionLevel, RoleDefinition } from './account/role.js';
export type {
  AssertionAlgorithm,
  ClientCredentials,
  CredentialOptions,
  EmulatorCredentials,
  TokenBasedCredentials,
} from './auth/credentials.js';
export type { Clock } from './clock.js';
export { SeedError } from './database/seed-error.js';
export { parseSeedText } from './database/seed-text.js';
export type { Emulator, EmulatorOptions, StartProgress } from './emulator.js';
export type { AuthType, EnvironmentVariables } from './environment.js';
export type { ChooseFault, Fault, FaultRequest, RefusedStatus } from './faults/fault.js';
export {
  type FaultRates,
  type RandomFaultKind,
  type RandomFaultOptions,
  randomFaults,
} from './faults/random-faults.js';
export type { LogEntry, LogEvent } from './log.js';
export { PersistError } from './persist/persist-error.js';
export type { TotalResults } from './query/run-statement.js';
export type { RequestCounts, Service } from './server/request-counts.js';
export { startEmulator } from './start.js';
