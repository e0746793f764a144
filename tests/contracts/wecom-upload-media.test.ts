import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../src/wecom/client.ts';
import { WecomError } from '../../src/wecom/errors.ts';
import { createTransport, type Transport } from '../../src/wecom/transport.ts';
import { encodeUpload, type MediaFile } from '../../src/wecom/upload-media.ts';

/** One upload as it arrived; the form is read by Node's own reader. */
interface Uploaded {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
  readonly file: File;
}

let uploads: Uploaded[];
let answers: object[];
let transport: Transport;
let client: Client;
let close: () => Promise<void>;

beforeEach(async () => {
  uploads = [];
  answers = [];
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => readUpload(request.url ?? '', request.headers['content-type'] ?? '', body))
      .then((upload) => {
        uploads.push(upload);
        response.end(JSON.stringify(answers.shift() ?? accepted));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  transport = createTransport({ apiBase: `http://127.0.0.1:${port}`, wait: () => Promise.resolve() });
  const tokens = { current: async () => 'old', refresh: async () => 'new' };
  client = createClient({ transport, tokens, agentId: 1 });
  close = async () => {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});

afterEach(() => close());

const accepted = { errcode: 0, errmsg: '', type: 'image', media_id: 'M-1', created_at: '1795000000' };

async function readUpload(url: string, contentType: string, body: Buffer): Promise<Uploaded> {
  const { pathname, searchParams } = new URL(url, 'http://wecom');
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  return {
    path: pathname,
    query: Object.fromEntries(searchParams),
    parts: [...form.keys()],
    file: form.get('media') as File,
  };
}

/** A PNG file as far as its first bytes tell, with every byte there is. */
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(256).keys()]);
const picture: MediaFile = { type: 'image', name: 'picture.png', bytes: png };

describe('an upload', () => {
  it('is one part named media, byte for byte, and gives the media id', async () => {
    expect(await client.uploadMedia(picture)).toBe('M-1');
    const [upload] = uploads;
    expect(upload).toMatchObject({
      path: '/cgi-bin/media/upload',
      query: { type: 'image', access_token: 'old' },
      parts: ['media'],
    });
    expect(upload?.file.name).toBe('picture.png');
    expect(upload?.file.type).toBe('image/png');
    expect(new Uint8Array((await upload?.file.arrayBuffer()) ?? [])).toEqual(new Uint8Array(png));
  });

  it.each([
    ['名册.xlsx', '名册.xlsx'],
    ['a"b\r\nX-Evil: 1.txt', 'a_b__X-Evil_ 1.txt'],
    [`${'长'.repeat(100)}.xlsx`, `${'长'.repeat(64)}….xlsx`],
    ['../表 1（终稿）.csv', '.._表 1（终稿）.csv'],
    ['表\u202Excod.exe', '表_xcod.exe'],
  ])('of a file named %j goes under the name %s', async (name, sent) => {
    await client.uploadMedia({ type: 'file', name, bytes: Buffer.from('account,name') });
    expect(uploads[0]?.file.name).toBe(sent);
    expect(uploads[0]?.file.type).toBe('application/octet-stream');
    expect(uploads[0]?.query['type']).toBe('file');
  });

  it('of a JPEG file says so', async () => {
    await client.uploadMedia({ ...picture, bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]) });
    expect(uploads[0]?.file.type).toBe('image/jpeg');
  });

  it('is made again with a new token, and after a failure of WeCom’s', async () => {
    answers = [
      { errcode: 42001, errmsg: 'expired' },
      { errcode: -1, errmsg: 'busy' },
    ];
    expect(await client.uploadMedia(picture)).toBe('M-1');
    expect(uploads.map(({ query }) => query['access_token'])).toEqual(['old', 'new', 'new']);
    expect(uploads.map(({ file }) => file.size)).toEqual([png.length, png.length, png.length]);
  });

  it.each([
    [45001, 'deadLetter'],
    [40004, 'deadLetter'],
    [45033, 'slowDown'],
    [45009, 'backOff'],
    [60020, 'stop'],
  ])('that WeCom refuses with %i is told as what is to be done: %s', async (errcode, action) => {
    answers = [{ errcode, errmsg: 'no' }];
    const failure = await client.uploadMedia(picture).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WecomError);
    expect(failure).toMatchObject({ api: 'media/upload', errcode, decision: { action } });
  });

  it.each([{}, { media_id: '' }, { media_id: 7 }])(
    'answered with %j instead of a media id is a failure',
    async (answer) => {
      answers = [{ errcode: 0, errmsg: 'ok', ...answer }];
      await expect(client.uploadMedia(picture)).rejects.toMatchObject({ errcode: -1, mayHaveArrived: false });
    },
  );
});

describe('a file that WeCom does not take', () => {
  const [mebibyte, start] = [1024 * 1024, png.subarray(0, 8)];
  it.each<[string, MediaFile]>([
    ['of 5 bytes', { ...picture, type: 'file', bytes: Buffer.alloc(5) }],
    ['picture of over 10 MB', { ...picture, bytes: Buffer.concat([start, Buffer.alloc(10 * mebibyte)]) }],
    ['of over 20 MB', { ...picture, type: 'file', bytes: Buffer.alloc(20 * mebibyte + 1) }],
    ['picture that is a PDF file', { ...picture, bytes: Buffer.from('%PDF-1.7') }],
  ])('%s is not sent', async (_, file) => {
    await expect(client.uploadMedia(file)).rejects.toThrow(/^uploading/);
    expect(uploads).toEqual([]);
  });

  it.each<[string, MediaFile]>([
    ['picture of 10 MB', { ...picture, bytes: Buffer.concat([start, Buffer.alloc(10 * mebibyte - 8)]) }],
    ['file of 6 bytes', { ...picture, type: 'file', bytes: Buffer.alloc(6) }],
  ])('is none that is a %s', (_, file) => {
    expect(encodeUpload(file).bytes.length).toBeGreaterThan(file.bytes.length);
  });
});
