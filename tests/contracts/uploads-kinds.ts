import type { ShownMessage } from '../../src/simulator/state/shown-message.ts';

/** What the service uploads and sends, and how somebody asks for it. */
export interface UploadKind {
  readonly name: 'image' | 'file';
  readonly asker: string;
  readonly line: string;
  /** What is said besides, at once. */
  readonly said: readonly string[];
  /** What arrives. */
  readonly shown: string;
  /** What is said when it cannot be sent. */
  readonly words: string;
}

export const uploadKinds: readonly UploadKind[] = [
  {
    name: 'image',
    asker: '林晓棠',
    line: '我的 图',
    said: [],
    shown: '[图片]',
    words: '这次没能画成图。发“我的”看文字版。',
  },
  {
    name: 'file',
    asker: '赵明远',
    line: '导出 名册',
    said: [
      '名册：10 个组织、26 人（截至 15:20）。\n表格随后发来，里面有全部姓名，请妥善保管。\n人员有变动，改好后交给运维人员导入。',
    ],
    shown: '[文件] 名册 2026-11-20.xlsx',
    words: '“名册 2026-11-20.xlsx”没有发成：企业微信没有收下这个文件。\n请过一会儿再发一次：导出 名册',
  },
];

/** Whether a message shows what was uploaded. */
export function isOf({ name }: UploadKind, { content }: ShownMessage): boolean {
  return content.kind === name;
}
