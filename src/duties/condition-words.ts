import type { DutyCondition } from '../library/duty-condition.ts';

/** `正式党员不足 3 人`, `没有委员` */
export function conditionWords(condition: DutyCondition): string {
  switch (condition.kind) {
    case 'people': {
      const { of, than, count } = condition;
      return than === '以上' ? `${of} ${count} 人以上` : `${of}${than} ${count} 人`;
    }
    case 'tag':
      return `有人带标签“${condition.tag}”`;
    default:
      return condition.kind;
  }
}
