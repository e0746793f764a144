import { vi } from 'vitest';

/**
 * Waits until an expectation holds, which throws as long as it does not. How long that takes depends on the
 * machine, so the limit is only there to name what is missing before the test's own time is up.
 */
export async function eventually(expectation: () => unknown): Promise<void> {
  await vi.waitFor(expectation, { timeout: 15_000, interval: 5 });
}
