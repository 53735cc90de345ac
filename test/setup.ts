import fc from 'fast-check';

// The same cases on every run, so that a failure is of the change that it comes with. SUITEWRIGHT_SEED=random looks
// for new ones; a number repeats those of a run that failed.
const seed = process.env.SUITEWRIGHT_SEED ?? '20261121';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
