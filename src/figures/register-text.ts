import type { Turn } from '../chat/turn.ts';
import type { CaseAge, FlowFigures } from '../flows/case-figures.ts';
import { cutOffWords } from '../time/spoken-time.ts';
import type { RegisterFigures } from './register.ts';

/** 统计 全部: what was done in the year, on one screen. */
export function registerText({ year, notices, flows, openByAge }: RegisterFigures, turn: Turn): string {
  const cutOff = cutOffWords({ date: turn.today, minute: turn.minute }, turn.today);
  return [
    `全部单位 · ${year} 年（${cutOff}）`,
    `通知：发出 ${notices} 条`,
    ...flowLines(flows),
    openLine(openByAge),
    '每个单位的会议和学时，发“导出 台账”。',
  ].join('\n');
}

/** One screen has twelve lines (dialogues, rule 1); four are taken. */
const mostFlows = 8;

function flowLines(flows: readonly FlowFigures[]): readonly string[] {
  if (flows.length <= mostFlows) return flows.map(flowLine);
  const rest = flows.slice(mostFlows - 1);
  const sum = (count: (flow: FlowFigures) => number): number =>
    rest.reduce((total, flow) => total + count(flow), 0);
  return [
    ...flows.slice(0, mostFlows - 1).map(flowLine),
    `其他 ${rest.length} 类：今年新办 ${sum(({ begun }) => begun)} 件，办结 ${sum(({ closed }) => closed)} 件`,
  ];
}

function flowLine({ flow, begun, closed, medianDays }: FlowFigures): string {
  const pace =
    medianDays === undefined ? '' : `，一半${medianDays === 0 ? '当天' : `在 ${medianDays} 天内`}办完`;
  return `${flow.name}：今年新办 ${begun} 件，办结 ${closed} 件${pace}`;
}

const ageWords: readonly (readonly [CaseAge, string])[] = [
  ['7', '一周内'],
  ['30', '一个月内'],
  ['90', '三个月内'],
  ['older', '更早'],
];

function openLine(openByAge: RegisterFigures['openByAge']): string {
  const open = ageWords.filter(([age]) => openByAge[age] > 0);
  if (open.length === 0) return '还在办：0 件';
  const total = open.reduce((sum, [age]) => sum + openByAge[age], 0);
  return `还在办：${total} 件（${open.map(([age, words]) => `${words}开始的 ${openByAge[age]}`).join('，')}）`;
}
