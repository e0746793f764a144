import type { TranscriptEntry } from '../../state/transcript-entry.ts';

/** One line about an entry, as a person would say it. */
export interface TrafficTitle {
  readonly direction: string;
  readonly text: string;
  readonly isBad: boolean;
}

export function trafficTitle(entry: TranscriptEntry): TrafficTitle {
  switch (entry.kind) {
    case 'callback': {
      const repeat = entry.attempt > 1 ? `（第 ${entry.attempt} 次）` : '';
      return { direction: '投递', text: `${callbackText(entry.xml)}${repeat}`, isBad: false };
    }
    case 'reply': {
      if (entry.status === null) return { direction: '应答', text: entry.failure ?? '没有应答', isBad: true };
      const content =
        entry.xml === null ? '空' : (field(entry.xml, 'Content') ?? field(entry.xml, 'MsgType') ?? '');
      const text = `${entry.status} · ${entry.milliseconds} 毫秒 · ${firstLine(content)}`;
      return { direction: '应答', text, isBad: entry.status !== 200 };
    }
    case 'call': {
      const errcode = errcodeOf(entry.answer);
      const outcome = entry.note ?? (errcode === 0 || errcode === undefined ? '成功' : `错误 ${errcode}`);
      const isBad = errcode === undefined ? entry.answer === null : errcode !== 0;
      return { direction: '接口', text: `${entry.api} · ${outcome}`, isBad };
    }
    case 'violation':
      return { direction: '不合规', text: entry.detail, isBad: true };
  }
}

function callbackText(xml: string): string {
  const userid = field(xml, 'FromUserName') ?? '';
  const event = field(xml, 'Event');
  const key = field(xml, 'EventKey');
  const what =
    event === undefined ? (field(xml, 'Content') ?? field(xml, 'MsgType') ?? '') : `${event} ${key ?? ''}`;
  return `${userid}：${firstLine(what)}`;
}

function field(xml: string, name: string): string | undefined {
  const [, inCdata, plain] =
    new RegExp(`<${name}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${name}>`).exec(xml) ?? [];
  return inCdata ?? plain;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function errcodeOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('errcode' in answer)) return undefined;
  return typeof answer.errcode === 'number' ? answer.errcode : undefined;
}
