import { refuse } from '../rules/api-refusal.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.1. */
export const getToken: Api = {
  name: 'gettoken',
  method: 'GET',
  needsToken: false,

  answer({ query }, { credentials, tokens }) {
    const corpId = query.get('corpid');
    const secret = query.get('corpsecret');

    if (!corpId) refuse(41002, 'corpid missing');
    if (!secret) refuse(41004, 'corpsecret missing');
    if (corpId !== credentials.corpId) refuse(40013, 'invalid corpid');
    if (secret !== credentials.secret) refuse(40001, 'invalid credential');

    const { token, expiresIn } = tokens.issue();
    return fields({ access_token: token, expires_in: expiresIn });
  },
};
