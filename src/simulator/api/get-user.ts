import { refuse } from '../rules/api-refusal.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.8, with what apps created after 2022-06-20 get: no mobile, mail or picture. */
export const getUser: Api = {
  name: 'user/get',
  method: 'GET',
  needsToken: true,

  answer({ query }, { people }) {
    const person = people.find(query.get('userid') ?? '');
    if (person === undefined) return refuse(60111, 'userid not found');

    const reach = people.reachOf(person.userid);
    if (reach === 'invisible') refuse(60011, 'no privilege to access/modify contact/party/agent');

    return fields({
      userid: person.userid,
      name: person.name,
      department: [1],
      order: [0],
      position: person.post ?? '',
      is_leader_in_dept: [0],
      direct_leader: [],
      telephone: '',
      alias: '',
      main_department: 1,
      extattr: { attrs: [] },
      status: reach === 'disabled' ? 2 : 1,
    });
  },
};
