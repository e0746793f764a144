import { it } from 'vitest';
import { stories } from '../support/stories.ts';
import { libraryWith, rightOn, wrongOn } from './a-paper-bank.ts';
const begin = stories();
it('shows', async () => {
  const { person, goTo, settle, redis, settings } = await begin({ library: await libraryWith() });
  const qian = person('钱文静');
  const lin = person('林晓棠');
  const log = (x: unknown) => console.log('>>>', x);
  log(await qian.says('发布测试 季度测试 全体 今天 12-10 6题 换届3'));
  log(await qian.says('确认'));
  await settle();
  log(lin.lastMessage()?.text);
  await lin.taps('开始');
  let screen = (await lin.sees('1/6')).text;
  log(screen);
  log(await lin.says('测试'));
  log(await lin.says('第 5 题'));
  log(await lin.says('第一题'));
  for (let i = 1; i <= 6; i += 1) {
    const s = lin.lastMessage()!.text;
    const a = i % 3 ? rightOn(s) : wrongOn(s);
    log(a);
    log(await lin.says(a));
  }
  log(await lin.says('交卷'));
  log(await lin.says('确认'));
  log(await lin.says('测试 1 解析'));
  log(await lin.says('测试'));
  log(await lin.says('我的'));
  log(await lin.says('我的数据'));
  log(await person('陈志刚').says('测试 1'));
  log(await person('陈志刚').says('提醒 测试 1'));
  log(await person('陈志刚').says('测试 1 名单'));
  log(await qian.says('测试 1'));
  for (const key of await redis.keys(`${settings.redisPrefix}*paper*`))
    log(
      key +
        ' ' +
        (await redis.type(key)) +
        ' ' +
        ((await redis.type(key)) === 'hash'
          ? JSON.stringify(await redis.hgetall(key))
          : (await redis.type(key)) === 'string'
            ? await redis.get(key)
            : ''),
    );
  await goTo('2026-12-15 09:00');
});
