import type { Citation, FactMap, FactValue } from '../matter/matter.ts';

/** Schema `why.v1`: one decision, traced to its rule, its operands and the origin of its figures. */
export interface WhyAnswer {
  readonly schema: 'why.v1';
  /** What was asked: `class`, `owner`, `dueAt:handOver`, `price` … */
  readonly fact: string;
  readonly value: FactValue;
  /** `s2.4/kinds.workOrder.steps.handOver`; undefined: given by an act. */
  readonly item?: string;
  readonly citation?: Citation;
  /** What the item read: path → value. */
  readonly inputs: FactMap;
  /** Rows or alternatives looked at before the one that applied. */
  readonly tried: readonly { readonly row: number; readonly failed: string; readonly citation?: Citation }[];
  /** Exceptions that were looked at and did not hold. */
  readonly exceptions: readonly { readonly if: string; readonly held: boolean; readonly citation: Citation }[];
  /** Figures that took part, with where they come from. */
  readonly values: readonly {
    readonly name: string;
    readonly is: FactValue;
    readonly origin: 'text' | 'setting' | 'override';
    readonly word?: string;
    readonly citation: Citation;
  }[];
  /** For given facts: the act that gave it. */
  readonly given?: { readonly act: string; readonly by: string; readonly at: string };
  /** For due times: start, due, calendar steps in three languages. */
  readonly due?: {
    readonly startedAt: string;
    readonly dueAt?: string;
    readonly inclusive?: boolean;
    readonly provisional?: string;
    /** What set the clock back to a new anchor, and the due before. */
    readonly restarts?: readonly { readonly at: string; readonly from?: string; readonly citation?: Citation }[];
    readonly spec: string;
    readonly lines: { readonly 'zh-CN': readonly string[]; readonly 'zh-TW': readonly string[]; readonly en: readonly string[] };
    readonly explanation?: unknown;
  };
}
