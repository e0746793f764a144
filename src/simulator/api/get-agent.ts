import { requireAgentIdInQuery } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.11. */
export const getAgent: Api = {
  name: 'agent/get',
  method: 'GET',
  needsToken: true,

  answer({ query }, corp) {
    requireAgentIdInQuery(query, corp);

    const visible = corp.people.all.filter(({ userid }) => corp.people.reachOf(userid) !== 'invisible');
    return fields({
      agentid: corp.credentials.agentId,
      ...corp.agent,
      square_logo_url: '',
      allow_userinfos: { user: visible.map(({ userid }) => ({ userid })) },
      allow_partys: { partyid: [] },
      allow_tags: { tagid: [] },
      close: 0,
      customized_publish_status: 0,
    });
  },
};
