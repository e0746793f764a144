import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FRIDAY_MORNING, startBench } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';

const card = {
  msgtype: 'template_card',
  template_card: {
    card_type: 'button_interaction',
    main_title: { title: '今日学习' },
    task_id: 'study-1',
    button_list: [{ text: '已学完', key: '已学' }],
  },
};

let folder: string;
let stateFile: string;
let complaints: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  stateFile = join(folder, 'simulator.json');
  complaints = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function start(): Promise<Bench> {
  return startBench({ stateFile, complain: (line) => complaints.push(line) });
}

describe('a simulator with a state file', () => {
  it('shows the same phones, clock, menu and people after a restart', async () => {
    const before = await start();
    before.bot.script = () => '记下了';
    const menu = { button: [{ type: 'click', name: '学习', key: '学习' }] };
    await before.call('menu/create', menu, { agentid: '1000002' });
    await before.simulator.person('LinXT').types('签到');
    const { response_code: code } = await before.send(card);
    await before.simulator.person('zhang.san').becomes('unlicensed');
    await before.simulator.moveClock(FRIDAY_MORNING + 60_000);
    const messages = before.simulator.person('LinXT').messages();
    await before.close();

    const after = await start();
    expect(after.simulator.person('LinXT').messages()).toEqual(messages);
    expect(after.clock.now()).toBe(FRIDAY_MORNING + 60_000);
    expect(await after.call('menu/get', undefined, { agentid: '1000002' })).toMatchObject(menu);
    expect(await after.send({ ...card, touser: 'zhang.san' })).toMatchObject({ errcode: 81013 });

    const update = {
      agentid: 1000002,
      userids: ['LinXT'],
      response_code: code,
      button: { replace_name: '好' },
    };
    expect(await after.call('message/update_template_card', update)).toMatchObject({ errcode: 0 });
    expect(after.simulator.person('LinXT').lastMessage()?.text).toContain('[好]');
    await after.close();
    expect(complaints).toEqual([]);
  });

  it('remembers which requests are duplicates and which task ids are used', async () => {
    const before = await start();
    const first = await before.send(card);
    await before.close();

    const after = await start();
    expect(await after.send(card)).toEqual(first);
    expect(await after.send({ ...card, safe: 0 })).toMatchObject({ errcode: 42014 });
    expect(after.simulator.person('LinXT').messages()).toHaveLength(1);
    await after.close();
  });

  it('keeps uploads and the token', async () => {
    const before = await start();
    const { media_id: media } = await before.upload('file', Buffer.from('六个字节'));
    const { access_token: token } = await before.call('gettoken', undefined, {
      corpid: 'ww0123456789abcdef',
      corpsecret: 'a-secret-of-the-tests',
    });
    await before.close();

    const after = await start();
    const query = new URLSearchParams({ access_token: String(token), media_id: String(media) });
    const response = await fetch(`${after.url}/cgi-bin/media/get?${query}`);
    expect(await response.text()).toBe('六个字节');
    await after.close();
  });

  it.each(['{"version":1', '{"version":99}', 'null'])(
    'starts afresh from %s, with one line',
    async (damaged) => {
      await writeFile(stateFile, damaged);

      const bench = await start();
      expect(complaints).toEqual([`模拟器的状态文件 ${stateFile} 读不懂，从头开始`]);
      expect(bench.simulator.person('LinXT').messages()).toEqual([]);
      await bench.close();

      expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ version: 1 });
    },
  );

  it('leaves nothing half-written beside its file', async () => {
    const bench = await start();
    await bench.send({ msgtype: 'text', text: { content: '您好' } });
    await bench.close();
    expect(await readdir(folder)).toEqual(['simulator.json']);
  });
});
