export type {
  Between,
  BooleanLiteral,
  Call,
  Case,
  CaseBranch,
  Cast,
  ColumnReference,
  CommonTable,
  Comparison,
  ComparisonOperator,
  Compound,
  Cube,
  DerivedTable,
  Exists,
  Expression,
  ExpressionList,
  Extract,
  Fetch,
  Frame,
  FrameBound,
  FromItem,
  GroupingElement,
  GroupingSets,
  Identifier,
  In,
  Interval,
  IsNull,
  Join,
  Keep,
  Like,
  Logical,
  NestedJoin,
  Node,
  Not,
  NullLiteral,
  NumberLiteral,
  Operand,
  Operation,
  OrderItem,
  Parameter,
  PseudoColumn,
  QuantifiedComparison,
  Query,
  Rollup,
  Row,
  Select,
  SelectItem,
  SetOperand,
  SourceRange,
  Star,
  StringLiteral,
  Subquery,
  TableReference,
  TableSource,
  Trim,
  TypeName,
  Unary,
  Window,
} from './ast.js';
export type {
  Bindings,
  ColumnBinding,
  ColumnOrigin,
  OutputColumn,
  Source,
  SourceColumn,
  ValueKind,
  ValueType,
} from './bindings.js';
export type { Catalog, CatalogColumn, CatalogTable, ColumnKind } from './catalog.js';
export { type CheckOptions, type CheckResult, check } from './check.js';
export type { CheckedParameter } from './checker/state.js';
export { SuiteqlError, type SyntaxCode, type SyntaxFailure } from './error.js';
export { formatFile } from './file/format-file.js';
export {
  type DocumentationLine,
  type FileStatement,
  type StatementName,
  splitStatements,
} from './file/split-statements.js';
export type { Finding, FindingCode } from './finding.js';
export { functionCatalogue } from './functions/catalogue.js';
export type {
  ArgumentDefinition,
  ArgumentType,
  FunctionDefinition,
  FunctionRole,
  NullabilityRule,
  ResultRule,
} from './functions/definition.js';
export { type FormatOptions, format } from './layout/format.js';
export { type Comment, type Lexeme, type LexerOptions, scan, type Token, type Unreadable } from './lexer.js';
export { drawExcerpt, type Location, locate, locator } from './location.js';
export { type ParseOptions, parse } from './parse.js';
export { print, printExpression } from './print.js';
export { childrenOf, walk } from './walk.js';
