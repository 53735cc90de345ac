import { run } from './benches/statements.js';
for await (const { name, value, unit } of run()) console.log(name.padEnd(44), value.toFixed(0), unit);
