import { refuse } from '../rules/api-refusal.ts';
import { readMessagePayload } from '../rules/message-payload.ts';
import { checkSendOptions } from '../rules/send-options.ts';
import { callsBack } from '../rules/template-card.ts';
import type { Corp } from '../state/corp.ts';
import { newMessageId } from '../state/message-id.ts';
import type { MessageContent } from '../state/shown-message.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { sendRequestSchema } from '../wire/send-request.ts';
import type { Report } from '../rules/report.ts';
import { requireAgentId } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';
import { readRecipients } from './recipients.ts';
import type { Recipients } from './recipients.ts';

/** Protocol §4.2 and §4.3. */
export const sendMessage: Api = {
  name: 'message/send',
  method: 'POST',
  needsToken: true,

  answer({ raw, json, report, remark, invalidUsers }, corp) {
    const request = readStrictly(sendRequestSchema, json(), report, { msgtype: 40008, agentid: 40056 });
    requireAgentId(request.agentid, corp);
    const interval = checkSendOptions(request, report);

    const body = raw.toString('utf8');
    const before = interval === null ? undefined : corp.duplicates.recall(body);
    if (before !== undefined) {
      remark('duplicate');
      return fields(before);
    }

    const recipients = readRecipients(request, corp, invalidUsers);
    const content = readMessagePayload(request, corp.media, report);
    claimTaskId(content, corp);

    const answer = deliver(content, recipients, corp, report);
    if (interval !== null) corp.duplicates.remember(body, interval, answer);
    return fields(answer);
  },
};

function claimTaskId(content: MessageContent, corp: Corp): void {
  if (content.kind !== 'card') return;
  if (callsBack(content.card) && !corp.hasCallback()) refuse(43012, 'callback url is not configured');

  const { task_id: taskId } = content.card;
  if (taskId === undefined) return;
  if (corp.cards.hasTaskId(taskId)) refuse(42014, 'task_id was used before');
  corp.cards.useTaskId(taskId);
}

function deliver(
  content: MessageContent,
  recipients: Recipients,
  corp: Corp,
  report: Report,
): Record<string, unknown> {
  const served = recipients.reachable.filter((userid) => {
    const within = corp.quota.take(userid);
    if (!within)
      report.violation('member-quota', `${userid} 收得太多（每分钟 30 条、每小时 1000 条），这条被丢弃`);
    return within;
  });

  const id = newMessageId();
  corp.conversations.show({ id, at: corp.clock.now(), from: 'bot', content }, served);

  const interactive = content.kind === 'card' && callsBack(content.card);
  return {
    invaliduser: recipients.invalid.join('|'),
    invalidparty: recipients.invalidParties.join('|'),
    invalidtag: recipients.invalidTags.join('|'),
    unlicenseduser: recipients.unlicensed.join('|'),
    msgid: id,
    ...(interactive ? { response_code: corp.cards.issueCode(id) } : {}),
  };
}
