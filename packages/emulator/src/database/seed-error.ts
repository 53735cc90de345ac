/** A seed, or rows given to the emulator, cannot be loaded. The message names the place and the way out. */
export class SeedError extends TypeError {
  override readonly name = 'SeedError';
  /** Where in the seed: `tables.customer[3].isinactive`. */
  readonly place: string;

  constructor(place: string, problem: string) {
    super(`The seed cannot be loaded: ${place}: ${problem}`);
    this.place = place;
  }
}
