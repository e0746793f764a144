import { misbuilt } from '../built.ts';

/** A card's id, unique in the app for ever: digits, letters, `_`, `-`, `@`, at most 128 bytes (protocol §4.3). */
export function taskId(id: string): string {
  if (!/^[\w@-]{1,128}$/.test(id)) {
    misbuilt('a card', 'give it a task id of 1 to 128 of the characters A-Z a-z 0-9 _ - @');
  }
  return id;
}

/** What comes back when a button is tapped or a question is answered: at most 1,024 bytes. */
export function eventKey(key: string): string {
  return sized(key, 1024, 'key');
}

/** What comes back for a chosen option: at most 128 bytes. */
export function optionId(id: string): string {
  return sized(id, 128, 'option id');
}

/** Refuses a list in which two entries would come back alike. */
export function allDifferent(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) {
    misbuilt('a card', 'give every button, question and option its own key');
  }
}

function sized(id: string, limit: number, what: string): string {
  if (id === '') misbuilt('a card', `give it a ${what} that is not empty`);
  if (Buffer.byteLength(id) > limit) misbuilt('a card', `keep the ${what} within ${limit} bytes`);
  // Unlike a caption it is not cleaned: it has to come back as it was sent.
  if (/(?![\n\t])[\p{Cc}\p{Cs}]/u.test(id)) misbuilt('a card', `leave control characters out of the ${what}`);
  return id;
}
