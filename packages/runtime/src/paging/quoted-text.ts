/** Strings, quoted identifiers and comments of SuiteQL, as a pattern: what is in them is no code. */
export const quotedText = /'[^']*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//.source;
