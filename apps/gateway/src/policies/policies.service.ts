import { Injectable } from '@nestjs/common';
import { PolicyLibrary, promisesAlone } from '@huiyin/platform-matters';
import type { Anchors } from '@huiyin/platform-matters';
import { problem } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription, PolicyDocument } from '@huiyin/regulation-engine';
import { PolicyRepository } from '../persistence/policy.repository.ts';
import { KindIndex } from './kind-index.ts';

/** Compiled policies of operators and matters, by hash. */
@Injectable()
export class Policies {
  private readonly library: PolicyLibrary;
  private readonly alone: Readonly<Record<Anchors, PolicyLibrary>>;
  private readonly indexes = new WeakMap<CompiledPolicy, KindIndex>();

  constructor(repository: PolicyRepository) {
    this.library = new PolicyLibrary({ fetch: (hash) => repository.get(hash) });
    const alone = (anchors: Anchors): PolicyLibrary => new PolicyLibrary({ fetch: async (hash) => promisesOf(await repository.get(hash), anchors) }, RARE);
    this.alone = { facts: alone('facts'), opening: alone('opening') };
  }

  /** @throws PolicyUnknown when nobody stored this policy */
  get(hash: string): Promise<CompiledPolicy> {
    return this.library.get(hash);
  }

  /** A policy's promises alone, for what-if questions. @throws PolicyUnknown */
  promises(hash: string, anchors: Anchors): Promise<CompiledPolicy> {
    return this.alone[anchors].get(hash);
  }

  async kinds(hash: string): Promise<KindIndex> {
    const policy = await this.library.get(hash);
    const known = this.indexes.get(policy) ?? new KindIndex(policy);
    this.indexes.set(policy, known);
    return known;
  }

  /** A kind by its engine name under a policy. @throws ProblemError 404 */
  async kind(hash: string, name: string): Promise<KindDescription> {
    const kind = (await this.kinds(hash)).byName(name);
    if (!kind) throw problem('not-found');
    return kind;
  }
}

/** What-if questions are about few policies. */
const RARE = 8;
const promisesOf = (document: PolicyDocument | undefined, anchors: Anchors): PolicyDocument | undefined => document && promisesAlone(document, anchors);
