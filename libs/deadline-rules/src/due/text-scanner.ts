import { DueSyntaxError } from '../deadline-errors.ts';

/** Reads a due text from left to right; what does not fit is reported with its position and what is allowed there. */
export class TextScanner {
  readonly text: string;
  private position = 0;
  private taken = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The match of a sticky expression at the cursor, which moves behind it; null leaves it where it is. */
  take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'iy');
    sticky.lastIndex = this.position;
    const match = sticky.exec(this.text);
    if (match) {
      this.taken = this.position;
      this.position = sticky.lastIndex;
    }
    return match;
  }

  /** As take, but throws DueSyntaxError naming what is allowed. */
  expect(pattern: RegExp, ...allowed: string[]): RegExpExecArray {
    return this.take(pattern) ?? this.fail(...allowed);
  }

  /** Throws if something is left. */
  end(...allowed: string[]): void {
    if (this.position < this.text.length) this.fail(...allowed, 'the end');
  }

  fail(...allowed: string[]): never {
    throw new DueSyntaxError(this.text, this.position, allowed);
  }

  /** Refuses what was last taken: well formed, but not allowed. */
  refuse(...allowed: string[]): never {
    throw new DueSyntaxError(this.text, this.taken, allowed);
  }
}
