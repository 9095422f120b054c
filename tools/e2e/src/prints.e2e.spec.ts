import { Operator } from './operator.ts';
import { useSystem } from './use-system.ts';

describe('printed orders', () => {
  const system = useSystem();

  it.each([['a4', /size:\s*A4/i], ['241x140', /size:\s*241mm 140mm/i]])('come in four copies on %s, each with its addressee and escaped text', async (paper, size) => {
    const operator = await Operator.open(system());
    const { order } = await operator.draftOrder();
    const answer = await operator.who('clerk').get(`/v1/matters/${order}/prints/repair-order?paper=${paper}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toMatch(size);
    for (const copy of ['业主联', '设备部联', '财务部联', '报修服务中心联']) expect(answer.text).toContain(copy);
    for (const fact of ['王女士', '1203', '13800000001', '水管漏水', 'WX202610-0001']) expect(answer.text).toContain(fact);
    expect(answer.text).not.toContain('<script');
  });
});
