import * as z from 'zod';

import { refuse } from '../rules/api-refusal.ts';
import { requireAddress } from '../rules/require.ts';
import { charactersOf } from '../rules/text-length.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { requireAgentId } from './agent-id.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

const flag = z.literal([0, 1]).exactOptional();

const requestSchema = z.strictObject({
  agentid: z.int().optional(),
  report_location_flag: flag,
  logo_mediaid: z.string().optional(),
  name: z.string().exactOptional(),
  description: z.string().exactOptional(),
  redirect_domain: z.string().exactOptional(),
  isreportenter: flag,
  home_url: z.string().exactOptional(),
});

/** Protocol §4.11: fields left out stay as they are. */
export const setAgent: Api = {
  name: 'agent/set',
  method: 'POST',
  needsToken: true,

  answer({ json, report }, corp) {
    const request = readStrictly(requestSchema, json(), report, { agentid: 40056 });
    const { agentid, logo_mediaid: logo, ...settings } = request;
    requireAgentId(agentid, corp);

    const { name, description, home_url: home } = settings;
    if (name !== undefined) requireCharacters(name, 'name', [1, 32]);
    if (description !== undefined) requireCharacters(description, 'description', [4, 120]);
    if (home) requireAddress(home, 'home_url');
    if (logo !== undefined && corp.media.label(logo)?.type !== 'image') refuse(40007, 'invalid logo_mediaid');

    corp.agent = { ...corp.agent, ...settings };
    corp.changes.announce({ kind: 'people' });
    return fields({});
  },
};

function requireCharacters(text: string, path: string, [least, most]: readonly [number, number]): void {
  const length = charactersOf(text);
  if (length < least || length > most) refuse(40058, `${path} must have ${least} to ${most} characters`);
}
