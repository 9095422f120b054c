/** The core kind that keeps what an indicator gave in a closed period: who has which value, rank and reward, by which rule. */
export const RESULT = 'indicatorResult';
export const CLOSE = 'close';
export const CORRECT = 'correct';
export const POSTING: ReadonlySet<string> = new Set([`${RESULT}.${CLOSE}`, `${RESULT}.${CORRECT}`]);
