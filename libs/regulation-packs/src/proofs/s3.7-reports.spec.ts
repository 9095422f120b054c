import { lintPack } from '../lint/lint-pack.ts';
import { decided, negotiating } from './complaint-story.ts';
import type { ComplaintOffice } from './complaint-office.ts';
import { local, proofDirectory } from './proof-policy.ts';

/** Both reports of the month before, opened by the cycle. */
function reports(office: ComplaintOffice): { statistics: string; discipline: string } {
  const opened = office.openCycles();
  const of = (what: string) => opened.find((id) => office.matter(id).facts['what'] === what) ?? '';
  return { statistics: of('statistics'), discipline: of('discipline') };
}

describe('S3.7, reports of the closed cases', () => {
  it('is a pack that lint accepts and that carries every rule of its card', () => {
    expect(lintPack(proofDirectory('s3.7'))).toEqual([]);
  });

  it('row 12, R24, R31: September\'s are due by the end of the 10th and hold what was decided in September', () => {
    const { office, second } = negotiating();
    office.clock('09-29T16:30').do('M1', 'approve', { tracking: false, discipline: [{ person: 'W2', kind: 'warning' }] }, second);
    office.clock('10-01T00:00');
    const { statistics, discipline } = reports(office);
    expect([statistics, discipline].map((id) => office.step(id, office.matter(id).facts['what'] as string).dueAt)).toEqual([local('10-11T00:00'), local('10-11T00:00')]);
    office.clock('10-10T15:00').do('P1', 'issue', {}, statistics);
    office.do('P1', 'issue', {}, discipline);
    expect([office.step(statistics, 'statistics').verdict, office.step(discipline, 'discipline').verdict]).toEqual(['met', 'met']);
    expect([statistics, discipline].map((id) => office.matter(id).facts['cases'])).toEqual([['260902'], ['260902']]);
    expect(office.toldAbout(discipline, 's3.7/31')).toEqual(['H1']);
  });

  it('row 20, R24, R31: October\'s, not issued, are missed at the start of the 11th; the general manager is told; the late issue lists October\'s case', () => {
    const { office } = decided();
    office.clock('11-01T00:00');
    const { statistics, discipline } = reports(office);
    expect(office.next(statistics)).toMatchObject({ owner: 'P1', dueAt: local('11-11T00:00'), citation: { rule: 's3.7/24' } });
    office.clock('11-10T23:59:59.999');
    expect(office.toldAbout(statistics, 's3.7/24')).toEqual([]);
    office.clock('11-11T00:00');
    expect([office.step(statistics, 'statistics').verdict, office.step(discipline, 'discipline').verdict]).toEqual(['missed', 'missed']);
    expect(office.toldAbout(statistics, 's3.7/24')).toContain('GM');
    expect(office.matter(statistics).owner).toBe('P1');
    office.clock('11-12T09:00');
    office.do('P1', 'issue', {}, statistics);
    office.do('P1', 'issue', {}, discipline);
    expect(office.matter(statistics).facts['cases']).toEqual(['260901']);
    expect(office.matter(discipline).facts['cases'] ?? []).toEqual([]);
  });
});
