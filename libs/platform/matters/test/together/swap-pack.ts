import type { PackDocument, PolicyDocument } from '@huiyin/regulation-engine';

const rule = 1;

/** Bookings of tables and an agreement by which two of them change places, as S0.7 has it; a booking may not move when it was seated. */
const pack: PackDocument = {
  language: 1,
  pack: 'core-swap',
  title: { 'zh-CN': '换台', en: 'Swap' },
  cites: { 1: { clause: '1' } },
  values: { fallback: { is: 'P1D', open: true, rule } },
  parties: { clerk: { is: 'clerk', rule } },
  kinds: {
    booking: {
      in: 'intake',
      states: ['reserved', 'seated'],
      unique: [{ key: ['table'], while: ['reserved', 'seated'], refuse: 'tableTaken', rule }],
      fields: { table: { type: 'text', required: ['reserve', 'move'], max: 20, rule }, moves: { type: 'int', optional: ['move'], rule } },
      acts: {
        reserve: { from: ['new'], by: 'clerk', to: 'reserved', rule },
        move: { from: ['reserved'], by: 'system', set: { moves: 'has(matter.moves) ? matter.moves + 1 : 1' }, rule },
        seat: { from: ['reserved'], by: 'clerk', to: 'seated', rule },
      },
      owner: [{ is: 'clerk', rule }],
    },
    swap: {
      in: 'intake',
      states: ['proposed', 'done'],
      number: { format: 'T{yyyy}-{seq:2}', at: ['agree'], rule },
      final: ['done'],
      fields: { mine: { type: 'ref', to: 'booking', required: ['propose'], rule }, theirs: { type: 'ref', to: 'booking', required: ['propose'], rule } },
      acts: {
        propose: { from: ['new'], by: 'clerk', to: 'proposed', rule },
        agree: {
          from: ['proposed'], by: 'clerk', to: 'done', rule,
          together: [{ act: 'move', on: 'mine', set: { table: 'matter.theirs.table' } }, { act: 'move', on: 'theirs', set: { table: 'matter.mine.table' } }],
        },
      },
      owner: [{ is: 'clerk', rule }],
    },
    receipt: {
      in: 'intake',
      states: ['written'],
      final: ['written'],
      fields: { swap: { type: 'ref', to: 'swap', required: ['write'], rule } },
      acts: { write: { from: ['new'], by: 'clerk', to: 'written', rule } },
      effects: [{ when: 'receipt.write', do: { act: 'agree', on: 'swap', rule }, rule }],
    },
  },
};

export const SWAP_POLICY: PolicyDocument = { language: 1, operator: { zone: 'Asia/Shanghai' }, packs: [pack], overrides: {}, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' } };
