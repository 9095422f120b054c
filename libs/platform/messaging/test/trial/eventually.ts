/** Repeats an expectation until it holds. @throws its last failure after `withinMs` */
export async function eventually(expectation: () => Promise<void> | void, withinMs = 5000): Promise<void> {
  const deadlineMs = Date.now() + withinMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadlineMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
