import { kebab } from '@huiyin/platform-http';
import type { CoreKind } from '../model/core-kind.ts';
import { headerOf } from './header.ts';

/** `bodies.ts`: the class of the body of every act, by `kind.act`. */
export function registryFile(service: string, kinds: readonly CoreKind[], parts: string): string {
  const imports = kinds.map((kind) => `import { ${kind.acts.map((act) => act.body).sort().join(', ')} } from './${kebab(kind.kind)}.bodies.ts';\n`);
  const entries = kinds.flatMap((kind) => kind.acts.map((act) => `  '${kind.kind}.${act.name}': ${act.body},\n`));
  return [
    headerOf(service),
    `import type { ActBody } from '${parts}';\n`,
    ...imports,
    `\n/** Classes of the bodies of ${service}'s core acts, by \`kind.act\`. */\n`,
    `export const ${service}Bodies: Readonly<Record<string, new () => ActBody>> = {\n`,
    ...entries,
    '};\n',
  ].join('');
}
