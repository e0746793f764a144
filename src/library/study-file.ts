import { splitFrontMatter } from './front-matter.ts';
import { unsupportedMarkdown } from './markdown.ts';
import { adviceAt, errorAt, type ProblemInFile } from './problem.ts';
import { knownById, type KnownById } from './repeated-ids.ts';
import { studyFrontMatter } from './study-front-matter.ts';
import type { StudyItem } from './study-item.ts';
import { summarise } from './summary.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** What a file gives. */
export interface StudyFile extends KnownById {
  /** Absent when there is any error. */
  readonly item?: StudyItem;
  /** Errors, or advice on what can be used. */
  readonly problems: readonly ProblemInFile[];
}

/**
 * A message holds 2,048 bytes of Markdown (protocol §4.2.1), and title and source stand around the body.
 * A longer body is sent in parts.
 */
const comfortableBody = 1900;

/** Reads one file of `study/`; all problems of the front matter and of the body are told together. */
export function readStudyFile(text: string, file: string): StudyFile {
  const parts = splitFrontMatter(text);
  if (parts.problems !== undefined) return nameless(file, parts.problems);

  const { yaml, yamlLine, body, bodyLine } = parts.value;
  const wrongInBody = problemsOfBody(body, bodyLine);
  const source = readYaml(yaml, yamlLine);
  if (source.problems !== undefined) return nameless(file, [...source.problems, ...wrongInBody]);

  const known = knownById(source.value, file);
  const frontMatter = validateYaml(studyFrontMatter, source.value);
  if (frontMatter.problems !== undefined || wrongInBody.length > 0) {
    return { ...known, problems: [...(frontMatter.problems ?? []), ...wrongInBody] };
  }

  const { on, expires, ...values } = frontMatter.value;
  return {
    ...known,
    item: {
      ...values,
      ...(on === undefined ? {} : { on }),
      ...(expires === undefined ? {} : { expires }),
      track: trackOf(file),
      summary: summarise(body),
      body: body.trim(),
      file,
    },
    problems: adviceOnBody(body, bodyLine),
  };
}

/** A file that is too wrong to look for its id. */
function nameless(file: string, problems: readonly ProblemInFile[]): StudyFile {
  return { id: undefined, file, lineOf: () => 1, problems };
}

function problemsOfBody(body: string, firstLine: number): ProblemInFile[] {
  if (body.trim() === '') return [errorAt(firstLine, '正文是空的，请在第二行 --- 下面写内容。')];
  return unsupportedMarkdown(body, firstLine);
}

function adviceOnBody(body: string, firstLine: number): ProblemInFile[] {
  const bytes = Buffer.byteLength(body.trim());
  if (bytes <= comfortableBody) return [];
  const characters = Math.ceil((bytes - comfortableBody) / 3);
  return [
    adviceAt(
      firstLine,
      `正文有 ${bytes} 字节，一条消息放不下，会分两条发；少写约 ${characters} 个字就够了。`,
    ),
  ];
}

/** `study/01-组织生活/02-….md` belongs to 组织生活. */
function trackOf(file: string): string {
  const folder = file.split('/').at(-2) ?? '';
  return folder.replace(/^\d+[-_. ]*(?=.)/, '');
}
