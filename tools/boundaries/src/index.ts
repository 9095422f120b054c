export { judge } from './judge.ts';
export type { Verdict } from './judge.ts';
export { lintPlanted } from './lint-planted.ts';
export { readPlantedFiles } from './planted-file.ts';
export type { PlantedFile } from './planted-file.ts';
