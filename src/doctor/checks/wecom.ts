import type { Roster } from '../../roster/roster-view.ts';
import type { Client } from '../../wecom/client.ts';
import { explained } from '../explained.ts';
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
