import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/shared-redis.ts'],
    reporters: ['default', './tests/support/plain-summary-reporter.ts'],
    // Each file in a process of its own, since many tests start and kill servers.
    pool: 'forks',
    maxWorkers: 2,
    // Only to end what hangs: how long things take is measured by the benchmarks, and a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    dangerouslyIgnoreUnhandledErrors: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'handlers/**/*.ts', 'jobs/**/*.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'coverage',
    },
  },
});
