import { adminPermissions, permissionsFor } from './permissions.ts';
import { SERVICES } from './subjects.ts';

describe('the rights of an identity', () => {
  it.each([...SERVICES])('of %s begin with a literal, name no other service’s events and grant no whole API', (service) => {
    const { publish, subscribe } = permissionsFor(service);
    for (const subject of [...publish, ...subscribe]) expect(subject).not.toMatch(/^[*>]|^\$JS\.>|^\$JS\.API\.>|^\$SYS|\.EVENTS\.\*/);
    expect(publish.filter((subject) => subject.startsWith('evt.'))).toEqual([`evt.${service}.>`]);
    expect(subscribe.filter((subject) => subject.startsWith('_INBOX'))).toEqual([`_INBOX_${service}.>`]);
  });

  it('to send commands belong to the gateway alone', () => {
    expect(SERVICES.filter((service) => permissionsFor(service).publish.some((subject) => subject.startsWith('rpc.')))).toEqual(['gateway']);
  });

  it('to serve policies belong to the gateway alone', () => {
    expect(SERVICES.filter((service) => permissionsFor(service).subscribe.includes('policy.gateway.fetch'))).toEqual(['gateway']);
  });

  it('to change the stream belong to the provisioner alone', () => {
    const changes = /\$JS\.API\.(STREAM\.(CREATE|UPDATE|DELETE|PURGE)|CONSUMER\.(CREATE|DELETE))/;
    expect(SERVICES.filter((service) => permissionsFor(service).publish.some((subject) => changes.test(subject)))).toEqual([]);
    expect(adminPermissions.publish.some((subject) => changes.test(subject))).toBe(true);
  });
});
