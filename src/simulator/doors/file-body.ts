import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { refuseRequest } from './refuse-request.ts';

/** As large as WeCom takes files (protocol §4.6). In bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
const LONGEST_NAME = 200;

/** A file that somebody picks on the page. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads a request whose body is the file itself, named in the query. Foreign sites cannot post that type unasked. */
export async function readFileBody(context: Context): Promise<PickedFile> {
  if (!context.is('application/octet-stream')) refuseRequest(context, 415, '只接受文件');
  const name = context.query['name'];
  if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) {
    refuseRequest(context, 400, '文件要有名字');
  }
  return { name, bytes: await getRawBody(context.req, { limit: LARGEST_FILE }) };
}
