import type { OpenApiInfo } from './document.ts';

export const OPENAPI_INFO: OpenApiInfo = {
  title: 'Huiyin',
  version: '1.0.0',
  description: 'The one door of Huiyin (回音). Core kinds have typed routes; kinds and acts that regulations add have the same routes and are described by `GET /v1/kinds/{kind}` and `GET /v1/matters/{id}/acts`.',
};
