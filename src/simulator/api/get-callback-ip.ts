import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §1.9: everything here happens on one machine. */
export const getCallbackIp: Api = {
  name: 'getcallbackip',
  method: 'GET',
  needsToken: true,
  answer: () => fields({ ip_list: ['127.0.0.1'] }),
};
