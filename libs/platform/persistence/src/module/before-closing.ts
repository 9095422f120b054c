/** What must have ended before the connection to the database closes, whatever order the modules were imported in. */
export class BeforeClosing {
  readonly #steps: (() => Promise<void>)[] = [];

  /** @param step safe to run twice */
  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    await Promise.allSettled(this.#steps.map(async (step) => step()));
  }
}
