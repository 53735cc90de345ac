/** Where `introspect` writes and `generate` reads, unless told otherwise. */
export const schemaFile = 'suitewright/schema.json';

/** Where the generated code goes, unless told otherwise. */
export const outputFolder = 'src/netsuite';
