import { commandWords } from '../../handlers/command-words.ts';
import { readConfig } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { countEntries } from '../delivery/counts.ts';
import { accountsOf } from '../delivery/daily-quota.ts';
import { latestDead } from '../delivery/dead-letters.ts';
import { outboxKeys } from '../delivery/outbox-keys.ts';
import { createQuota } from '../delivery/quota.ts';
import { createUnreachable } from '../delivery/unreachable.ts';
import { loadLibrary } from '../library/load-library.ts';
import { appMenu } from '../menu.ts';
import { openClient } from '../open-sender.ts';
import { closeRedis, connectRedis } from '../redis/connect.ts';
import { createKeys } from '../redis/keys.ts';
import { createCurrentRoster } from '../roster/current-roster.ts';
import { createRosterStore } from '../roster/roster-store.ts';
import { systemClock } from '../time/clock.ts';
import { yearOf } from '../time/local-date.ts';
import { createZone } from '../time/zone.ts';
import { createEnvelope } from '../wecom/envelope.ts';
import { checkCallback } from './checks/callback.ts';
import { checkClock } from './checks/clock.ts';
import { checkCalendar, checkContent } from './checks/content.ts';
import { checkDuties } from './checks/duties.ts';
import { checkHours } from './checks/hours.ts';
import { checkRedis } from './checks/redis.ts';
import { checkRoster } from './checks/roster.ts';
import { checkOutbox, checkQuota, checkUnreachable } from './checks/sending.ts';
import { checkWecom } from './checks/wecom.ts';
import { explained } from './explained.ts';
import { findingLine, type Finding } from './finding.ts';

// npm run doctor [-- --menu]

const words = process.argv.slice(2);
if (words.some((word) => word !== '--menu')) {
  process.stderr.write(
    '用法：npm run doctor　逐项检查；npm run doctor -- --menu　检查并把菜单发布到企业微信\n',
  );
  process.exit(2);
}

const read = readConfig(readEnvironment());
if ('problems' in read) {
  for (const problem of read.problems) print({ subject: '配置', state: 'ill', text: problem });
  process.exit(1);
}
print({ subject: '配置', state: 'well', text: '齐了。' });
const { config } = read;

const redis = await connectRedis(config.redisUrl);
const keys = createKeys(config.redisPrefix);
const { client, close } = openClient({ settings: config, redis, keys, clock: systemClock });
const { library, problems } = await loadLibrary(config.contentDir, commandWords);
const zone = createZone(config.timezone);
const today = zone.localAt(systemClock.now()).date;
const envelope = createEnvelope({
  token: config.token,
  encodingAesKey: config.encodingAesKey,
  receiveId: config.corpId,
});
const roster = await createCurrentRoster(createRosterStore(redis, keys), config.committeeUserids)
  .latest()
  .catch(() => undefined);

const findings: readonly Finding[] = [
  await checkRedis(redis),
  checkRoster(roster),
  checkContent(library, problems.filter(({ weight }) => weight === 'error').length),
  checkCalendar(library, today),
  checkHours(library, yearOf(today)),
  checkDuties(library, today),
  await checkClock(config.apiBase, redis, systemClock.now),
  ...(await checkWecom(client, roster)),
  await checkCallback(config.publicUrl, envelope, systemClock.now),
  ...(await checkSending().catch(() => [])),
  ...(words.includes('--menu') ? [await publishMenu()] : []),
];
findings.forEach(print);
await close();
await closeRedis(redis);
process.exit(findings.some(({ state }) => state === 'ill') ? 1 : 0);

/** Nothing when Redis is away, which has been told. */
async function checkSending(): Promise<readonly Finding[]> {
  const outbox = outboxKeys(keys);
  const now = systemClock.now();
  const accounts = accountsOf(library.sending.accounts, roster?.people.length ?? 0);
  const quota = createQuota({
    redis,
    keys: outbox,
    clock: systemClock,
    accounts: () => Promise.resolve(accounts),
  });
  const letter = await latestDead(redis, outbox);
  return [
    checkQuota(await quota.on(now), library.sending),
    checkOutbox(await countEntries(redis, outbox, now), letter && { letter, at: zone.localAt(letter.at) }),
    checkUnreachable(await createUnreachable(redis, outbox).counts()),
  ];
}

async function publishMenu(): Promise<Finding> {
  const subject = '菜单';
  try {
    await client.createMenu(appMenu());
    return { subject, state: 'well', text: '已发布。手机上重新进入聊天就能看到。' };
  } catch (error) {
    return { subject, state: 'ill', text: `没有发布：${explained(error)}` };
  }
}

function print(finding: Finding): void {
  process.stdout.write(`${findingLine(finding)}\n`);
}
