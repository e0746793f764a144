import type { Roster } from '../../roster/roster-view.ts';
import type { Client } from '../../wecom/client.ts';
import { WecomError } from '../../wecom/errors.ts';
import type { Finding } from '../finding.ts';

/** Token, source address and state of the app at once (protocol §4.11), then its visible range. */
export async function checkWecom(client: Client, roster: Roster | undefined): Promise<readonly Finding[]> {
  const subject = '企业微信';
  try {
    const agent = await client.getAgent();
    if (agent.closed) {
      return [{ subject, state: 'ill', text: '应用已停用。请在管理后台“应用管理”里启用它。' }];
    }
    const { userids, departments, tags } = agent.visible;
    const people = roster?.people.length ?? 0;
    const range = `成员 ${userids.length}、部门 ${departments.length}、标签 ${tags.length}`;
    const empty = userids.length + departments.length + tags.length === 0;
    return [
      { subject, state: 'well', text: `令牌有效，应用是“${agent.name}”。` },
      empty
        ? {
            subject: '可见范围',
            state: 'ill',
            text: '是空的，谁也收不到。请在管理后台“应用 → 可见范围”里加上全体党员所在的部门。',
          }
        : {
            subject: '可见范围',
            state: 'well',
            text: `${range}；名册 ${people} 人。范围之外的人收不到，会列在回执里。`,
          },
    ];
  } catch (error) {
    return [{ subject, state: 'ill', text: explained(error) }];
  }
}

function explained(error: unknown): string {
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
  [40001, 'Secret 不对或已重置。请在管理后台“应用管理”里重新复制到 WECOM_SECRET；连续试错会被封一小时，改好再试'],
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
