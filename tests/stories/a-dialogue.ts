import { noDutyRules } from '../../src/library/duty-rules.ts';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { World } from '../support/world.ts';

/** What people say in turn, each after everything said before has arrived everywhere. */
export type Say = (name: string, line: string) => Promise<string>;

/** In a long story several people speak: nobody is sent more than 30 messages a minute, by Redis' clock. */
export function dialogue({ person, settle }: World): Say {
  return async (name, line) => {
    await settle();
    const answer = await person(name).says(line);
    await settle();
    return answer;
  };
}

/** Says it and confirms the preview; returns what was said to 确认. */
export function confirming(say: Say): Say {
  return async (name, line) => {
    const preview = await say(name, line);
    if (!preview.startsWith('预览（还没有发出）')) throw new Error(`no preview: ${preview}`);
    return say(name, '确认');
  };
}

/** The shipped content without what is sent every morning, so that only reminders are. */
export async function quietLibrary(): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, studyItems: [], quizQuestions: [], duties: noDutyRules };
}

/** What somebody is written to about cases, by itself, on the morning of a day. */
export async function remindersOn(
  { goTo, person }: World,
  day: string,
  name: string,
): Promise<readonly string[]> {
  const before = person(name).messages().length;
  await goTo(`${day} 09:30`);
  // What came by itself less than an hour before keeps them back.
  await goTo(`${day} 11:00`);
  return person(name)
    .messages()
    .slice(before)
    .map(({ text }) => text)
    .filter((text) => /到期|过了期限|又到了|请接着办/u.test(text));
}
