import { field } from '../../test/described-kinds.ts';
import { printForm } from './print-form.ts';
import { printMoney, printValue } from './print-value.ts';

const context = { zone: 'Asia/Shanghai', locale: 'en' as const, people: new Map(), names: new Map(), choice: (_: unknown, value: string) => value };
const form = {
  title: '维修单',
  operator: '和安物业',
  number: 'WX202610-0001',
  rows: [{ label: 'Name', value: '<script>alert("x")</script>' }],
  signatures: [],
  copies: [{ title: 'owner', entitles: 'collection' }, { title: 'equipment' }, { title: 'finance' }, { title: 'service centre' }],
  foot: 's2.4/9',
};

describe('printForm', () => {
  it('prints every copy on its own sheet with its addressee', () => {
    const html = printForm(form, 'a4', 'zh-CN');
    expect(html.match(/<section class="copy">/g)).toHaveLength(4);
    expect(html).toContain('owner · collection');
    expect(html).toContain('@page{size:A4');
  });
  it('fits the continuous paper of an impact printer', () => {
    expect(printForm(form, '241x140', 'zh-CN')).toContain('@page{size:241mm 140mm');
  });
  it('escapes what people and packs wrote', () => {
    const html = printForm(form, 'a4', 'zh-CN');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('printValue', () => {
  it('shows money in yuan and instants in local time', () => {
    expect(printMoney(12650)).toBe('¥126.50');
    expect(printMoney(-5)).toBe('¥-0.05');
    expect(printValue('2026-10-09T06:30:00.000Z', field('appointedAt', 'instant'), context)).toBe('2026-10-09 14:30');
  });
  it('shows nothing for what is absent', () => {
    expect(printValue(undefined, field('room', 'text'), context)).toBe('');
  });
});
