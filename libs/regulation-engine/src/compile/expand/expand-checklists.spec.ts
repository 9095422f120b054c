import { refusals } from '../../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../../fixtures/tiny.ts';
import type { FormDocument } from '../../language/field-document.ts';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const form: FormDocument = { of: 'job', rule: 10, gates: 'go', items: [{ text: text('tools'), is: 'gate', rule: 11 }, { key: 'badge', text: text('badge'), is: 'gate', rule: 12 }, { text: text('polite'), is: 'score', rule: 13 }, { text: text('tidy'), is: 'score', rule: 14 }] };
const world = () => {
  const shop = tinyWorld({ acts: MOVES, final: ['finished'] }, [{ forms: { departure: form } }]);
  openJob(shop);
  return shop;
};

describe('a checklist', () => {
  it('keeps the act it gates until every gate item is ticked, naming each by its rule', () => {
    const shop = world();
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'go'))).toEqual(['itemNotTicked@gate p1/11', 'itemNotTicked@gate p1/12']);
    shop.act('10-09 09:11', 'C1', 'J1', 'tickDeparture', { ok: true }, { line: '1' });
    shop.act('10-09 09:11', 'C1', 'J1', 'tickDeparture', { ok: false }, { line: 'badge' });
    expect(refusals(shop.act('10-09 09:12', 'C1', 'J1', 'go'))).toEqual(['itemNotTicked@gate p1/12']);
    shop.act('10-09 09:13', 'C1', 'J1', 'tickDeparture', { ok: true, note: 'found' }, { line: 'badge' });
    expect(refusals(shop.act('10-09 09:14', 'C1', 'J1', 'go'))).toEqual([]);
  });

  it('counts what is scored, and refuses an item it does not have', () => {
    const shop = world();
    shop.act('10-09 09:11', 'C1', 'J1', 'tickDeparture', { ok: true }, { line: '3' });
    shop.act('10-09 09:11', 'C1', 'J1', 'tickDeparture', { ok: false }, { line: '4' });
    shop.act('10-09 09:11', 'C1', 'J1', 'tickDeparture', { ok: true }, { line: '1' });
    expect(shop.matter('J1').facts['departureScore']).toBe(1);
    expect(refusals(shop.act('10-09 09:12', 'C1', 'J1', 'tickDeparture', { ok: true }, { line: '9' }))).toEqual(['notAnItem@gate p1/10']);
  });
});
