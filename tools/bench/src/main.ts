import { deadlinesBench } from './deadlines-bench.ts';
import { engineBench } from './engine-bench.ts';

const BENCHES: Readonly<Record<string, () => void>> = { deadlines: deadlinesBench, engine: engineBench };

const asked = process.argv.slice(2).filter((name) => name !== '--');
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`There is no bench ${JSON.stringify(name)}; there are ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(2);
  }
  console.log(`\n${name}`);
  bench();
}
