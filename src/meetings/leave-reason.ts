import type { LeaveReason } from './reply.ts';

/**
 * What is kept of a reason: whether it is the office's or private, and else nothing (domain §6.1, §11.2).
 * Whatever has to do with health or the family is 其他, also where it is a kind of leave.
 */
export function leaveReasonOf(words: string): LeaveReason {
  const text = words.normalize('NFKC').replaceAll(/\s/gu, '');
  if (
    /病|医|诊|术|疼|痛|体检|检查身体|不舒服|发烧|感冒|住院|怀孕|产|孕|丧|家|父|母|爱人|孩子|小孩|老人|陪/u.test(
      text,
    )
  ) {
    return '其他';
  }
  if (
    /公差|出差|公出|公务|外出|值班|加班|开会|会议|培训|学习|调研|下乡|驻村|挂职|借调|工作|任务|接待|出警|执勤/u.test(
      text,
    )
  ) {
    return '公差';
  }
  return /事假|年假|年休|休假|调休|请假|私事|有事/u.test(text) ? '请假' : '其他';
}
