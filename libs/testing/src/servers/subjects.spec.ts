import * as contract from '@huiyin/contracts-kernel';
import * as servers from '@huiyin/servers';

describe('names on the wire', () => {
  it('are the same for the services and for whoever grants their rights', () => {
    expect(contract.SERVICE_NAMES).toEqual(servers.SERVICES);
    expect(contract.PARTITIONS).toBe(servers.PARTITIONS);
    expect(contract.EVENT_STREAM).toBe(servers.EVENT_STREAM);
    expect(contract.POLICY_SUBJECT).toBe(servers.POLICY_FETCH_SUBJECT);
    expect(contract.consumerName('intake', 3)).toBe(servers.consumerName('intake', 3));
    expect(contract.rpcSubject('intake', 'act')).toBe(servers.rpcSubject('intake', 'act'));
    expect(contract.logSubject('intake')).toBe(servers.logFetchSubject('intake'));
    expect(contract.seqSubject('intake')).toBe(servers.seqReadSubject('intake'));
  });

  it('give an event the partition of its aggregate', () => {
    const aggregate = 'M-2024-000001';
    const partition = contract.partitionOf(aggregate);
    expect(contract.eventSubject('intake', aggregate, 'repair.file')).toBe(servers.eventSubject('intake', partition, 'repair_file'));
  });
});
