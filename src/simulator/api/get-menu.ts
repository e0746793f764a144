import { refuse } from '../rules/api-refusal.ts';
import { requireAgentIdInQuery } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.7. */
export const getMenu: Api = {
  name: 'menu/get',
  method: 'GET',
  needsToken: true,

  answer({ query }, corp) {
    requireAgentIdInQuery(query, corp);
    if (corp.menu === null) return refuse(46003, 'menu no exist');
    return fields(corp.menu);
  },
};
