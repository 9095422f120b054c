import { newPack } from '../../skeleton/new-pack.ts';
import type { Command } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  takes: 'ID',
  least: 1,
  most: 1,
  says: 'begin a pack from its card',
  example: 'new s0.7',
  run: ({ names: [id = ''] }) => ({ lines: newPack(id.toLowerCase()), code: 0 }),
};
