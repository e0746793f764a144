// @ts-check
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { Redis } from 'ioredis';
import Koa from 'koa';
import getRawBody from 'raw-body';
import { serve } from './serve.mjs';

/*
 * The least a callback can cost with the libraries the product uses: verify, decrypt, one awaited
 * Redis command, encrypt, sign. No routing, no exactly-once, no order, no roster, no command.
 */

const token = variable('WECOM_TOKEN');
const encodingAesKey = variable('WECOM_ENCODING_AES_KEY');
const corpId = variable('WECOM_CORP_ID');
const redis = new Redis(variable('REDIS_URL').replace(/^unix:\/\//u, ''), { enableAutoPipelining: true });

const app = new Koa();
app.use(async (context) => {
  const body = (await getRawBody(context.req, { limit: '1mb' })).toString();
  const query = new URLSearchParams(context.querystring);
  const encrypted = between(body, '<Encrypt><![CDATA[', ']]>');
  const signature = getSignature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted);
  const { message, id } = decrypt(encodingAesKey, encrypted);
  if (signature !== query.get('msg_signature') || id !== corpId) {
    context.status = 403;
    return;
  }
  const from = between(message, '<FromUserName><![CDATA[', ']]>');
  const count = await redis.incr(`zb:{b}:bench:${from}`);
  context.type = 'text/xml';
  context.body = sealed(from, `第 ${count} 次`);
});
serve(app);

/**
 * @param {string} to
 * @param {string} content
 */
function sealed(to, content) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(Math.floor(Math.random() * 1e9));
  const encrypted = encrypt(
    encodingAesKey,
    `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[${corpId}]]></FromUserName>` +
      `<CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
      `<Content><![CDATA[${content}]]></Content></xml>`,
    corpId,
  );
  const signature = getSignature(token, timestamp, nonce, encrypted);
  return (
    `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
  );
}

/**
 * @param {string} text
 * @param {string} opening
 * @param {string} closing
 */
function between(text, opening, closing) {
  const start = text.indexOf(opening) + opening.length;
  return text.slice(start, text.indexOf(closing, start));
}

/** @param {string} name */
function variable(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; the benchmark sets it`);
  return value;
}
