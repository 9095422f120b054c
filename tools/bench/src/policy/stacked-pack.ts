import type { PackDocument } from '@huiyin/regulation-engine';

/**
 * A pack that adds to the core's work order without governing it: three gates on its opening (as many as an act of the real packs has at most, on the average
 * of all acts 0.5), one on handing over, a promise that a later act opens, a derived fact and a message. It holds for what the bench does.
 */
export function stackedPack(number: number): PackDocument {
  const own = (name: string): string => `${name}${number}`;
  const text = { 'zh-CN': `附加规定 ${number}`, en: `Further regulation ${number}` };
  return {
    language: 1,
    pack: `stacked${number}`,
    title: text,
    cites: { 1: { clause: '1' }, 2: { clause: '2' }, 3: { clause: '3' } },
    texts: Object.fromEntries([
      'tooFewCopies', 'tooManyCopies', 'notInTheHouse', 'keeperToldLate', `value.${own('fewest')}`, `value.${own('most')}`, `value.${own('inspectWithin')}`, `party.${own('inspector')}`,
      `field.workOrder.${own('copies')}`, `field.workOrder.${own('bundle')}`, `choice.workOrder.${own('bundle')}.single`, `choice.workOrder.${own('bundle')}.several`, `step.workOrder.${own('inspect')}`,
    ].map((key) => [key, text])),
    values: {
      [own('fewest')]: { is: 1, word: '以上', rule: 1 },
      [own('most')]: { is: 3 + number, word: '以内', rule: 1 },
      [own('inspectWithin')]: { is: `P${1 + (number % 5)}WD`, word: '内', rule: 3 },
    },
    parties: { [own('inspector')]: { is: 'inspector', rule: 3 } },
    kinds: {
      workOrder: {
        fields: { [own('copies')]: { type: 'int', min: 0, max: 99, optional: ['create'], rule: 1 }, [own('bundle')]: { choice: ['single', 'several'], rule: 2 } },
        acts: {
          create: {
            require: [
              { if: `has(after.${own('copies')})`, that: `holds(after.${own('copies')}, values.${own('fewest')})`, refuse: 'tooFewCopies', rule: 1 },
              { if: `has(after.${own('copies')})`, that: `holds(after.${own('copies')}, values.${own('most')})`, refuse: 'tooManyCopies', rule: 1 },
              { that: "after.request.customer.relation in ['owner', 'tenant']", refuse: 'notInTheHouse', rule: 2 },
            ],
          },
          take: { require: [{ that: "matter.state == 'drafted' && has(matter.did.create)", refuse: 'keeperToldLate', rule: 2 }] },
        },
        steps: { [own('inspect')]: { opens: { when: 'workOrder.complete' }, who: own('inspector'), act: 'signOff', due: `value:${own('inspectWithin')}`, rule: 3 } },
        tables: {
          [own('bundleOf')]: {
            sets: own('bundle'), rule: 2, in: { copies: `has(matter.${own('copies')}) ? matter.${own('copies')} : 0` },
            rows: [{ copies: '<= 1', then: "'single'", rule: 2 }, { copies: '> 1', then: "'several'", rule: 2 }],
          },
        },
        effects: [{ when: 'workOrder.complete', do: { tell: own('inspector'), rule: 3 }, rule: 3 }],
      },
    },
  };
}
