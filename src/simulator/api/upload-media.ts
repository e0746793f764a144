import { refuse } from '../rules/api-refusal.ts';
import { checkMediaFile } from '../rules/media-file.ts';
import type { MediaType } from '../state/media-shelf.ts';
import { fields } from './api.ts';
import type { Api, ApiCall } from './api.ts';

const MEDIA_TYPES: readonly MediaType[] = ['image', 'voice', 'video', 'file'];

/** Protocol §4.6. */
export const uploadMedia: Api = {
  name: 'media/upload',
  method: 'POST',
  needsToken: true,

  async answer(call, corp) {
    const type = readType(call.query.get('type'));
    const file = await readFile(call);
    const bytes = Buffer.from(await file.arrayBuffer());

    checkMediaFile(type, bytes);
    const label = await corp.media.put(type, file.name, bytes);
    return fields({
      errmsg: '',
      type,
      media_id: label.id,
      created_at: String(Math.floor(label.createdAt / 1000)),
    });
  },
};

function readType(type: string | null): MediaType {
  return MEDIA_TYPES.find((known) => known === type) ?? refuse(40004, 'invalid media type');
}

async function readFile({ raw, contentType }: ApiCall): Promise<File> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return refuse(40058, 'the body is not multipart/form-data');
  }

  const parts = [...form.keys()];
  const file = form.get('media');
  if (parts.length !== 1 || !(file instanceof File)) {
    return refuse(44001, 'exactly one file part named media is needed');
  }
  return file;
}
