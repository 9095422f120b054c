import { compilePolicy } from '@huiyin/regulation-engine';
import type { CompiledPolicy } from '@huiyin/regulation-engine';
import { TransientFault } from '@huiyin/platform-messaging';
import type { PolicySource } from '../ports.ts';

/** The policy of a matter cannot be had at the moment; the caller waits or tries again: an event never becomes a dead letter over it. */
export class PolicyUnknown extends TransientFault {
  constructor(readonly hash: string) {
    super(`policy ${hash} is not known here yet`);
  }
}

/**
 * Compiled policies by content hash, least recently used out first. A hash that is being compiled is compiled once.
 */
export class PolicyLibrary {
  private readonly compiled = new Map<string, Promise<CompiledPolicy>>();

  constructor(
    private readonly source: PolicySource,
    private readonly capacity = 64,
  ) {}

  /** @throws PolicyUnknown when the owner of policies does not know the hash. */
  get(hash: string): Promise<CompiledPolicy> {
    const known = this.compiled.get(hash);
    if (known) {
      this.compiled.delete(hash);
      this.compiled.set(hash, known);
      return known;
    }
    const loading = this.load(hash);
    this.compiled.set(hash, loading);
    loading.catch(() => this.compiled.delete(hash));
    const oldest = this.compiled.size > this.capacity ? this.compiled.keys().next().value : undefined;
    if (oldest !== undefined) this.compiled.delete(oldest);
    return loading;
  }

  private async load(hash: string): Promise<CompiledPolicy> {
    const document = await this.source.fetch(hash);
    if (!document) throw new PolicyUnknown(hash);
    return compilePolicy(document, { hash });
  }
}
