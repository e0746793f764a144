/** The longest time over which WeCom recognises a repeated request, in seconds (protocol §4.2). */
const longestCheck = 14_400;

/** Bodies to one person that differ although their texts are the same. */
const variants = 600;

/**
 * The `duplicate_check_interval` of a body, in seconds: between 13,801 and 14,400, different for each
 * of 600 consecutive bodies to one person. All repeats of one entry share it, so WeCom delivers one of
 * them; two entries that happen to say the same (帮助 asked for twice) differ in it and both arrive.
 */
export function duplicateCheckSeconds(variant: number): number {
  return longestCheck - (variant % variants);
}

/**
 * How long after its first try an entry may be repeated without being delivered twice, in
 * milliseconds: the shortest interval, less what a call may take and clocks may differ by.
 */
export const repeatableFor = (longestCheck - variants - 120) * 1000;
