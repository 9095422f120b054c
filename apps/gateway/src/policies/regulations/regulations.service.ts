import { Injectable } from '@nestjs/common';
import type { PackDocument } from '@huiyin/regulation-engine';
import { listCores, listPacks, loadCore, loadPack, repositoryCoverage } from '@huiyin/regulation-packs';
import type { CardCoverage } from '@huiyin/regulation-packs';

/** The regulations of this system, read once: they change with a release only. */
@Injectable()
export class Regulations {
  private readonly packs = new Map<string, PackDocument>();
  private core: readonly PackDocument[] | undefined;
  private covered: ReadonlyMap<string, CardCoverage> | undefined;

  ids(): readonly string[] {
    return listPacks();
  }

  document(id: string): PackDocument {
    const document = this.packs.get(id) ?? loadPack(id).document;
    this.packs.set(id, document);
    return document;
  }

  cores(): readonly PackDocument[] {
    this.core ??= listCores().map((file) => loadCore(file).document);
    return this.core;
  }

  /** Where each rule of a regulation's card stands; undefined for a regulation without a card. */
  coverage(id: string): CardCoverage | undefined {
    this.covered ??= new Map(repositoryCoverage().map((card) => [card.card.toLowerCase(), card]));
    return this.covered.get(id);
  }
}
