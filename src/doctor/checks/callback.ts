import { randomBytes } from 'node:crypto';
import { request } from 'undici';
import type { Envelope } from '../../wecom/envelope.ts';
import type { Finding } from '../finding.ts';

/** Asks our own public address what WeCom asks when the form is saved (protocol §1.4). */
export async function checkCallback(
  publicUrl: string,
  envelope: Envelope,
  now: () => number,
): Promise<Finding> {
  const subject = '回调地址';
  const address = `${publicUrl.replace(/\/$/u, '')}/wecom/callback`;
  const echo = randomBytes(8).toString('hex');
  const sealed = envelope.seal(echo, {
    timestamp: String(Math.floor(now() / 1000)),
    nonce: randomBytes(6).toString('hex'),
  });
  const query = new URLSearchParams({
    msg_signature: sealed.signature,
    timestamp: sealed.timestamp,
    nonce: sealed.nonce,
    echostr: sealed.encrypted,
  });
  try {
    const { statusCode, body } = await request(`${address}?${query.toString()}`, { headersTimeout: 5000 });
    const text = await body.text();
    if (statusCode === 200 && text === echo) return { subject, state: 'well', text: `${address} 通。` };
    return {
      subject,
      state: 'ill',
      text: `${address} 返回 ${statusCode}，不是本服务的回答。请检查 PUBLIC_URL、反向代理，以及服务用的 Token 和 EncodingAESKey 是否相同。`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      subject,
      state: 'ill',
      text: `${address} 打不开（${reason}）。请确认服务已经启动，PUBLIC_URL 从外面能访问。`,
    };
  }
}
