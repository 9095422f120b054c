import { listCores, lintPolicy, loadCore, Positions } from '@huiyin/regulation-packs';
import type { LoadedPack, PackProblem } from '@huiyin/regulation-packs';
import type { PackDocument } from '@huiyin/regulation-engine';

const DEEP = 20_000;
const LONG = 50_000;

/** Expressions made to keep an engine busy, by what they do. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'list of 200 run over three deep': 'matter.lines.all(a, matter.lines.all(b, matter.lines.all(c, a.size + b.size + c.size > 0)))',
  'regular expression that backtracks': "matter.name.matches('(a+)+$')",
  'map in map over a list without max': 'matter.endless.map(a, matter.endless.map(b, matter.endless.map(c, c))).size() > 0',
  'parentheses 20,000 deep': `${'('.repeat(DEEP)}matter.final${')'.repeat(DEEP)}`,
  'condition of 50,000 parts': Array.from({ length: LONG }, () => 'matter.final').join(' || '),
  'doubling map of maps': 'matter.lines.map(a, matter.lines.map(b, matter.lines.map(c, matter.lines))).size() > 0',
};

const text = { 'zh-CN': '例', en: 'Example' };

/** A pack whose only gate is the expression. */
export function packWith(expression: string): PackDocument {
  return {
    language: 1, pack: 'hostile', title: text, cites: { 1: { clause: '1' } },
    parties: { clerk: { is: 'frontDesk', rule: 1 } },
    kinds: {
      slip: {
        in: 'intake', rule: 1, states: ['open', 'closed'], final: ['closed'], owner: [{ is: 'clerk', rule: 1 }],
        fields: {
          name: { type: 'text', required: ['write'], rule: 1 },
          lines: { type: 'lines', key: 'sku', max: 200, of: { size: { type: 'int', required: ['write'] } }, required: ['write'], rule: 1 },
          endless: { type: 'list', of: 'text', required: ['write'], rule: 1 },
        },
        acts: { write: { from: ['new'], by: 'clerk', to: 'open', rule: 1 }, close: { from: ['open'], by: 'clerk', to: 'closed', rule: 1, require: [{ that: expression, refuse: 'refused', rule: 1 }] } },
      },
    },
  };
}

/** What lint says of the gate, and how long the whole lint took. */
export function lintOf(expression: string, cores: readonly LoadedPack[] = listCores().map(loadCore)): { readonly problems: readonly PackProblem[]; readonly ms: number } {
  const pack: LoadedPack = { document: packWith(expression), positions: new Positions('hostile'), directory: '' };
  const began = performance.now();
  const problems = lintPolicy({ cores, packs: [pack] });
  const ms = performance.now() - began;
  return { problems: problems.filter(({ path, severity }) => path.includes('acts.close.require[0].that') && severity === 'error'), ms };
}
