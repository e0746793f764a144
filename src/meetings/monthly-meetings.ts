import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { timeWords } from '../time/spoken-time.ts';
import { monthlyWords } from '../time/spoken/monthly.ts';
import type { SeriesStore } from './series-store.ts';
import type { Series } from './series.ts';

/** 每月会议 and 停止每月会议. */
export interface MonthlyMeetings {
  /** Those of the officer's organisations that go on, by number. */
  list(turn: Turn): Promise<readonly Series[]>;
  /** States that no more of them are called; what was called already stays. Throws a Refusal. */
  stop(turn: Turn, number: number): Promise<Series>;
}

export function createMonthlyMeetings(store: Pick<SeriesStore, 'open' | 'find' | 'change'>): MonthlyMeetings {
  return {
    async list(turn) {
      return (await store.open()).filter((series) => isLed(turn, series));
    },
    async stop(turn, number) {
      const series = await store.find(number);
      if (series === undefined || !isLed(turn, series)) {
        throw new Refusal(`没有您能停的第 ${number} 号每月会议。发“每月会议”看都有哪些。`);
      }
      if (series.state === 'ended') throw new Refusal(`第 ${number} 号每月会议已经停了。`);
      store.change(turn.work, series, { ...series, state: 'ended' });
      return series;
    },
  };
}

function isLed({ roster, member }: Turn, { organisation }: Series): boolean {
  return roster.scopeOf(member).some(({ code }) => code === organisation);
}

/** 每月会议 */
export function monthlyListText(all: readonly Series[]): string {
  const [first] = all;
  if (first === undefined) return '还没有定每月的会议。例如：开会 每月15号下午3点 主题党日 党员之家';
  return [
    '每月的会议：',
    ...all.slice(0, mostLines).map((one) => `${one.number} ${seriesWords(one)}`),
    ...(all.length > mostLines ? [`还有 ${all.length - mostLines} 个。`] : []),
    `不要了，发“停止每月会议 ${first.number}”。`,
  ].join('\n');
}

/** 停止每月会议 */
export function stoppedText(series: Series): string {
  return `已停止：${seriesWords(series)}。\n已经通知过的那一次照常；也不开了，发“取消会议”。`;
}

/** `每月15号 15:00 主题党日` */
function seriesWords({ monthly, minute, title, place }: Series): string {
  return [
    `每月${monthlyWords(monthly)} ${timeWords(minute)} ${title}`,
    ...(place === undefined ? [] : [place]),
  ].join(' · ');
}

/** Dialogues, rule 1. */
const mostLines = 9;
