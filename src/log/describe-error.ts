import { originalStack } from './original-stack.ts';

/** What the log says of an error. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/**
 * Puts anything that was thrown into plain data. Only what is named here is taken over: libraries
 * hang whole commands and requests on their errors, with the words of the person in them.
 */
export function describeError(error: unknown, levels = 4): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: name,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(stack === undefined ? {} : { stack: originalStack(stack) }),
    ...(cause === undefined || levels === 0 ? {} : { cause: describeError(cause, levels - 1) }),
  };
}
