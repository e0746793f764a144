/** `content/messages/`: wording that a deployment may want to change. What is missing is not said. */
export interface MessageTexts {
  readonly greeting?: MessageText;
  readonly integrity?: IntegrityText;
}

/** For a deployment that does without. */
export const noMessages: MessageTexts = {};

/** Words in braces stand for what is put in. */
export interface MessageText {
  readonly title: string;
  readonly body: string;
}

export interface IntegrityText extends MessageText {
  /** As it is typed for a notice: 班子, #青年. */
  readonly audience: string;
  /** Holidays with fewer days off in a row are passed over. */
  readonly least: number;
}

/** Puts the values in the place of `{哪天}` and the like. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([^{}]+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
