import type { OwnTable } from '../personal-data/own-table.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { Zone } from '../time/zone.ts';
import type { AnswerStore } from './answer-store.ts';
import { answerWords, type GivenAnswer } from './notice-question.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import type { ReceiptState } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';

export interface OwnReceiptParts {
  readonly store: Pick<NoticeStore, 'latest' | 'find'>;
  readonly receipts: Pick<ReceiptStore, 'of'>;
  readonly answers: Pick<AnswerStore, 'of'>;
  readonly zone: Zone;
}

/** The notices a person got, when they were confirmed and what was answered: kept for a year. */
export function createOwnReceipts({ store, receipts, answers, zone }: OwnReceiptParts): OwnTable {
  return async ({ member }) => {
    const numbers = Array.from({ length: await store.latest() }, (_, index) => index + 1);
    const receipted = await receipts.of(member.person.userid, numbers);
    const own = numbers.flatMap((number, index) => {
      const receipt = receipted[index];
      return receipt === undefined ? [] : [{ number, state: receipt.state }];
    });
    const notices = await Promise.all(own.map(({ number }) => store.find(number)));
    const given = await Promise.all(own.map(({ number }) => answers.of(number, member.person.userid)));
    return {
      name: '通知',
      columns: [
        { title: '编号' },
        { title: '发出' },
        { title: '送到了吗' },
        { title: '您点“收到”的时间' },
        { title: '您的答复' },
      ],
      rows: own.map(({ number, state }, index) => [
        number,
        sentAt(notices[index], zone),
        stateWords(state),
        state.kind === 'confirmed' ? state.at : undefined,
        answersIn(notices[index], given[index] ?? []),
      ]),
    };
  };
}

function sentAt(notice: Notice | undefined, zone: Zone): LocalMoment | undefined {
  const life = notice?.life;
  return life?.state === 'sent' || life?.state === 'recalled' ? zone.localAt(life.at) : undefined;
}

function answersIn(notice: Notice | undefined, given: readonly GivenAnswer[]): string | undefined {
  const words = (notice?.questions ?? []).flatMap((question, index) => {
    const answer = answerWords(question, given[index]);
    return answer === undefined ? [] : [`${question.ask}${answer}`];
  });
  return words.length === 0 ? undefined : words.join('；');
}

function stateWords(state: ReceiptState): string {
  switch (state.kind) {
    case 'accepted':
      return '在途';
    case 'sent':
    case 'confirmed':
      return '送到';
    case 'unreachable':
      return `没有送到：${state.reason}`;
  }
}
