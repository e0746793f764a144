import { describe, expect, it } from 'vitest';
import { cardMessage } from '../../src/chat/card-message.ts';
import { Fault } from '../../src/errors.ts';
import { members, message } from './delivery-messages.ts';
import { deliveryWorld } from './delivery-world.ts';

describe('recipients who cannot be reached', () => {
  it('are listed with the reason while the others get the message', async () => {
    const { wecom, replica } = await deliveryWorld({
      invalid: new Set(['member3']),
      unlicensed: new Set(['member5']),
    });
    const { delivery, accept, outcomes, told, logged } = await replica();
    const spelled = members(10).map((userid) => userid.toUpperCase());

    await accept([message({ id: 'n', recipients: spelled })]);
    await delivery.drain();

    expect(wecom.delivered.size).toBe(8);
    expect(await outcomes()).toMatchObject({
      'n MEMBER0': 'reached',
      'n MEMBER3': '不在可见范围',
      'n MEMBER5': '没有接口许可',
    });
    expect(await delivery.unreachable.of(['Member3', 'member4', 'member5', 'nobody'])).toEqual(
      new Map([
        ['Member3', '不在可见范围'],
        ['member5', '没有接口许可'],
      ]),
    );
    expect(await delivery.unreachable.counts()).toEqual(
      new Map([
        ['不在可见范围', 1],
        ['没有接口许可', 1],
      ]),
    );
    expect(told).toContainEqual({ missed: '没有接口许可', people: 1 });
    expect(logged.filter((line) => line.includes('did not reach'))).toHaveLength(2);
    expect(logged.join('')).not.toMatch(/member/iu);
  });

  it('are all of them when WeCom says so, in one call', async () => {
    const { wecom, replica } = await deliveryWorld({ invalid: new Set(members(400)) });
    const { delivery, accept, outcomes } = await replica();

    await accept([message({ id: 'n', recipients: members(400) })]);
    await delivery.drain();

    expect(wecom.requests).toHaveLength(1);
    expect(Object.values(await outcomes())).toEqual(members(400).map(() => '不在可见范围'));
  });

  it('are found by halving when WeCom refuses the whole list because of some', async () => {
    const trouble = (_: number, body: string) =>
      /"member(13|77)\||\|member(13|77)\b|"member(13|77)"/.test(body) ? 40_031 : 'nothing';
    const { wecom, replica } = await deliveryWorld({ trouble });
    const { delivery, accept, outcomes, timesReported } = await replica();

    await accept([message({ id: 'n', recipients: members(100) })]);
    await delivery.drain();

    const unreachable = Object.entries(await outcomes()).filter(([, outcome]) => outcome !== 'reached');
    expect(Object.fromEntries(unreachable)).toEqual({
      'n member13': '账号不存在',
      'n member77': '账号不存在',
    });
    expect([...wecom.delivered.values()].filter((texts) => texts.length === 1)).toHaveLength(98);
    expect(new Set(Object.values(await timesReported()))).toEqual(new Set(['1']));
  });

  it('are found although the message is a card, which WeCom takes but once', async () => {
    const trouble = (_: number, body: string) => (/\bmember3\b/.test(body) ? 40_031 : 'nothing');
    const { wecom, replica } = await deliveryWorld({ trouble });
    const { delivery, accept, outcomes } = await replica();
    const card = cardMessage(
      { title: '通知 3', buttons: [{ label: '收到', line: '收到 3' }] },
      'notice-3-c0',
    );

    await accept([{ ...message({ id: 'n', recipients: members(8) }), message: card }]);
    await delivery.drain();

    expect(wecom.delivered.size).toBe(7);
    expect(await outcomes()).toMatchObject({ 'n member3': '账号不存在', 'n member7': 'reached' });
  });

  it('are found when an account is one that cannot be written into a request', async () => {
    const { wecom, replica } = await deliveryWorld();
    const { delivery, accept, outcomes } = await replica();

    await accept([message({ id: 'n', recipients: ['zhang san', ...members(7), '@all'] })]);
    await delivery.drain();

    expect(wecom.delivered.size).toBe(7);
    expect(await outcomes()).toMatchObject({
      'n zhang san': '账号有误',
      'n @all': '账号有误',
      'n member6': 'reached',
    });
  });

  it('cannot hide others in a userid: such a call is not accepted', async () => {
    const { replica } = await deliveryWorld();
    const { delivery, accept } = await replica();

    await expect(accept([message({ recipients: ['a|b'] })])).rejects.toThrow(Fault);
    await expect(accept([message({ recipients: ['a', ''] })])).rejects.toThrow(Fault);

    expect(await delivery.waiting()).toBe(0);
  });

  it('are forgotten as soon as a message gets through', async () => {
    const invalid = new Set(['lin.xiaotang']);
    const { replica } = await deliveryWorld({ invalid });
    const { delivery, accept } = await replica();
    await accept([message({ id: 'first' })]);
    await delivery.drain();
    expect(await delivery.unreachable.of(['lin.xiaotang'])).toEqual(
      new Map([['lin.xiaotang', '不在可见范围']]),
    );

    invalid.clear();
    await accept([message({ id: 'second' })]);
    await delivery.drain();

    expect(await delivery.unreachable.of(['lin.xiaotang'])).toEqual(new Map());
  });
});

describe('a message that WeCom refuses for its content', () => {
  it('is put aside without its text, and nobody is called unreachable for it', async () => {
    const { redis, replica } = await deliveryWorld({ trouble: () => 45_002 });
    const { delivery, accept, outcomes, keys } = await replica();

    await accept([message({ id: 'too-long', recipients: ['a', 'b'], says: '一段很长的话' })]);
    await delivery.drain();

    expect(await outcomes()).toEqual({ 'too-long a': '内容过长', 'too-long b': '内容过长' });
    expect(await delivery.unreachable.of(['a', 'b'])).toEqual(new Map());
    const dead = await redis.client.lrange(keys('outbox', 'dead'), '0', '-1');
    expect(dead.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { id: 'too-long', errcode: 45_002, reason: '内容过长' },
    ]);
    expect(dead.join('')).not.toContain('一段很长的话');
    expect((await delivery.counts()).dead).toBe(1);
  });

  it('leaves the messages behind it their way', async () => {
    const trouble = (_: number, body: string) => (body.includes('坏') ? 40_058 : 'nothing');
    const { wecom, replica } = await deliveryWorld({ trouble });
    const { delivery, accept } = await replica({ lanes: 1, inReserve: 0 });

    await accept([message({ id: 'bad', says: '坏' }), message({ id: 'good', says: '好' })]);
    await delivery.drain();

    expect(wecom.delivered.get('lin.xiaotang')).toEqual(['好']);
  });

  it('is put aside too when its record was damaged', async () => {
    const { wecom, redis, clock, replica } = await deliveryWorld();
    const { delivery, keys } = await replica();

    await redis.client.hset(keys('outbox'), 'damaged', '{"kind":"send"');
    await redis.client.zadd(keys('outbox', 'answer', 'due'), clock.now(), 'damaged');
    await delivery.drain();

    expect(wecom.requests).toEqual([]);
    expect(await delivery.counts()).toEqual({ held: 0, due: 0, queued: 0, dead: 1 });
  });
});
