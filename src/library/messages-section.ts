import * as z from 'zod';
import { pathOf, type ContentFolder } from './content-folder.ts';
import { messageText, wholeNumber } from './content-values.ts';
import type { IntegrityText, MessageText, MessageTexts } from './message-texts.ts';
import { errorAt, type ProblemInFile, type Report } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** `messages/`: one file a message. */
export async function loadMessagesSection(folder: ContentFolder, report: Report): Promise<MessageTexts> {
  const { folders = [], files = [] } = (await folder.list('messages')) ?? {};
  for (const name of [...folders, ...files].filter((one) => !known.includes(one))) {
    report(pathOf('messages', name), [errorAt(1, `这里只放 ${known.join(' 和 ')}。`)]);
  }
  const greeting = await load('greeting.yaml', greetingValues, ['哪天', '入党日期', '年']);
  const integrity = await load('integrity.yaml', integrityValues, ['节日', '放假']);
  return {
    ...(greeting === undefined ? {} : { greeting }),
    ...(integrity === undefined ? {} : { integrity }),
  };

  async function load<Text extends MessageText>(
    name: string,
    values: z.ZodObject & z.ZodType<Text>,
    places: readonly string[],
  ): Promise<Text | undefined> {
    const path = pathOf('messages', name);
    const text = files.includes(name) ? await folder.read(path) : undefined;
    if (text === undefined) return undefined;
    const source = readYaml(text, 1);
    if (source.problems !== undefined) {
      report(path, source.problems);
      return undefined;
    }
    const read = validateYaml(values, source.value);
    const problems = read.problems ?? unknownPlaces(read.value, source.value, places);
    report(path, problems);
    return problems.length === 0 && read.problems === undefined ? read.value : undefined;
  }
}

const known = ['greeting.yaml', 'integrity.yaml'];

const texts = {
  title: messageText('title', 'title: "{节日}前的廉洁提醒"', 30),
  body: messageText('body', 'body: "{放假}。不收礼品礼金。"', 150),
};

const greetingValues: z.ZodObject & z.ZodType<MessageText> = z.strictObject(texts, {
  error: '文件里要写 title 和 body，请对照 README 里的例子。',
});

const integrityValues: z.ZodObject & z.ZodType<IntegrityText> = z.strictObject(
  {
    audience: messageText('audience', 'audience: 班子', 40),
    least: wholeNumber('least', 1, 15),
    ...texts,
  },
  { error: '文件里要写 audience、least、title 和 body，请对照 README 里的例子。' },
);

/** A slip in a brace would be sent as it stands. */
function unknownPlaces(
  text: MessageText,
  source: YamlSource,
  places: readonly string[],
): readonly ProblemInFile[] {
  return (['title', 'body'] as const).flatMap((key) => {
    const strange = [...text[key].matchAll(/[{}][^{}]*\}?/gu)].find(
      ([place]) => !places.includes(place.slice(1, -1)),
    );
    if (strange === undefined) return [];
    const what = `“${strange[0]}”不会换成内容，可以写：${places.map((place) => `{${place}}`).join('、')}。`;
    return [errorAt(source.lineOf([key]), what)];
  });
}
