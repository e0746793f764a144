import type { UploadEntry } from '../delivery/outbox-entry.ts';
import { text } from '../wecom/message.ts';
import { largestMedia } from '../wecom/upload-media.ts';
import type { AnsweredFile, FileAnswer } from './answer.ts';
import type { Saying } from './saying.ts';

/** What is said about a file, and the file itself unless it is too large to be sent. */
export interface FileReply {
  readonly said: string;
  readonly entry?: Omit<UploadEntry, 'recipients' | 'after'>;
}

export function fileReply({ file, text: said }: FileAnswer, saying: Saying): FileReply {
  if (file.bytes.length > largestMedia.file) return { said: tooLarge(file) };
  const id = `${saying.identity}-file`;
  const content = { kind: 'file', name: file.name, keptAs: id } as const;
  const order = { content, instead: text(notTaken(file, saying)), age: 'any' } as const;
  return { said, entry: { kind: 'upload', id, order, bytes: file.bytes } };
}

function tooLarge({ name, bytes }: AnsweredFile): string {
  const size = inMebibytes(bytes.length);
  const most = inMebibytes(largestMedia.file);
  return `“${name}”有 ${size} MB，企业微信最多能发 ${most} MB，所以没有发。\n请联系运维人员，从服务器上导出。`;
}

function inMebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function notTaken({ name }: AnsweredFile, { act }: Saying): string {
  const line = act.kind === 'typed' ? act.text.trim() : 'line' in act ? act.line : '帮助';
  return `“${name}”没有发成：企业微信没有收下这个文件。\n请过一会儿再发一次：${line}`;
}
