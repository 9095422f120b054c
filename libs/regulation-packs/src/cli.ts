#!/usr/bin/env node
import { commands } from './cli/commands.ts';
import { PackRefusedError } from './load/pack-problem.ts';

const usage = `packs lint [id|folder …]      problems with file, line and column
packs explain s2.4/11         the items that carry a rule
packs coverage [id …]         where each rule of each card stands (--rules: every rule of all cards)
packs mutate s2.4             break the pack in every way its examples should notice
packs new ID                  begin a pack from its card
packs golden s2.4 STAGE …     keep stages as histories that must fold and decide alike for ever
packs card FILE …             index a card's rule numbers into cards/
packs sources ID FOLDER DAY   look the cited words up in the sources
packs reference               write docs/packs/
packs schema                  write schema/pack.schema.json`;

const [name = '', ...parameters] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.log(usage);
  process.exitCode = name === '' ? 0 : 2;
} else {
  try {
    const { lines, code } = command(parameters);
    for (const line of lines) console.log(line);
    process.exitCode = code;
  } catch (error) {
    console.error(error instanceof PackRefusedError || error instanceof RangeError ? error.message : error);
    process.exitCode = 1;
  }
}
