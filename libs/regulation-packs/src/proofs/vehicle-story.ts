import { VehicleOffice } from './vehicle-office.ts';

/** What has been reached of rows 1 to 12: the matters of user A. */
export interface Story {
  readonly office: VehicleOffice;
  readonly request: string;
  readonly order: string;
  readonly trip: string;
}

/** Rows 1 and 5: A called at 16:20 on 30 April; T1 and T2 have the task, the forms, a leader, and are away since 17:20. */
export function away(): Story {
  const office = new VehicleOffice().clock('04-30T16:20');
  const request = office.call('A');
  const order = office.orderOf(request);
  office.do('L1', 'assignCrew', order, { lead: 'T1', crew: ['T1', 'T2'] });
  office.do('T1', 'takeTask', order, { vehicle: office.vehicle, address: 'a', contact: 'A' });
  office.clock('04-30T17:05').do('T1', 'callUser', order, { exactFault: 'hinge', road: 'clear' });
  const trip = office.act('L1', 'trip', 'plan', { order, crew: [{ person: 'T1' }, { person: 'T2' }] });
  office.do('L1', 'nameLeader', trip, { tripLeader: 'T1' });
  for (const item of ['reportForm', 'surveyForm']) office.do('T1', 'tickDeparture', trip, { ok: true }, { line: item });
  office.clock('04-30T17:20').do('T1', 'depart', trip);
  return { office, request, order, trip };
}

/** Row 7: on site at noon of 1 May, looked and confirmed. */
export function diagnosed(): Story {
  const story = away();
  const { office, order } = story;
  office.clock('05-01T12:00').do('T1', 'arrive', order);
  office.do('T1', 'look', order, { heard: 'rattles', runMonths: 14, mileageKm: 41200, openedBefore: false });
  office.do('T1', 'confirm', order, { findings: 'hinge broken' });
  return story;
}

/** Row 8: the report of two hinges is signed at 14:20. */
export function signed(liability = 'maker'): Story {
  const story = diagnosed();
  const { office, order } = story;
  office.clock('05-01T14:20');
  for (const item of ['introduced', 'taught']) office.do('T1', 'tickServiceReport', order, { ok: true }, { line: item });
  office.do('T1', 'report', order, { cause: 'casting', liability, treatment: 'replaced', replaced: [{ sku: 'hinge', qty: 2, cause: 'casting' }] });
  office.do('T1', 'signOff', order, { opinion: 'satisfied' }, { for: 'A' });
  return story;
}

/** Rows 11 and 12: back on 6 May at 09:00, the report handed in. */
export function back(liability = 'maker'): Story {
  const story = signed(liability);
  const { office, order, trip } = story;
  office.do('T1', 'reportShort', order, { shortReport: 'done' });
  office.do('T1', 'leave', order);
  office.clock('05-06T09:00').do('T1', 'comeBack', trip);
  office.do('T1', 'reportInDetail', order, { detailedReport: 'done' });
  return story;
}
