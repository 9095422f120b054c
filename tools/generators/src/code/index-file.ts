import type { CoreKind } from '../model/core-kind.ts';
import { kebab } from '@huiyin/platform-http';
import { headerOf } from './header.ts';

/** `index.ts` of the generated folder. */
export function indexFile(service: string, kinds: readonly CoreKind[]): string {
  const names = kinds.map((kind) => kebab(kind.kind));
  return [headerOf(service), "export * from './core.ts';\n", "export * from './bodies.ts';\n", ...names.flatMap((name) => [`export type * from './${name}.facts.ts';\n`, `export * from './${name}.bodies.ts';\n`])].join('');
}
