export { introspect } from './introspect/introspect.js';
export { IntrospectionError, type IntrospectionErrorCode } from './introspect/introspection-error.js';
export type {
  IntrospectionOptions,
  IntrospectionPhase,
  IntrospectionProgress,
} from './introspect/introspection-options.js';
export type { RawMetadata } from './introspect/raw-metadata.js';
export type { RawStore } from './introspect/raw-store.js';
export { readRawMetadata } from './introspect/read-raw-metadata.js';
export { normalize } from './normalize/normalize.js';
export { rawStore } from './write/raw-store.js';
