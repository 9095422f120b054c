import type { PolicyDocument } from '@huiyin/regulation-engine';
import type { SurveyedMatter } from '@huiyin/platform-matters';
import { witnessOf } from './witness-of.ts';

const matter = (id: string) => ({ id, kind: 'workOrder', policy: 'p', state: 'drafted' });
const due = (result: string, items: readonly string[]) => ({ step: 'handOver', name: 'handOver', result, items, citation: { rule: 's9.9/11' }, startedAt: '', reasons: [] });
const looked = (id: string, more: object): SurveyedMatter => ({ matter: matter(id), refusals: [], acts: [], rebinding: { dues: [], facts: [], notOpened: [], opened: [] }, ...more }) as unknown as SurveyedMatter;
const DOCUMENT = { packs: [{ pack: 's9.9', kinds: { workOrder: { tables: { class: { rows: [{ size: '>= value:most' }] } } } } }] } as unknown as PolicyDocument;
const changed = (item: string, change: 'added' | 'removed' | 'changed' = 'changed') => ({ item, change });

describe('the witness of a changed item', () => {
  const kept = looked('kept', { rebinding: { dues: [due('kept', ['s9.9/values.limit'])], facts: [] } });
  const moved = looked('moved', { rebinding: { dues: [due('moved', ['s9.9/kinds.workOrder.steps.handOver', 's9.9/values.limit'])], facts: [] } });
  const reclassified = looked('reclassified', { rebinding: { dues: [], facts: [{ fact: 'class', old: 'a', new: 'b', item: 's9.9/kinds.workOrder.tables.class.rows[0]' }] } });
  const refused = looked('refused', { acts: [{ act: 'take', person: 'x', old: [], new: [{ code: 'notAllowed', at: 'actor', citation: { rule: 's9.9/12' }, facts: {} }] }] });
  const unbound = looked('unbound', { rebinding: undefined, refusals: [{ code: 'rebindUngoverned' }] });
  const all = [kept, moved, reclassified, refused, unbound];
  const witness = (item: string, change?: 'added' | 'removed') => witnessOf(changed(item, change), all, [DOCUMENT])?.matter.id;

  it.each([
    ['s9.9/values.limit', 'moved'],
    ['s9.9/kinds.workOrder.steps.handOver', 'moved'],
    ['s9.9/values.most', 'reclassified'],
    ['s9.9/kinds.workOrder.tables.class', 'reclassified'],
    ['s9.9/kinds.workOrder.acts.take', 'refused'],
    ['s9.9/parties.clerk', 'refused'],
    ['s9.9/kinds.workOrder.fields.size', 'refused'],
  ])('%s is %s', (item, id) => expect(witness(item)).toBe(id));

  it('of a regulation is what moves, else an act it refuses, else what cannot be bound without it', () => {
    expect(witness('s9.9', 'removed')).toBe('moved');
    expect(witnessOf(changed('s9.9', 'added'), [kept, refused], [DOCUMENT])?.act?.act).toBe('take');
    expect(witnessOf(changed('s9.9', 'removed'), [kept, unbound], [DOCUMENT])?.refusals).toHaveLength(1);
  });
  it.each(['calendar', 's9.9/values.other', 's9.9/kinds.workOrder.steps.hand', 's9.9/views.list'])('%s has none where no open matter comes out differently', (item) => expect(witness(item)).toBeUndefined());
});
