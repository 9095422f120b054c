import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { loadSpecs } from './load-specs.mjs';

/** In the sandbox, to which the worker moves only after it has loaded this file. */
const timesFile = () => join(process.cwd(), 'test-times.json');

/**
 * A test runner for Stryker that runs the specs inside its worker: no process, no transform and no test environment for
 * each mutant. Sources and specs are loaded afresh for every mutant, so that nothing one mutant has left in a calendar's
 * memory fails the tests of the next. Tests run one after another, the quick ones first, and stop at the first that fails.
 */
class InProcessRunner {
  static inject = tokens(commonTokens.options);
  /** How long each test took unmutated; kept in the sandbox for the workers that follow. */
  #timeOf = new Map();
  #stryker = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    this.#stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = await this.#load();
    const results = [];
    for (const test of tests) {
      this.#stryker.currentTestId = test.id;
      const began = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - began;
      this.#timeOf.set(test.id, timeSpentMs);
      results.push({ id: test.id, name: test.id, timeSpentMs, ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }) });
    }
    writeFileSync(timesFile(), JSON.stringify([...this.#timeOf]));
    this.#stryker.currentTestId = undefined;
    const { mutantCoverage } = this.#stryker;
    this.#stryker.mutantCoverage = undefined;
    return { status: 'complete', tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit, timeout }) {
    Object.assign(this.#stryker, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    this.#stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    let tests;
    try {
      tests = await this.#load();
    } catch (error) {
      return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 };
    }
    this.#stryker.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const chosen = wanted ? tests.filter(({ id }) => wanted.has(id)) : tests;
    return this.#run(chosen, hitLimit, performance.now() + timeout);
  }

  async #run(chosen, hitLimit, until) {
    let ran = 0;
    for (const test of chosen) {
      const failure = await failureOf(test);
      ran += 1;
      if (hitLimit !== undefined && this.#stryker.hitCount > hitLimit) return { status: 'timeout', reason: `hit more than ${hitLimit} times` };
      if (failure !== null) return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests: ran };
      if (performance.now() > until) return { status: 'timeout', reason: 'tests took too long' };
    }
    return { status: 'survived', nrOfTests: ran };
  }

  async #load() {
    if (this.#timeOf.size === 0 && existsSync(timesFile())) this.#timeOf = new Map(JSON.parse(readFileSync(timesFile(), 'utf8')));
    const tests = await loadSpecs(join(process.cwd(), 'src'));
    return tests.sort((one, other) => (this.#timeOf.get(one.id) ?? 0) - (this.#timeOf.get(other.id) ?? 0));
  }
}

async function failureOf(test) {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 500) : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
