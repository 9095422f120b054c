import type { Operator, PolicyPeriod } from '../../operators/operator.ts';
import { OperatorRepository } from '../operator.repository.ts';
import { entityOf, rowOf } from './collections.ts';
import type { GatewayCollections } from './collections.ts';

export class MongoOperatorRepository extends OperatorRepository {
  constructor(private readonly operators: GatewayCollections['operators']) {
    super();
  }
  override async insert(operator: Operator): Promise<void> {
    await this.operators.insertOne(rowOf(operator));
  }
  override async load(id: string): Promise<Operator | undefined> {
    const row = await this.operators.findOne({ _id: { $eq: id } });
    return row ? entityOf<Operator>(row) : undefined;
  }
  override async open(id: string, matter: string): Promise<void> {
    await this.operators.updateOne({ _id: { $eq: id } }, { $set: { state: 'open', matter } });
  }
  override async moveClock(id: string, from: string, to: string): Promise<boolean> {
    const { matchedCount } = await this.operators.updateOne({ _id: { $eq: id }, now: { $eq: from } }, { $set: { now: to } });
    return matchedCount === 1;
  }
  override async adopt(id: string, period: PolicyPeriod): Promise<void> {
    await this.operators.updateOne({ _id: { $eq: id }, 'policies.matter': { $ne: period.matter } }, { $push: { policies: period } });
  }
}
