import { requireAgentIdInQuery } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.7. */
export const deleteMenu: Api = {
  name: 'menu/delete',
  method: 'GET',
  needsToken: true,

  answer({ query }, corp) {
    requireAgentIdInQuery(query, corp);

    corp.menu = null;
    corp.changes.announce({ kind: 'menu' });
    return fields({});
  },
};
