/** The file that keeps an emulator's data cannot be used. The message names the file and the way out. */
export class PersistError extends Error {
  override readonly name = 'PersistError';
  readonly file: string;

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}`, options);
    this.file = file;
  }
}
