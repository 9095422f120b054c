import type { CompiledStep } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { compileStep } from './compile-steps.ts';
import type { StepContext } from './compile-steps.ts';
import type { ShapedLayers } from './compile-kind.ts';

/** Steps of all layers; the governing pack's replace the core's of the same name. One that only watches stands beside another of its name, as `pack:name`. */
export function compileSteps(compiler: Compiler, layers: ShapedLayers, context: Omit<StepContext, 'pack' | 'watch'>): ReadonlyMap<string, CompiledStep> {
  const steps = new Map<string, CompiledStep>();
  for (const { pack, document, base, governing, watch, varies } of layers) {
    for (const [name, step] of Object.entries(document.steps ?? {})) {
      const watching = watch || step.mode === 'watch';
      const taken = steps.get(name);
      if (taken && watching) {
        steps.set(`${pack}:${name}`, compileStep(compiler, name, step, { ...context, pack, watch: true }));
        continue;
      }
      if (taken?.watch) steps.set(`${taken.pack}:${name}`, taken);
      else if (steps.has(name) && !base && !governing && steps.get(name)!.pack !== varies) {
        compiler.problem('conflict', pack, `kinds.${context.kind}.steps.${name}`, `${steps.get(name)!.pack} has a step of this name`);
        continue;
      }
      steps.set(name, compileStep(compiler, name, step, { ...context, pack, watch: watching }));
    }
  }
  return steps;
}
