/*
 * Fields of the hash in which a withdrawal is counted (`outbox:recall:<subject>`), each a number of
 * messages to single people.
 */
export const recalledField = 'recalled';
export const unsentField = 'unsent';
/** Waiting for WeCom's answer. */
export const openField = 'open';
/** 1 when nothing of the subject can be sent any more, and every call's recall has been ordered. */
export const settledField = 'settled';

const failed = 'failed ';

export function failedField(reason: string): string {
  return `${failed}${reason}`;
}

/** Why messages could not be taken back, from the name of the field that counts them. */
export function reasonOf(field: string): string | undefined {
  return field.startsWith(failed) ? field.slice(failed.length) : undefined;
}
