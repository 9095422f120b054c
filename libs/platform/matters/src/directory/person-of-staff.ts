import type { FactValue, Matter, Person } from '@huiyin/regulation-engine';

const text = (value: FactValue | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const texts = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []);
const absencesOf = (value: FactValue | undefined): Person['absences'] =>
  Array.isArray(value)
    ? value.flatMap((entry) => {
        const absence = entry as { from?: unknown; to?: unknown; deputy?: unknown };
        if (typeof absence?.from !== 'string' || typeof absence.to !== 'string') return [];
        return [{ from: absence.from, to: absence.to, ...(typeof absence.deputy === 'string' ? { deputy: absence.deputy } : {}) }];
      })
    : [];

/** A staffMember matter as the engine's directory sees it. */
export function personOfStaff(staff: Matter): Person {
  const facts = staff.facts;
  const rank = facts['rank'];
  return {
    id: staff.id,
    name: text(facts['name']) ?? staff.id,
    roles: texts(facts['roles']),
    place: text(facts['place']),
    department: text(facts['department']),
    rank: typeof rank === 'number' ? rank : undefined,
    superior: text(facts['superior']),
    teams: texts(facts['teams']),
    leads: texts(facts['leads']),
    qualifications: texts(facts['qualifications']),
    joined: text(facts['joined']),
    left: text(facts['left']),
    absences: absencesOf(facts['absences']),
    shift: text(facts['shift']),
  };
}
