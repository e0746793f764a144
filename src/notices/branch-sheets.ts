import type { Roster } from '../roster/roster-view.ts';
import type { Column, Sheet } from '../sheets/sheet.ts';
import { answerFigures, type AnswerFigures } from './answer-figures.ts';
import type { GivenAnswer } from './notice-question.ts';
import { missedOf } from './receipt.ts';
import type { BranchReceipts } from './receipts-by-branch.ts';
import type { SeenReceipts } from './receipts.ts';

const columns: readonly Column[] = [
  { title: '上级' },
  { title: '单位' },
  { title: '应收人数' },
  { title: '已确认' },
  { title: '未确认' },
  { title: '在途或到时间再送' },
  { title: '未送达' },
];

export function branchSheet(about: string, branches: readonly BranchReceipts[], roster: Roster): Sheet {
  return {
    name: '按单位',
    heading: [
      about,
      '每行：应收人数 = 已确认 + 未确认（送到了，还没有点收到）+ 在途或到时间再送 + 未送达。只列单位，不列个人。',
    ],
    columns,
    rows: branches.map(({ branch, figures }) => [
      branch?.parent === undefined ? undefined : roster.organisation(branch.parent)?.name,
      nameOf(branch),
      figures.total,
      figures.confirmed,
      figures.unconfirmed,
      figures.waiting,
      missedOf(figures),
    ]),
  };
}

export function missedSheet(branches: readonly BranchReceipts[]): Sheet {
  return {
    name: '未送达原因',
    heading: ['没有送到的人数和原因。不在可见范围的，请管理员在企业微信后台把账号加入应用的可见范围。'],
    columns: [{ title: '单位' }, { title: '原因' }, { title: '人数' }],
    rows: branches.flatMap(({ branch, figures }) =>
      [...figures.unreachable].map(([reason, count]) => [nameOf(branch), reason, count]),
    ),
  };
}

/** How often each choice was taken in each branch: who needs a seat, not who. */
export function answersByBranchSheet({ notice, given }: SeenReceipts, roster: Roster): Sheet {
  const ofBranch = new Map<string, (readonly GivenAnswer[])[]>();
  for (const [userid, answers] of given) {
    const name = roster.find(userid)?.branch.name ?? nameOf(undefined);
    const others = ofBranch.get(name);
    if (others === undefined) ofBranch.set(name, [answers]);
    else others.push(answers);
  }
  return {
    name: '答复',
    heading: ['每行是一个单位里，每个选项有几人选。只列单位，不列个人。'],
    columns: [{ title: '单位' }, { title: '问题' }, { title: '选项' }, { title: '人数' }],
    rows: [...ofBranch].flatMap(([name, answers]) =>
      answerFigures(notice.questions, answers).flatMap(({ question, counts }) =>
        question.choices.map((choice, index) => [name, question.ask, choice, counts[index] ?? 0]),
      ),
    ),
  };
}

export function textsSheet(answers: readonly AnswerFigures[]): Sheet {
  return {
    name: '文字答复',
    heading: ['按文字排列，不写是谁答的。'],
    columns: [{ title: '问题' }, { title: '答复' }],
    rows: answers.flatMap(({ question, texts }) => texts.map((text) => [question.ask, text])),
  };
}

function nameOf(branch: BranchReceipts['branch']): string {
  return branch?.name ?? '已不在名册上';
}
