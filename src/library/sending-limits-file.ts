import * as z from 'zod';
import { wholeNumber } from './content-values.ts';
import type { Checked } from './problem.ts';
import type { SendingLimits } from './sending-limits.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** Reads `sending/limits.yaml`. */
export function readSendingLimitsFile(text: string): Checked<SendingLimits> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { problems: source.problems };
  return validateYaml(sendingLimitsValues, source.value);
}

export const sendingLimitsValues = z.strictObject({ accounts: wholeNumber('accounts', 1, 5_000_000) });
