import { refuse } from '../rules/api-refusal.ts';
import type { Api } from './api.ts';

/** Protocol §4.6. */
export const getMedia: Api = {
  name: 'media/get',
  method: 'GET',
  needsToken: true,

  async answer({ query }, { media }) {
    const id = query.get('media_id') ?? '';
    const label = media.label(id);
    const bytes = await media.read(id);

    if (label === undefined || bytes === undefined) return refuse(40007, 'invalid media_id');
    return { kind: 'file', name: label.name, bytes };
  },
};
