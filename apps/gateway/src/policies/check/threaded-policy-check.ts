import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@huiyin/regulation-packs';
import type { PolicyParts } from '../policy-parts.ts';
import type { CheckAnswer } from './check-answer.ts';
import type { LookedAt } from './looked-at.ts';
import { CalendarFault, PolicyCheck, PolicyTooCostly } from './policy-check.ts';

const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 768;
const KEPT = 16;
/** At run time the thread is compiled like everything else; in tests it runs from its source. */
const fromSource = import.meta.url.endsWith('.ts');
const THREAD = new URL(`./policy-check.thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);

/**
 * Looks at policies in a thread of its own, bounded in time and memory, so that requests go on meanwhile. The same parts are looked at
 * once: the regulations of a running system do not change.
 */
@Injectable()
export class ThreadedPolicyCheck extends PolicyCheck {
  private readonly known = new Map<string, Promise<LookedAt>>();

  override look(parts: PolicyParts): Promise<LookedAt> {
    const key = canonicalJson(parts);
    const known = this.known.get(key) ?? this.inThread(parts);
    this.known.delete(key);
    this.known.set(key, known);
    known.catch(() => this.known.delete(key));
    const oldest = this.known.size > KEPT ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    return known;
  }

  private async inThread(parts: PolicyParts): Promise<LookedAt> {
    const answer = await new Promise<CheckAnswer>((resolve, reject) => {
      const worker = new Worker(THREAD, { workerData: parts, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }, execArgv: fromSource ? ['--conditions=@huiyin/source'] : [] });
      const tooLong = setTimeout(() => {
        reject(new PolicyTooCostly(`longer than ${LONGEST_MS} ms`));
        void worker.terminate();
      }, LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', (fault: Error & { readonly code?: string }) => reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new PolicyTooCostly(fault.message) : fault));
      worker.once('exit', () => {
        clearTimeout(tooLong);
        reject(new Error('the thread that looks at policies ended without an answer'));
      });
    });
    if ('calendar' in answer) throw new CalendarFault(answer.calendar.field, answer.calendar.rule);
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.looked;
  }
}
