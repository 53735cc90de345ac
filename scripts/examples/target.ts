/** A tool that builds or runs the generated client, and how it is tried. */
export interface Target {
  /** `npm run examples -- NAME` tries it alone. */
  readonly name: string;
  /** What is installed beside the packages of this repository, from the npm registry. The first one's version is printed. */
  readonly packages: Readonly<Record<string, string>>;
  /** The project's tsconfig.json: `generate` finds the extension of imports by it. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /** The extension that its imports have: '.js', '.ts' or ''. */
  readonly extension: string;
  /** What the project has beside the program that all have. */
  readonly files?: Readonly<Record<string, string>>;
  /** What type-checks and builds it: commands of installed packages. */
  readonly build: readonly TargetCommand[];
  /** What prints the answer, or serves it. */
  readonly run: TargetCommand;
  /** Where it serves the answer on the port that PORT names. Default: it prints it. */
  readonly paths?: readonly string[];
}

/** A command of an installed package and its arguments; `node` is this one where the package is not installed. */
export type TargetCommand = readonly [program: string, ...arguments: string[]];
