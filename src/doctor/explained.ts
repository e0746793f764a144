import { WecomError } from '../wecom/errors.ts';

/** Why a call to WeCom failed, and what the operator can do about it. */
export function explained(error: unknown): string {
  if (!(error instanceof WecomError)) {
    return `没有回应（${error instanceof Error ? error.message : String(error)}）。${network}`;
  }
  const { errcode, errmsg, decision } = error;
  return `返回 ${errcode}（${errmsg}）。${remedies.get(errcode) ?? `${decision.reason}。请对照企业微信的全局错误码处理`}。`;
}

const network = '请检查本机到 WECOM_API_BASE 的网络';

/** What to do about the errors a new installation meets (protocol §7.1, §9). */
const remedies: ReadonlyMap<number, string> = new Map([
  [-1, network],
  [
    40001,
    'Secret 不对或已重置。请在管理后台“应用管理”里重新复制到 WECOM_SECRET；连续试错会被封一小时，改好再试',
  ],
  [40091, 'Secret 是别的企业的。请核对 WECOM_CORP_ID 和 WECOM_SECRET'],
  [40013, '企业 ID 不对。请在“我的企业 → 企业信息”最下面核对 WECOM_CORP_ID'],
  [40056, 'AgentId 不对。请核对 WECOM_AGENT_ID'],
  [301002, 'Secret 和 AgentId 不是同一个应用的。请一起重新复制'],
  [48002, '应用没有这个接口的权限。请在管理后台检查应用的权限'],
  [48006, '应用因长期不用被停权。请在管理后台重新启用'],
  [50003, '应用已停用。请在管理后台启用'],
  [60020, '本机的出口地址不在“企业可信IP”里。请把括号里 from ip 后面的地址加进去，一分钟后生效'],
  [45009, '调用太频繁，被临时限制。请过一会儿再试'],
]);
