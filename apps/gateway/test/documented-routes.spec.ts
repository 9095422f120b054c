import 'reflect-metadata';
import { compareRoutes, openapiOfWorkspace } from '@huiyin/generators';
import { edgeApp } from './edge-app.ts';

/** Health and metrics are the platform's, put beside the gateway where it runs. */
const beside = (route: string): boolean => !/ \/(?:health\/|metrics)/.test(route);

describe('the routes of the gateway and its OpenAPI document', () => {
  it('are the same, both ways', async () => {
    const edge = await edgeApp();
    const { notServed, notDocumented } = compareRoutes(openapiOfWorkspace(), edge.routes);
    await edge.app.close();
    expect(edge.routes.length).toBeGreaterThan(30);
    expect({ notServed: notServed.filter(beside), notDocumented: notDocumented.filter(beside) }).toEqual({ notServed: [], notDocumented: [] });
  });
});
