/**
 * Refusals that a correct bot meets in ordinary life (protocol §7.1): a token or secret that is no
 * longer good, recipients who left, a file, code or message that grew too old, a menu that is not
 * there yet. Every other refusal means that the bot sent something wrong and is a violation too.
 */
export const refusalsOfACorrectBot: ReadonlySet<number> = new Set([
  40001, 40007, 40013, 40014, 42001, 42016, 42022, 42052, 46003, 60011, 60111, 81013, 82102,
]);
