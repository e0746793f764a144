/**
 * Why somebody had not signed in. Only the kind of reason is kept, never the words: they may tell of
 * somebody's health or family (domain §6.1, §11.2).
 */
export const makeUpReasons = ['忘记签到', '手机不便', '网络不好', '其他'] as const;
export type MakeUpReason = (typeof makeUpReasons)[number];

/** The kind of reason that somebody's own words mean. */
export function makeUpReasonOf(words: string): MakeUpReason {
  const said = words.normalize('NFKC');
  return kinds.find(({ words: pattern }) => pattern.test(said))?.reason ?? '其他';
}

const kinds: readonly { readonly reason: MakeUpReason; readonly words: RegExp }[] = [
  { reason: '网络不好', words: /网络?|信号|wifi/iu },
  { reason: '手机不便', words: /手机|没电|充电|不会(?:用|操作)/u },
  { reason: '忘记签到', words: /忘|漏签|没签|未签/u },
];
