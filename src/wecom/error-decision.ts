/** What a sender does about an error of WeCom. */
export type ErrorAction =
  /** WeCom or the network is in trouble: the same call again in a moment. */
  | 'retry'
  /** Too many calls at once: half of them, and again in 1 to 5 s. */
  | 'slowDown'
  /** The access token: a new one, and once more. */
  | 'refreshToken'
  /** The app is misconfigured: stop its queue, keep what waits, tell the operator. */
  | 'stop'
  /** A frequency limit: wait 60 s, doubling to 60 min. */
  | 'backOff'
  /** These recipients cannot be reached: never again unchanged. */
  | 'dropRecipients'
  /** Too large: split or cut, and once more. */
  | 'split'
  /** The message itself is refused: put it aside for the operator. */
  | 'deadLetter'
  /** The media id: upload again, and once more. */
  | 'reuploadMedia'
  /** It is too late for this call; nothing is left to do. */
  | 'final';

export interface ErrorDecision {
  readonly action: ErrorAction;
  /** Why somebody was not reached, for an officer, in a few Chinese words. */
  readonly reason: string;
  /** What the operator can do about it. */
  readonly remedy: string;
}

/**
 * WeCom's error numbers as decisions (protocol §7.1). −1 also stands for HTTP 5xx, timeouts, broken
 * connections and answers that are not JSON. An unknown number puts the message aside: only system
 * failures deserve an automatic retry.
 */
export function decide(errcode: number): ErrorDecision {
  return decisions.get(errcode) ?? unknown;
}

/** The decision when a call fails for its token although the token has just been renewed. */
export const tokenRefused: ErrorDecision = {
  action: 'stop',
  reason: '应用配置有误',
  remedy:
    'WeCom refuses a fresh access token: check WECOM_SECRET, WECOM_AGENT_ID and that the app is enabled',
};

const unknown: ErrorDecision = {
  action: 'deadLetter',
  reason: '企业微信拒绝发送',
  remedy: 'look the number up at open.work.weixin.qq.com/devtool/query',
};

const busy = '企业微信繁忙';
const misconfigured = '应用配置有误';
const limited = '发送过于频繁';
const invisible = '不在可见范围';
const invalidAccount = '账号不存在';
const tooLarge = '内容过长';
const refused = '内容未被接受';
const mediaGone = '文件已失效';
const badMedia = '文件不合要求';
const tooLate = '已不能更新';

type Row = readonly [codes: readonly number[], action: ErrorAction, reason: string, remedy: string];

const table: readonly Row[] = [
  // A. System failures
  [[-1], 'retry', busy, 'nothing to do while it is rare; else check the network to WECOM_API_BASE'],
  // B. Concurrency
  [[45033], 'slowDown', busy, 'nothing to do; calls slow down by themselves'],
  // C. Token
  [[42001, 40014, 41001], 'refreshToken', misconfigured, 'nothing to do; the token is renewed'],
  [
    [40001],
    'refreshToken',
    misconfigured,
    'check WECOM_CORP_ID and WECOM_SECRET, and that the app is enabled',
  ],
  // D. Configuration
  [[40013], 'stop', misconfigured, 'check WECOM_CORP_ID'],
  [[40091], 'stop', misconfigured, 'WECOM_SECRET belongs to another corp: copy it from this app'],
  [[45031], 'stop', misconfigured, 'reset the secret of the app in the admin console and set WECOM_SECRET'],
  [[40056], 'stop', misconfigured, 'check WECOM_AGENT_ID'],
  [[301002], 'stop', misconfigured, 'WECOM_SECRET belongs to another app than WECOM_AGENT_ID'],
  [
    [48001, 48002],
    'stop',
    misconfigured,
    'this app may not call this API: use the secret of the self-built app',
  ],
  [
    [48004, 48006, 50003, 50006],
    'stop',
    '应用已停用',
    'an administrator has to enable the app in the admin console',
  ],
  [[48005], 'stop', misconfigured, 'WeCom has retired this API: update this service'],
  [
    [48009],
    'stop',
    misconfigured,
    'this address may not read contacts: use the app, not the contact-sync assistant',
  ],
  [
    [60020],
    'stop',
    misconfigured,
    'add the address named after "from ip" to the trusted IPs of the app; takes a minute',
  ],
  [[60031], 'stop', misconfigured, 'WeCom bars the app from its APIs: ask an administrator'],
  [[301007], 'stop', '企业已停用', 'WeCom has closed this corp'],
  [[301055, 301056], 'stop', misconfigured, 'allow the app to use approvals in the admin console'],
  [[43012], 'stop', misconfigured, 'set the callback URL of the app: cards with buttons need it'],
  [
    [50001, 85005, 80001, 85008, 85111],
    'stop',
    misconfigured,
    'set and verify the trusted domain of the app in the admin console',
  ],
  [[41002, 41004], 'stop', misconfigured, 'check WECOM_CORP_ID and WECOM_SECRET: one of them is empty'],
  // E. Frequency
  [
    [45009, 45011],
    'backOff',
    limited,
    'wait; a self-service unblock page exists in the WeCom developer tools',
  ],
  // F. Recipients
  [[81013], 'dropRecipients', invisible, 'put the recipients into the visible range of the app'],
  [
    [60011, 60021, 50002],
    'dropRecipients',
    invisible,
    'put the recipients into the visible range of the app',
  ],
  [
    [40003, 40031, 46004, 60111, 301021],
    'dropRecipients',
    invalidAccount,
    'compare the accounts of the roster with the userids in WeCom',
  ],
  [[701099], 'dropRecipients', '没有接口许可', 'give the members a basic API licence'],
  [
    [60003, 60123, 40066, 40068, 40070],
    'dropRecipients',
    '部门或标签不存在',
    'check the department and tag ids',
  ],
  // G. Size
  [[40032, 82002, 82003], 'split', '收件人过多', 'send to fewer recipients a call'],
  [[40206, 45002, 45008], 'split', tooLarge, 'shorten the message'],
  // H. Content
  [
    [40008, 40058, 40063, 40033, 40035, 40039, 40074, 44004, 41016, 41033, 45034, 82001],
    'deadLetter',
    refused,
    'report the errmsg to the makers of this service: the call was built wrongly',
  ],
  [
    [82004, 85002, 40201, 40204],
    'deadLetter',
    refused,
    'WeCom blocks words in this message: change its wording',
  ],
  [
    [
      42014, 42017, 42018, 42019, 42020, 42027, 42028, 42029, 42030, 42031, 42033, 42035, 42036, 42037, 42038,
      42039, 42040, 42041, 42042, 42043, 42044, 42045, 42046, 42047, 42049, 42050, 42051,
    ],
    'deadLetter',
    refused,
    'report the errmsg to the makers of this service: the card was built wrongly',
  ],
  // I. Media
  [[40007], 'reuploadMedia', mediaGone, 'nothing to do; media ids live for three days and are renewed'],
  [
    [40004, 40005, 40006, 40009, 40011, 40123, 44001, 45001, 45007, 301015, 301016, 301017, 830002],
    'deadLetter',
    badMedia,
    'check type and size of the file',
  ],
  // J, K. Updates and recalls
  [[42015, 42016, 42022, 82101, 82102], 'final', tooLate, 'nothing to do; the card can no longer be updated'],
  [[42052], 'final', '超过撤回时限', 'nothing to do; WeCom recalls within 24 hours only'],
  // L. Login
  [[40029, 42003, 84014, 84015], 'final', '登录已过期', 'start the login again'],
];

const decisions = new Map(
  table.flatMap(([codes, action, reason, remedy]) =>
    codes.map((code): [number, ErrorDecision] => [code, { action, reason, remedy }]),
  ),
);
