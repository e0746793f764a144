import { challengeOn } from '../contests/contest-desk.ts';
import { paperOn } from '../papers/paper-desk.ts';
import { howToAnswer } from '../quiz/asking-card.ts';
import { readsLikeChoice } from '../quiz/read-answer.ts';
import type { Services } from '../services.ts';
import { shortLine } from '../wording/shortened.ts';
import type { Turn } from './turn.ts';

/** For words that are nothing we know: how to go on with what was shown last, or what can be said at all. */
export function notUnderstood(turn: Turn, line: string, { quiz }: Pick<Services, 'quiz'>): string {
  const waiting = howToGoOn(turn, quiz);
  if (waiting !== undefined) return `没有看懂“${shortLine(line, 13)}”。\n${waiting}\n要做别的，发“帮助”。`;
  if (readsLikeChoice(line)) return '现在没有等您回答的题。发“答题”看题。';
  return `没有看懂“${shortLine(line, 13)}”。\n您可以发：学习 · 签到 · 通知 · 我的\n发“帮助”看全部。`;
}

function howToGoOn(turn: Turn, quiz: Services['quiz']): string | undefined {
  const challenge = challengeOn(turn);
  if (challenge !== undefined && !challenge.isAside) return `接着答挑战的题，发“挑战 ${challenge.number}”。`;
  const paper = paperOn(turn);
  if (paper !== undefined && !paper.isAside)
    return `正在做测试：回复答案，或发“测试 ${paper.number}”看题。先不做也行，答过的都留着。`;
  const question = quiz.waiting(turn);
  return question && `要答刚才的题，${howToAnswer(question)}；再看一次题，发“答题”。`;
}
