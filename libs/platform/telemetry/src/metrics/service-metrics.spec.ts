import { operationGauges } from './operation-gauges.ts';
import { ServiceMetrics } from './service-metrics.ts';
import { WorkMetrics } from './work-metrics.ts';

const NOW = Date.parse('2026-03-02T01:00:30.000Z');

describe('metrics of a service', () => {
  it('reads the dashboard gauges when asked, never before', async () => {
    const metrics = new ServiceMetrics('intake', { processMetrics: false });
    let reads = 0;
    const readings = {
      oldestUnpublished: async () => '2026-03-02T01:00:00.000Z',
      deadLetters: async () => (reads += 1),
      parkedMatters: async () => 2,
      oldestDueAlarm: async () => undefined,
      mattersWithoutOwner: async () => 0,
      mattersWithoutNextStep: async () => 0,
    };
    for (const gauge of operationGauges(readings, () => NOW)) metrics.addGauge(gauge);
    expect(reads).toBe(0);
    const text = await metrics.text();
    expect(text).toContain('huiyin_oldest_unpublished_event_age_seconds{service="intake"} 30');
    expect(text).toContain('huiyin_alarm_overdue_seconds{service="intake"} 0');
    expect(text).toContain('huiyin_dead_letters{service="intake"} 1');
    expect(text).toContain('huiyin_parked_matters{service="intake"} 2');
    expect(text).toContain('huiyin_matters_without_owner{service="intake"} 0');
    expect(text).toContain('huiyin_matters_without_next_step{service="intake"} 0');
  });

  it('leaves out a gauge that cannot be read, counts it, and still shows the others', async () => {
    const metrics = new ServiceMetrics('intake', { processMetrics: false });
    metrics.addGauge({ name: 'broken', help: 'x', read: () => Promise.reject(new Error('no')) });
    metrics.addGauge({ name: 'parts', help: 'x', labelNames: ['of'], read: () => [{ labels: { of: 'a' }, value: 1 }, { labels: { of: 'b' }, value: 2 }] });
    await metrics.text();
    const text = await metrics.text();
    expect(text).not.toMatch(/^huiyin_broken[ {]/m);
    expect(text).toContain('huiyin_parts{of="b",service="intake"} 2');
    expect(text).toMatch(/huiyin_gauge_read_failures_total\{gauge="broken",service="intake"\} [12]/);
  });

  it('counts what the event path, the alarms and the commands report, apart for each service', async () => {
    const [intake, dispatch] = [new ServiceMetrics('intake', { processMetrics: false }), new ServiceMetrics('dispatch', { processMetrics: false })];
    const work = new WorkMetrics(intake);
    new WorkMetrics(dispatch);
    work.eventPublished();
    work.eventApplied('dispatch', 'applied');
    work.gapFilled('dispatch');
    work.redelivered('dispatch');
    work.alarmFired(1500);
    work.commandDone('serviceRequest', 'register', 'done', 12);
    const text = await intake.text();
    expect(text).toContain('huiyin_events_published_total{service="intake"} 1');
    expect(text).toContain('huiyin_events_applied_total{source="dispatch",outcome="applied",service="intake"} 1');
    expect(text).toContain('huiyin_inbox_gaps_total{source="dispatch",service="intake"} 1');
    expect(text).toContain('huiyin_redeliveries_total{source="dispatch",service="intake"} 1');
    expect(text).toContain('huiyin_alarm_lateness_seconds_bucket{le="2",service="intake"} 1');
    expect(text).toContain('huiyin_command_duration_seconds_count{service="intake",kind="serviceRequest",act="register",outcome="done"} 1');
    expect(await dispatch.text()).toContain('huiyin_events_published_total{service="dispatch"} 0');
  });
});
