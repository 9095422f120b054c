import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readServiceEnvironment } from '@huiyin/platform-matters';
import type { RunningService } from '@huiyin/platform-matters';
import { connectMessaging } from '@huiyin/platform-messaging';
import { NativeLogger } from '@huiyin/platform-telemetry';
import { AppModule } from './app.module.ts';
import { readConfig } from './config.ts';
import { dressServer, httpAdapter } from './http-server.ts';

/**
 * Starts the gateway in this process.
 * @throws Error naming every variable of the environment that is missing or malformed
 */
export async function start(variables: Readonly<Record<string, string | undefined>>): Promise<RunningService> {
  const environment = readServiceEnvironment(variables);
  const config = readConfig(variables);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(environment, config), httpAdapter(), { bufferLogs: true });
  app.useLogger(app.get(NativeLogger));
  await dressServer(app);
  await connectMessaging(app);
  await app.listen(environment.port, config.host);
  const address = app.getHttpServer().address();
  return { port: typeof address === 'object' && address ? address.port : environment.port, stop: () => app.close() };
}
