import type { OwnTable } from '../personal-data/own-table.ts';
import type { ReceiptState } from './notice.ts';
import type { NoticeStore } from './notice-store.ts';

/** The notices a person got, and when they were confirmed: kept for a year. */
export function createOwnReceipts(store: Pick<NoticeStore, 'latest' | 'stateOf' | 'find'>): OwnTable {
  return async ({ member }) => {
    const numbers = Array.from({ length: await store.latest() }, (_, index) => index + 1);
    const states = await store.stateOf(member.person.userid, numbers);
    const own = numbers.flatMap((number, index) => {
      const state = states[index];
      return state === undefined ? [] : [{ number, state }];
    });
    const notices = await Promise.all(own.map(({ number }) => store.find(number)));
    return {
      name: '通知',
      columns: [{ title: '编号' }, { title: '发出' }, { title: '送到了吗' }, { title: '您点“收到”的时间' }],
      rows: own.map(({ number, state }, index) => [
        number,
        notices[index]?.sentAt,
        stateWords(state),
        state.kind === 'confirmed' ? state.at : undefined,
      ]),
    };
  };
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
