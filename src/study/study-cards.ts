import type { Card } from '../chat/card.ts';
import type { SearchHit } from '../library/search.ts';
import type { StudyItem } from '../library/study-item.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { momentWords, stampWords } from '../time/spoken-time.ts';
import { quoted } from '../wording/quoted.ts';
import type { HadItem } from './study-store.ts';

/** A study item as members see it, each morning and on 学习. */
export function studyCard(item: StudyItem): Card {
  return {
    title: item.title,
    note: `约 ${item.minutes} 分钟`,
    body: `${item.summary}\n依据：${item.source}`,
    buttons: [
      { label: '已学完', line: `已学 ${item.id}` },
      { label: '看全文', line: `看 ${item.id}` },
      { label: '换一条', line: '学习 换一条' },
    ],
  };
}

/** The whole item, in WeCom's Markdown subset. */
export function itemText(item: StudyItem): string {
  return `**${item.title}**\n${item.body}\n\n依据：${item.source}\n学完了，发“已学”。`;
}

/** 学习, when today's item is done already. */
export function doneStudyText(item: StudyItem, at: LocalMoment, today: LocalDate): string {
  return `“${item.title}”已经学完了（${momentWords(at, today)}）。\n想再看，发“学习 全文”；想多看一条，发“学习 换一条”。`;
}

/** What the button 已学完 turns into. */
export function doneCaption(at: LocalMoment): string {
  return `已学完 ${stampWords(at)}`;
}

/** The latest items, newest first; ✓ marks those that are done. */
export function studyListText(items: readonly { readonly item: StudyItem; readonly had: HadItem }[]): string {
  if (items.length === 0) return '还没有给您送过学习内容。发“学习”看今天的。';
  const lines = items.map(
    ({ item, had }) =>
      `${had.sentOn.slice(5)} ${item.title}${had.doneAt === undefined ? '' : ' ✓'}（看 ${item.id}）`,
  );
  return ['最近的学习内容，✓ 是学完的：', ...lines, '想打开哪条，发括号里的字。'].join('\n');
}

/** The best hits with a line each and a way to open them. */
export function searchText(words: string, hits: readonly SearchHit[]): string {
  if (hits.length === 0) return `没有找到${quoted(words.trim())}。换个短一点的词试试，例如：搜索 换届`;
  const lines = hits.map(({ kind, title, snippet, line }, index) => {
    const what = kind === '学习' ? '' : `${kind}：`;
    return `${index + 1} ${shortened(what + title)}\n　${snippet}（${line}）`;
  });
  return [...lines, '想打开哪条，发它前面的数字，例如 1。'].join('\n');
}

/** 看, when nothing is called that. */
export function nothingToReadText(wanted: string): string {
  return `没有看懂要看什么：没有代号或名称是${quoted(wanted)}的内容。发“学习 列表”看最近的，或发“搜索 词”。`;
}

/** One line of a phone. */
const longestTitle = 24;

function shortened(title: string): string {
  const characters = [...title];
  return characters.length <= longestTitle ? title : `${characters.slice(0, longestTitle - 1).join('')}…`;
}
