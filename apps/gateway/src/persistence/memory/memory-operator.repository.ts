import type { Operator, PolicyPeriod } from '../../operators/operator.ts';
import { OperatorRepository } from '../operator.repository.ts';

export class MemoryOperatorRepository extends OperatorRepository {
  private readonly operators = new Map<string, Operator>();
  override async insert(operator: Operator): Promise<void> {
    this.operators.set(operator.id, operator);
  }
  override async load(id: string): Promise<Operator | undefined> {
    return this.operators.get(id);
  }
  override async open(id: string, matter: string): Promise<void> {
    this.change(id, { state: 'open', matter });
  }
  override async moveClock(id: string, from: string, to: string): Promise<boolean> {
    if (this.operators.get(id)?.now !== from) return false;
    this.change(id, { now: to });
    return true;
  }
  override async adopt(id: string, period: PolicyPeriod): Promise<void> {
    const policies = this.operators.get(id)?.policies ?? [];
    if (!policies.some(({ matter }) => matter === period.matter)) this.change(id, { policies: [...policies, period] });
  }
  private change(id: string, change: Partial<Operator>): void {
    const operator = this.operators.get(id);
    if (operator) this.operators.set(id, { ...operator, ...change });
  }
}
