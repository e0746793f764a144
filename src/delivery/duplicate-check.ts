/** The longest time over which WeCom recognises a repeated request, in seconds (protocol §4.2). */
const longestCheck = 14_400;

/**
 * Messages to one person are counted in windows as long as that. The numbers of one window differ from
 * those of the window before, and WeCom has forgotten the ones before that.
 */
export const variantWindow = longestCheck;
export const variantsPerWindow = 300;
const variants = 2 * variantsPerWindow;

/**
 * The `duplicate_check_interval` of a body, in seconds: between 13,801 and 14,400, different for each
 * of 300 messages to one person. All repeats of one entry share it, so WeCom delivers one of them; two
 * entries that happen to say the same (帮助 asked for twice) differ in it, and both arrive.
 */
export function duplicateCheckSeconds(variant: number): number {
  return longestCheck - (variant % variants);
}

/**
 * How long after its first try an entry may be repeated without being delivered twice, in
 * milliseconds: the shortest interval, less what a call may take and clocks may differ by.
 */
export const repeatableFor = (longestCheck - variants - 120) * 1000;
