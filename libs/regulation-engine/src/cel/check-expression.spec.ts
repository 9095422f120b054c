import { checkExpression } from './check-expression.ts';
import type { ScopeTypes, TypeSpec } from './scope-types.ts';

const line: TypeSpec = { base: 'object', name: 'line', fields: { sku: { base: 'text' }, qty: { base: 'int' }, day: { base: 'date' }, good: { base: 'bool', optional: true }, kind: { base: 'text', options: ['new', 'used'] } } };
const request: TypeSpec = { base: 'object', name: 'request', optional: true, fields: { signedAt: { base: 'instant', optional: true }, room: { base: 'text' } } };
const scope: ScopeTypes = {
  matter: {
    base: 'object', name: 'job',
    fields: {
      price: { base: 'int' }, discount: { base: 'int', optional: true }, room: { base: 'text' }, size: { base: 'text', options: ['small', 'large'] }, flag: { base: 'bool', optional: true }, team: { base: 'text', optional: true }, at: { base: 'instant' }, day: { base: 'date' },
      parts: { base: 'list', of: line, max: 50 }, many: { base: 'list', of: line }, request,
    },
  },
  values: { base: 'object', name: 'values', fields: { limit: { base: 'int' }, close: { base: 'time' }, threeDays: { base: 'duration' }, rate: { base: 'decimal' } } },
  now: { base: 'instant' }, actor: { base: 'person' },
};

describe('the check of an expression against declared types', () => {
  it.each([
    ['matter.price > 0', 'bool'],
    ['has(matter.team) ? matter.team : matter.room', 'string'],
    ["matter.team == 'a'", 'bool'],
    ["matter.size == 'small' || matter.size in ['large'] || matter.size == matter.room", 'bool'],
    ["matter.parts.exists(p, p.kind == 'used')", 'bool'],
    ['matter.at < now', 'bool'],
    ['matter.parts.filter(p, p.qty > 1).size() + matter.price', 'int'],
    ['has(matter.request.signedAt) && matter.request.signedAt < now', 'bool'],
    ['matter.discount != null && matter.discount > 0', 'bool'],
    ['!has(matter.discount) || matter.discount > 0', 'bool'],
    ['holds(matter.price, values.limit)', 'bool'],
    ["endOf('month', now)", 'Instant'],
    ['timeOf(now) <= values.close', 'bool'],
    ['holds(timeOf(now), values.close)', 'bool'],
    ['holds(workingBetween(matter.at, now), values.threeDays)', 'bool'],
    ['holds(daysBetween(matter.at, now), values.limit)', 'bool'],
    ['holds(ratio(matter.price, 1), values.rate)', 'bool'],
    ['daysOff(matter.day, dateOf(now)).all(d, matter.parts.exists(p, p.day == d))', 'bool'],
    ['daysOf(matter.day, dateOf(now))', 'list<Day>'],
    ["matter.price > 0 ? matter.room : null", 'string'],
    ['matter.price > 0 ? null : matter.price', 'int'],
    ['(matter.price > 0 ? matter.price : null) == null', 'bool'],
    ['matter.price > 0 ? (has(matter.discount) ? matter.discount : null) : null', 'int'],
    ['(has(matter.discount) ? matter.discount : matter.price) + 1', 'int'],
    ['instantOf(matter.day, timeOf(now)) < now', 'bool'],
  ])('accepts %s as %s', (source, type) => {
    expect(checkExpression(source, scope)).toMatchObject({ errors: [], type });
  });

  it.each([
    ['matter.pric > 0', 'unknownName'],
    ['has(matter.tem)', 'unknownName'],
    ['matter.room > matter.price', 'type'],
    ['matter.at == matter.room', 'type'],
    ["instantOf(matter.day, '17:30') < now", 'type'],
    ['instantOf(now, timeOf(now)) < now', 'type'],
    ['matter.discount > 0', 'unguarded'],
    ['has(matter.team) || matter.discount > 0', 'unguarded'],
    ['matter.request.room', 'unguarded'],
    ['(matter.price > 0 ? matter.price : null) + 1', 'unguarded'],
    ['(matter.price > 0 ? matter.discount : 0) + 1', 'unguarded'],
    ['matter.price > 0 ? matter.room : matter.price', 'type'],
    ['matter.price ? matter.room : null', 'type'],
    ['matter.pric > 0 ? matter.room : null', 'unknownName'],
    ['matter.price > 0 ? matter.rom : null', 'unknownName'],
    ['matter.flag && matter.price > 0', 'unguarded'],
    ['matter.price > 0 || matter.flag', 'unguarded'],
    ['matter.flag ? 1 : 0', 'unguarded'],
    ['matter.parts.exists(p, p.good)', 'unguarded'],
    ['null + 1', 'unguarded'],
    ["matter.size == 'smal'", 'option'],
    ["'smal' != matter.size", 'option'],
    ["matter.size in ['small', 'huge']", 'option'],
    ["matter.parts.exists(p, p.kind == 'used' || p.kind == 'nwe')", 'option'],
    ["matter.room.matches('a+')", 'function'],
    ["timestamp('2026-01-01T00:00:00Z') < now", 'function'],
    ['holds(matter.price, 1)', 'function'],
    ["{matter.room: 1}.size() > 0", 'function'],
    ['holds(timeOf(now), values.threeDays)', 'type'],
    ['holds(matter.price, values.close)', 'type'],
    ['holds(matter.at, values.threeDays)', 'type'],
    ['holds(daysBetween(matter.at, now), values.threeDays)', 'type'],
    ['matter.price >', 'syntax'],
    ['daysOf(matter.day, matter.day).exists(a, daysOf(a, matter.day).exists(b, daysOf(b, matter.day).exists(c, c == b)))', 'cost'],
    ['daysOff(matter.at, matter.day) == []', 'type'],
    ['matter.many.exists(a, matter.many.exists(b, a.qty == b.qty))', 'cost'],
  ])('refuses %s: %s', (source, code) => {
    expect(checkExpression(source, scope).errors.map((error) => error.code)).toContain(code);
  });

  it('wants of a condition true or false, never nothing', () => {
    const codes = (source: string) => checkExpression(source, scope, undefined, true).errors.map(({ code }) => code);
    expect(codes('matter.price')).toEqual(['type']);
    expect(codes('matter.flag')).toEqual(['unguarded']);
    expect(codes('matter.price > 0 ? matter.flag == true : null')).toEqual(['unguarded']);
    expect(codes('has(matter.flag) && matter.flag')).toEqual([]);
    expect(codes('matter.flag == true')).toEqual([]);
  });

  it('reads nested choices with null in time that grows with their length', () => {
    const deep = Array.from({ length: 40 }, () => 'matter.price > 0 ? null : ').join('');
    const started = performance.now();
    expect(checkExpression(`${deep}matter.room`, scope)).toMatchObject({ errors: [], type: 'string' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('reports figures that belong in values', () => {
    expect(checkExpression('matter.price > 500 && matter.price < 1', scope).literals).toEqual(['500']);
  });

  it('says what to write for days that are compared with a duration', () => {
    expect(checkExpression('holds(daysBetween(matter.at, now) - 1, values.threeDays)', scope).errors[0]?.message).toContain('compare addTo(from, values.threeDays) with the later instant');
  });

  it('says where a wrong name stands', () => {
    const source = 'matter.price > 0 && matter.tem == 1';
    expect(source.slice(checkExpression(source, scope).errors[0]!.at)).toMatch(/^(?:matter\.)?tem/);
  });

  it('reports holds() on a value whose word fixes no comparison', () => {
    expect(checkExpression('holds(matter.price, values.limit)', scope, () => undefined).errors).toMatchObject([{ code: 'word' }]);
  });

  it('bounds the cost by each list’s max', () => {
    expect(checkExpression('matter.parts.all(p, p.qty > 0)', scope).cost).toBeGreaterThan(50);
    expect(checkExpression('matter.parts.exists(a, matter.parts.exists(b, a.sku == b.sku))', scope).cost).toBeGreaterThan(2_500);
  });
});
