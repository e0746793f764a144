import { refuse } from '../rules/api-refusal.ts';
import { readCardToReplace } from '../rules/template-card.ts';
import type { Report } from '../rules/report.ts';
import { requireText } from '../rules/require.ts';
import type { Corp } from '../state/corp.ts';
import type { CardContent } from '../state/shown-message.ts';
import type { TemplateCard } from '../wire/template-card.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { updateRequestSchema } from '../wire/update-request.ts';
import { requireAgentId } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.4. */
export const updateCard: Api = {
  name: 'message/update_template_card',
  method: 'POST',
  needsToken: true,

  answer({ json, report }, corp) {
    const request = readStrictly(updateRequestSchema, json(), report, { agentid: 40056 });
    requireAgentId(request.agentid, corp);

    const { userids = [], partyids = [], tagids = [], atall = 0 } = request;
    if (userids.length > 1000) refuse(40032, 'invalid userid list size');
    if (partyids.length > 100) refuse(82002, 'invalid partyid list size');
    if (tagids.length > 100) refuse(82003, 'invalid tagid list size');
    if (userids.length + partyids.length + tagids.length + atall === 0) refuse(82101, 'no target');

    const code = requireText(request.response_code, 'response_code', 40063);
    const { id, card, holders } = messageOf(code, corp);
    const change = readChange(request, card, report);

    const wanted = userids.map((userid) => userid.toLowerCase());
    const targets = atall === 1 ? [...holders] : wanted.filter((userid) => holders.has(userid));
    if (targets.length === 0) refuse(82102, 'the targets did not receive this message');

    corp.cards.useCode(code);
    for (const userid of targets) corp.conversations.changeCard(id, userid, change);
    return fields({ invaliduser: atall === 1 ? [] : wanted.filter((userid) => !holders.has(userid)) });
  },
};

/** The reference does not know the numbers of a used or old code; 42022 and 40058 are its candidates. */
function messageOf(code: string, corp: Corp) {
  const found = corp.cards.lookUp(code);
  if (found === 'used') return refuse(42022, 'response_code was used before');
  if (found === 'unknown' || found === 'expired') return refuse(40058, `response_code is ${found}`);

  const message = corp.conversations.find(found.messageId);
  if (message?.content.kind !== 'card') return refuse(42016, 'the card does not exist any more');
  return { id: message.id, card: message.content.card, holders: message.holders };
}

/** What the update makes of the card a phone shows now. */
function readChange(
  request: { button?: { replace_name?: string | undefined } | undefined; template_card?: unknown },
  original: TemplateCard,
  report: Report,
): (present: CardContent) => CardContent {
  const { button, template_card: replacement } = request;
  if ((button === undefined) === (replacement === undefined)) {
    return refuse(40058, 'exactly one of button and template_card is needed');
  }

  if (button !== undefined) {
    const caption = requireText(button.replace_name, 'button.replace_name', 40063);
    if (original.card_type === 'text_notice' || original.card_type === 'news_notice') {
      return refuse(40058, 'this card has no button to replace');
    }
    return (present) => ({ ...present, replaced: caption });
  }

  const card = readCardToReplace(replacement, report);
  const caption = 'replace_text' in card ? card.replace_text : undefined;
  return () => ({ kind: 'card', card, replaced: caption ?? null });
}
