import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';

const core: KindDocument = { fields: { count: { type: 'int', optional: ['open', 'work'] } }, acts: MOVES, final: ['finished'], resting: ['open'] };
const rules: KindDocument = {
  fields: { proof: { type: 'text', required: ['work'], rule: 3 } },
  acts: { work: { by: 'nobody', to: 'busy', rule: 4, require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 5 }] } },
  steps: { finish: { rule: 6, opens: { when: 'work' }, due: 'PT1H' } },
  effects: [{ when: 'work', do: { publish: 'worked', rule: 7 } }, { when: 'work', if: 'matter.count > 1', do: { tell: 'starter', rule: 8 } }],
};
const events = (packs: readonly Partial<PackDocument>[], input = {}) => {
  const shop = tinyWorld(core, packs);
  openJob(shop, input);
  const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
  return { shop, outcome };
};

describe('a pack that watches', () => {
  it('records what it would refuse, open and do, and changes nothing', () => {
    const { shop, outcome } = events([{ mode: 'watch', kinds: { job: rules } }]);
    expect(outcome.ok).toBe(true);
    expect(outcome.events).toMatchObject([{ type: 'job.work', effects: [] }, {
      type: 'job.work.wouldRefuse', change: {}, refusals: [{ code: 'notAllowed', rule: 'p1/4' }, { code: 'noCount', rule: 'p1/5' }, { code: 'required', rule: 'p1/3', field: 'proof' }],
      data: { opens: [{ step: 'finish', rule: 'p1/6', dueAt: at('10-09 10:10') }], does: [{ rule: 'p1/7', verbs: ['publish'] }, { rule: 'p1/8', fault: expect.stringContaining('matter.count > 1') }] },
    }]);
    expect(shop.matter('J1')).toMatchObject({ state: 'open', steps: [] });
    expect(shop.matter('J1').governor).toBeUndefined();
  });

  it('leaves no trace where it would do nothing', () => {
    const { outcome } = events([{ mode: 'watch', kinds: { job: { acts: { work: { require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 5 }] } } } } }], { count: 1 });
    expect(outcome.events.map(({ type }) => type)).toEqual(['job.work']);
  });

  it('does not conflict with what governs', () => {
    expect(tinyWorld(core, [{ kinds: { job: { acts: { open: {}, work: { to: 'busy' } } } } }, { mode: 'watch', kinds: { job: { acts: { work: { to: 'idle' } } } } }]).policy.problems).toEqual([]);
  });
});

describe('an item that watches', () => {
  it('is recorded while the others of its pack hold', () => {
    const { outcome } = events([{
      kinds: { job: { acts: { work: { require: [{ mode: 'watch', that: 'has(matter.count)', refuse: 'noCount', rule: 5 }] } }, steps: { finish: { ...rules.steps!['finish']!, mode: 'watch' } }, effects: [{ when: 'work', mode: 'watch', do: { publish: 'worked', rule: 7 } }, { when: 'work', do: { publish: 'really', rule: 7 } }] } },
    }]);
    expect(outcome.events).toMatchObject([{ type: 'job.work', effects: [{ verb: 'publish', name: 'really' }] }, { type: 'job.work.wouldRefuse', refusals: [{ code: 'noCount' }], data: { opens: [{ step: 'finish' }], does: [{ verbs: ['publish'] }] } }]);
  });
});
