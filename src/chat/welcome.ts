import type { Role } from '../roster/role.ts';
import type { Turn } from './turn.ts';

/**
 * What a member reads on opening the chat for the first time: what the assistant does, what it keeps
 * and how to mute it. Once; whoever wants it again finds it under 帮助.
 */
export function welcome(turn: Turn, deskKey: string): string | undefined {
  if (turn.desk[field] !== undefined) return undefined;
  turn.work.write('HSET', deskKey, field, turn.today);
  return [
    '您好，我是支部助手。',
    '我会：工作日 8:30 送一条两分钟的学习内容和一道题；会前提醒您；替您收好通知。',
    '我只记：您点过的“已学完”“收到”、参会、签到、答题和您自己的设置。发“我的数据”随时可看可删。',
    '不想被打扰，发“免打扰 18:00-8:30”。',
    `现在可以发：${firstWords[turn.member.role]}`,
  ].join('\n');
}

const field = 'welcomed';

const firstWords: Readonly<Record<Role, string>> = {
  member: '学习 · 答题 · 会议 · 帮助',
  groupLeader: '学习 · 答题 · 成员 · 帮助',
  secretary: '学习 · 提醒 学习 · 统计 · 帮助',
  committee: '通知 · 回执 · 排期 · 帮助',
};

/** Somebody who is not on the roster; nothing about them is stored (contract §4). */
export function strangerText(userid: string): string {
  return `我还不认识这个账号，所以什么也没有记。\n请把您的账号 ${userid} 发给所在支部书记，由机关党委加入名册后就能使用。`;
}
