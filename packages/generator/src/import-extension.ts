/** What generated files add to the name of a module that they import from each other. */
export type ImportExtension = 'js' | 'ts' | 'none';
