import type { Sheet } from '../sheets/sheet.ts';
import { answerWords } from './notice-question.ts';
import type { ReceiptState } from './receipt.ts';
import type { SeenReceipts } from './receipts.ts';

/** Everybody of an officer's own people, for that officer. */
export function namedSheet({ notice, people, states, given }: SeenReceipts, about: string): Sheet {
  const { questions } = notice;
  return {
    name: '名单',
    heading: [about],
    columns: [
      { title: '姓名' },
      { title: '回执' },
      { title: '确认时间' },
      ...questions.map(({ ask }) => ({ title: ask })),
    ],
    rows: people.map(({ name, userid }) => {
      const state = states.get(userid.toLowerCase());
      const answers = given.get(userid.toLowerCase()) ?? [];
      return [
        name,
        state && stateWords(state),
        state?.kind === 'confirmed' ? state.at : undefined,
        ...questions.map((question, index) => answerWords(question, answers[index])),
      ];
    }),
  };
}

function stateWords(state: ReceiptState): string {
  switch (state.kind) {
    case 'accepted':
      return '在途或到时间再送';
    case 'sent':
      return '未确认';
    case 'confirmed':
      return '已确认';
    case 'unreachable':
      return `未送达：${state.reason}`;
  }
}
