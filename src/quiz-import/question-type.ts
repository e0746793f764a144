import type { DeclaredType } from './draft.ts';

/** What a word for a kind of question means; `unsupported` for kinds that nobody can answer in a chat. */
export function declaredType(words: string): DeclaredType | 'unsupported' | undefined {
  const word = words.normalize('NFKC').replaceAll(/\s/g, '');
  return kinds.find(({ pattern }) => pattern.test(word))?.type;
}

const kinds: readonly { readonly pattern: RegExp; readonly type: DeclaredType | 'unsupported' }[] = [
  { pattern: /^(?:单项?选择?题?|single)$/i, type: 'single' },
  { pattern: /^(?:多项?选择?题?|multiple)$/i, type: 'multiple' },
  { pattern: /^(?:不定项(?:选择)?题?|选择题?)$/, type: 'choice' },
  { pattern: /^(?:判断(?:正误|对错|是非)?题?|是非题?|对错题?|judge)$/i, type: 'judge' },
  { pattern: /^(?:填空题?|fill)$/i, type: 'fill' },
  {
    pattern: /^(?:简答|问答|论述|名词解释|案例(?:分析)?|材料(?:分析)?|辨析|改错|主观)题?$/,
    type: 'unsupported',
  },
];

export const supportedTypes = '单选、多选、判断、填空';

export function unsupportedType(words: string): string {
  return `题型“${words}”不能导入，可以写${supportedTypes}。`;
}

/** `【单选题】题干` or `题干（多选）`: the words for the kind, and the text without them. */
export function takeInlineType(text: string): { readonly type?: string; readonly text: string } {
  for (const pattern of [atBeginning, atEnd]) {
    const [mark, type = ''] = pattern.exec(text) ?? [];
    if (mark !== undefined && declaredType(type) !== undefined)
      return { type, text: text.replace(mark, '').trim() };
  }
  return { text };
}

const atBeginning = /^[【[(（]\s*([^】\])）]{2,8}?)\s*[】\])）]/u;
const atEnd = /[【[(（]\s*([^【[(（】\])）]{2,8}?)\s*[】\])）]$/u;
