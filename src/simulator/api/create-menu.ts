import { checkMenu } from '../rules/menu.ts';
import { menuSchema } from '../wire/menu.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { requireAgentIdInQuery } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.7. */
export const createMenu: Api = {
  name: 'menu/create',
  method: 'POST',
  needsToken: true,

  answer({ query, json, report }, corp) {
    requireAgentIdInQuery(query, corp);
    const menu = readStrictly(menuSchema, json(), report);
    checkMenu(menu);

    corp.menu = menu;
    corp.changes.announce({ kind: 'menu' });
    return fields({});
  },
};
