export {
  fileTokenStore,
  type RefreshToken,
  type StoredToken,
  type TokenStore,
} from './auth/token-store.js';
export { bindClient, type ClientBase, type ClientOptions, type GeneratedClient } from './client.js';
export type { ColumnKind } from './column-kind.js';
export type {
  AuthOptions,
  AuthorizationCodeOptions,
  BearerOptions,
  MachineToMachineOptions,
  TokenBasedAuthOptions,
} from './config/auth-options.js';
export type {
  ConnectionOptions,
  ParameterStyle,
  SharedLimitSettings,
  Timeouts,
} from './config/connection-options.js';
export { type Connection, createConnection } from './connection.js';
export {
  type AuthMethod,
  ConfigurationError,
  type ConfigurationProblem,
} from './errors/configuration-error.js';
export { LoginFailedError, type LoginFailure } from './errors/login-failed-error.js';
export { MissingIdError } from './errors/missing-id-error.js';
export { NetSuiteError, type NetSuiteErrorCode } from './errors/netsuite-error.js';
export { ConnectionFailedError, MalformedResponseError, TimedOutError } from './errors/network-error.js';
export { NoRowError } from './errors/no-row-error.js';
export { OutcomeUnknownError } from './errors/outcome-unknown-error.js';
export {
  AuthenticationError,
  type ErrorDetail,
  NotFoundError,
  PermissionDeniedError,
  QueryRejectedError,
  RateLimitedError,
  RequestRejectedError,
  ResponseError,
  ServerFailedError,
} from './errors/response-error.js';
export { StoreFailedError, type StoreKind, type StoreOperation } from './errors/store-failed-error.js';
export { TooManyResultsError } from './errors/too-many-results-error.js';
export { UnsafeReadError, type UnsafeReadReason } from './errors/unsafe-read-error.js';
export type { EventMap, EventName, Logger } from './events/events.js';
export { type Login, type LoginAttempt, type LoginOptions, type LoginResult, openLogin } from './login.js';
export type { Aggregated, Grouped } from './model/aggregate-arguments.js';
export type { Include, Included, OrderBy, Result, Select, Selected, Where } from './model/arguments.js';
export {
  type Computed,
  type ComputedMaker,
  type ComputedValues,
  type ExtendedModel,
  type Extension,
  extendModel,
} from './model/extend-model.js';
export type { Model, ModelPage } from './model/model.js';
export type { ToMany, ToOne } from './model/shape.js';
export { type KeyRange, keyCondition, type RangeQuery } from './paging/key-range.js';
export type { SuiteqlPage } from './paging/page-body.js';
export type { IntervalPage } from './paging/range-page.js';
export type { RowStream } from './paging/row-stream.js';
export type {
  OffsetReadOptions,
  PageOptions,
  RangeReadOptions,
  RangeStreamOptions,
  ReadOptions,
  SuiteqlClient,
} from './paging/suiteql-client.js';
export type { Pending } from './pending.js';
export { from } from './query/builder.js';
export {
  and,
  between,
  contains,
  endsWith,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  startsWith,
} from './query/conditions.js';
export type { Condition, Expression, ValueOf } from './query/expression.js';
export {
  type AggregateOptions,
  avg,
  count,
  countDistinct,
  countIf,
  max,
  min,
  sum,
} from './query/functions/aggregate.js';
export { add, divide, multiply, subtract } from './query/functions/arithmetic.js';
export { df as display } from './query/functions/builtin.js';
export {
  type CaseExpression,
  type CaseOf,
  type ComparedCase,
  caseOf,
  caseWhen,
} from './query/functions/case.js';
export { coalesce } from './query/functions/choice.js';
export { fn } from './query/functions/fn.js';
export { concat, lower, upper } from './query/functions/text.js';
export { value } from './query/functions/value.js';
export { over, type Window, type WindowFunction } from './query/functions/window.js';
export { asc, desc, type Order } from './query/order.js';
export type { Query, RowOf } from './query/query.js';
export type { StreamOptions } from './query/read-rows.js';
export type { QueryBuilder, SelectedRow, Selection } from './query/select.js';
export {
  type EitherRow,
  intersect,
  minus,
  type SetOrder,
  type SetQuery,
  union,
  unionAll,
} from './query/set-operations.js';
export { exists, inQuery, notExists, notInQuery, scalar, subquery } from './query/subquery.js';
export type { DeclaredRow, RowColumns } from './raw/declared-row.js';
export { defineQuery, type QueryDefinition, type QueryParameter } from './raw/define-query.js';
export type { Sql, SqlPart, TextRow } from './raw/piece.js';
export { sql } from './raw/sql.js';
export type { RecordOperations } from './records/operations.js';
export type { EnumValue, Fetched, Reference, References, Sublist, UpdateOf } from './records/types.js';
export { type RedisClient, redisLeaseStore, redisTokenStore } from './redis.js';
export type {
  CallStatements,
  ParameterValue,
  RelatedStatement,
  ShowOptions,
  Statement,
  WireRow,
} from './statement.js';
export { alias, defineTable, type RelationDefinition, type Table, type TableOptions } from './table.js';
export type { Clock } from './transport/clock.js';
export type { Dispatcher } from './transport/dispatcher.js';
export type { FailureClass } from './transport/failure-class.js';
export type { RateLimit } from './transport/governor.js';
export type { RestRequest, RestResponse } from './transport/rest.js';
export type { RetryPolicy } from './transport/retry.js';
export type { LeaseRequest, LeaseStore, WhenUnavailable } from './transport/shared-limit.js';
export type { Priority } from './transport/turn-queue.js';
export type { DecimalCodec, ValueOptions } from './value-codec.js';
export type { DateTime, Decimal, Id, PlainDate, ValueTypes } from './values.js';
