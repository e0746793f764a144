import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a contest is held live', () => {
  it('smoke', async () => {
    const { person, settle, clock } = await begin({ replicas: 2 });
    const chen = person('陈志刚');
    console.log(await chen.says('发起竞赛 换届知识 本支部 2题'));
    console.log(await chen.says('确认'));
    await settle();
    const lin = person('林晓棠');
    console.log(lin.lastMessage()?.text);
    await lin.taps('加入');
    console.log(await person('周琪').says('加入'));
    await settle();
    console.log(await chen.says('竞赛 1'));
    await chen.taps('开始');
    await settle();
    console.log(lin.lastMessage()?.text);
    console.log('host', chen.lastMessage()?.text);
    console.log(await person('周琪').says('a'), await person('周琪').says('对'));
    clock.advance(34000);
    await settle();
    console.log(lin.lastMessage()?.text);
    console.log('host', chen.lastMessage()?.text);
    clock.advance(21000);
    await settle();
    console.log(lin.lastMessage()?.text);
    clock.advance(34000);
    await settle();
    console.log(lin.lastMessage()?.text);
    await chen.taps('公布结果');
    await settle();
    console.log(lin.lastMessage()?.text);
    console.log(await lin.says('竞赛 1'));
    console.log(await lin.says('竞赛'));
  });
});
