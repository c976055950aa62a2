/** The printer of a test console. */
export const printerName = 'desk';

/** Waits for what goes on behind the counter; fails loudly after 20 s. */
export async function until<T>(what: string, read: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((done) => { setTimeout(done, 20); });
  }
}
