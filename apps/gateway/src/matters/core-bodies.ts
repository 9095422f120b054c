import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { ClassConstructor } from 'class-transformer';
import { validate } from 'class-validator';
import { gatewayBodies } from '@huiyin/contracts-gateway';
import { intakeBodies } from '@huiyin/contracts-intake';
import { dispatchBodies } from '@huiyin/contracts-dispatch';
import { faultsOfClass } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { ActDescription, KindDescription } from '@huiyin/regulation-engine';

/**
 * The generated classes of core acts' bodies (`workOrder.create` → class). They check type and form of what core fields carry; whether a
 * field must be there, and whether it may, is the policy's to say.
 */
@Injectable()
export class CoreBodies {
  private readonly classes: Readonly<Record<string, ClassConstructor<object>>> = { ...gatewayBodies, ...intakeBodies, ...dispatchBodies };

  async check(kind: KindDescription, act: ActDescription, body: JsonObject): Promise<readonly Fault[]> {
    const name = `${kind.is ?? kind.kind}.${act.name}`;
    const wanted = Object.hasOwn(this.classes, name) ? this.classes[name] : undefined;
    if (!wanted) return [];
    const errors = await validate(plainToInstance(wanted, body), { skipMissingProperties: true, whitelist: false, forbidUnknownValues: false });
    return faultsOfClass(errors);
  }
}
