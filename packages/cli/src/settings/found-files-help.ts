/** Which files a command finds in a folder: part of the help. */
export const foundFilesHelp = `In folders, left out are: what .gitignore files name, the patterns of the setting \`ignore\`, folders that are named \
node_modules, dist, build, out or coverage, that begin with a dot, or that have a package.json of their own.`;
