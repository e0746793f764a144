/** One anonymous survey that can be put to people, as its file under `content/surveys/` declares it. */
export interface SurveyTemplate {
  /** The file's name without its ending; what is typed after 发布测评. */
  readonly name: string;
  readonly title: string;
  /** Whose work it asks about: an organisation's, never a person's. */
  readonly about: string;
  readonly questions: readonly SurveyQuestion[];
}

export interface SurveyQuestion {
  readonly ask: string;
  /** Two to four: as many as a card has buttons (dialogues, rule 5). */
  readonly choices: readonly string[];
}
