import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { childOf } from '../../src/simulator/xml/parse-xml.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { fieldOf, startBench } from './simulator-scripted-bot.ts';
import type { ApiAnswer, Bench } from './simulator-scripted-bot.ts';

const textNotice = {
  card_type: 'text_notice',
  main_title: { title: '主题', desc: '约 2 分钟' },
  card_action: { type: 1, url: 'https://example.com/a' },
};
const newsNotice = {
  card_type: 'news_notice',
  main_title: { title: '大讲堂' },
  card_image: { url: 'https://example.com/p.png', aspect_ratio: 1.5 },
  card_action: { type: 1, url: 'https://example.com/a' },
};
const buttonCard = {
  card_type: 'button_interaction',
  main_title: { title: '今日学习' },
  task_id: 'study-1',
  button_list: [
    { text: '已学完', style: 1, key: '已学' },
    { text: '换一条', style: 2, key: '换' },
    { type: 1, text: '全文', url: 'https://example.com/full' },
  ],
};
const voteCard = {
  card_type: 'vote_interaction',
  main_title: { title: '第 1 题' },
  task_id: 'vote-1',
  checkbox: {
    question_key: 'q',
    mode: 1,
    option_list: [
      { id: 'A', text: '党员大会' },
      { id: 'B', text: '座谈会' },
    ],
  },
  submit_button: { text: '交答案', key: '交' },
};
const multipleCard = {
  card_type: 'multiple_interaction',
  main_title: { title: '参会回复' },
  task_id: 'multi-1',
  select_list: [
    {
      question_key: 'come',
      title: '能否参加',
      option_list: [
        { id: 'y', text: '参加' },
        { id: 'n', text: '请假' },
      ],
    },
    {
      question_key: 'bus',
      title: '乘车',
      selected_id: '0',
      option_list: [
        { id: '1', text: '乘车' },
        { id: '0', text: '自行' },
      ],
    },
  ],
  submit_button: { text: '提交', key: '提交' },
};

let bench: Bench;
let 林晓棠: SimulatedUser;

beforeEach(async () => {
  bench = await startBench();
  林晓棠 = bench.simulator.person('LinXT');
});

afterEach(async () => {
  await bench.close();
});

function sendCard(card: object, to: object = {}): Promise<ApiAnswer> {
  return bench.send({ msgtype: 'template_card', template_card: card, ...to });
}

function update(fields: object): Promise<ApiAnswer> {
  return bench.call('message/update_template_card', { agentid: 1000002, userids: ['LinXT'], ...fields });
}

function rules(): readonly string[] {
  return bench.simulator.violations.map(({ rule }) => rule);
}

describe('cards the bot sends', () => {
  it.each([textNotice, newsNotice, buttonCard, voteCard, multipleCard])(
    'are shown when they are right: $card_type',
    async (card) => {
      const answer = await sendCard(card);
      expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' });
      expect(林晓棠.lastMessage()?.content).toEqual({ kind: 'card', card, replaced: null });
      expect(rules()).toEqual([]);
    },
  );

  it('come with a response code only when they can call back', async () => {
    expect(await sendCard(textNotice)).not.toHaveProperty('response_code');
    expect(await sendCard(buttonCard)).toHaveProperty('response_code');
    const menu = { desc: '更多', action_list: [{ text: '收藏', key: '收藏' }] };
    expect(await sendCard({ ...textNotice, task_id: 't', action_menu: menu })).toHaveProperty(
      'response_code',
    );
  });

  const row = { keyname: '地点', value: '308' };
  const option = { id: 'a', text: '甲' };
  const button = { text: '好', key: 'k' };
  it.each([
    ['an unknown type', { ...textNotice, card_type: 'poster' }, 42031],
    ['no type', { main_title: { title: '主题' } }, 42031],
    ['no title and no sub title', { ...textNotice, main_title: {} }, 42033],
    ['no card action', { ...textNotice, card_action: undefined }, 42045],
    ['a card action of type 0', { ...textNotice, card_action: { type: 0 } }, 42045],
    ['a card action without address', { ...textNotice, card_action: { type: 1 } }, 42028],
    ['an address without scheme', { ...textNotice, card_action: { type: 1, url: 'example.com' } }, 45034],
    ['a mini-program without appid', { ...textNotice, card_action: { type: 2, pagepath: 'p' } }, 42030],
    ['seven rows', { ...textNotice, horizontal_content_list: Array.from({ length: 7 }, () => row) }, 42035],
    ['a row without a name', { ...textNotice, horizontal_content_list: [{ value: '308' }] }, 42027],
    [
      'a linked row without address',
      { ...textNotice, horizontal_content_list: [{ ...row, type: 1 }] },
      42028,
    ],
    ['a file row without media', { ...textNotice, horizontal_content_list: [{ ...row, type: 2 }] }, 42029],
    ['a member row without userid', { ...textNotice, horizontal_content_list: [{ ...row, type: 3 }] }, 42050],
    ['four jumps', { ...textNotice, jump_list: Array.from({ length: 4 }, () => ({ title: '看' })) }, 42042],
    ['a jump without a title', { ...textNotice, jump_list: [{ type: 0 }] }, 42033],
    ['a menu without task id', { ...textNotice, action_menu: { action_list: [button] } }, 42014],
    [
      'two menu entries of one key',
      { ...textNotice, task_id: 't', action_menu: { action_list: [button, button] } },
      42051,
    ],
    [
      'four menu entries',
      {
        ...textNotice,
        task_id: 't',
        action_menu: { action_list: ['a', 'b', 'c', 'd'].map((key) => ({ text: key, key })) },
      },
      40058,
    ],
    ['a picture card without picture', { ...newsNotice, card_image: undefined }, 42044],
    [
      'a picture too tall',
      { ...newsNotice, card_image: { url: 'https://e.example/p', aspect_ratio: 1 } },
      40058,
    ],
    [
      'five vertical rows',
      { ...newsNotice, vertical_content_list: Array.from({ length: 5 }, () => ({ title: '一' })) },
      42036,
    ],
    ['a button card without task id', { ...buttonCard, task_id: undefined }, 42014],
    ['a task id with a space', { ...buttonCard, task_id: 'study 1' }, 42014],
    ['a task id of 129 bytes', { ...buttonCard, task_id: 'a'.repeat(129) }, 42014],
    ['a button card without buttons', { ...buttonCard, button_list: [] }, 40058],
    [
      'seven buttons',
      { ...buttonCard, button_list: Array.from({ length: 7 }, (_, key) => ({ text: '好', key: `k${key}` })) },
      40058,
    ],
    ['a button without a caption', { ...buttonCard, button_list: [{ key: 'k' }] }, 42038],
    ['a button without a key', { ...buttonCard, button_list: [{ text: '好' }] }, 42039],
    ['a key of 1025 bytes', { ...buttonCard, button_list: [{ text: '好', key: 'k'.repeat(1025) }] }, 42039],
    ['two buttons of one key', { ...buttonCard, button_list: [button, button] }, 42017],
    [
      'eleven choices',
      {
        ...buttonCard,
        button_selection: {
          question_key: 'q',
          option_list: Array.from({ length: 11 }, (_, id) => ({ id: String(id), text: '一' })),
        },
      },
      42037,
    ],
    ['a vote without a question key', { ...voteCard, checkbox: { option_list: [option] } }, 42043],
    ['a vote without options', { ...voteCard, checkbox: { question_key: 'q', option_list: [] } }, 42037],
    [
      'twenty-one options',
      {
        ...voteCard,
        checkbox: {
          question_key: 'q',
          option_list: Array.from({ length: 21 }, (_, id) => ({ id: String(id), text: '一' })),
        },
      },
      42037,
    ],
    [
      'an option without id',
      { ...voteCard, checkbox: { question_key: 'q', option_list: [{ text: '一' }] } },
      42040,
    ],
    [
      'two options of one id',
      { ...voteCard, checkbox: { question_key: 'q', option_list: [option, option] } },
      42040,
    ],
    [
      'an option without text',
      { ...voteCard, checkbox: { question_key: 'q', option_list: [{ id: 'a' }] } },
      42041,
    ],
    ['no submit button', { ...voteCard, submit_button: undefined }, 42046],
    ['no selector', { ...multipleCard, select_list: [] }, 42047],
    [
      'two selectors of one question',
      { ...multipleCard, select_list: [multipleCard.select_list[0], multipleCard.select_list[0]] },
      42043,
    ],
    ['text where a list belongs', { ...buttonCard, button_list: '已学完' }, 40035],
    ['a number where text belongs', { ...buttonCard, main_title: { title: 7 } }, 40058],
  ])('are refused with %s', async (_what, card, errcode) => {
    expect(await sendCard(card)).toMatchObject({ errcode });
    expect(林晓棠.messages()).toEqual([]);
    expect(rules()).toContain(`refused-${errcode}`);
  });

  it.each([
    ['main_title.title', { ...textNotice, main_title: { title: '题'.repeat(37) } }],
    ['source.desc', { ...textNotice, source: { desc: '源'.repeat(21) } }],
    ['sub_title_text', { ...textNotice, sub_title_text: '字'.repeat(161) }],
    [
      'horizontal_content_list.keyname',
      { ...textNotice, horizontal_content_list: [{ keyname: '六个字的名称' }] },
    ],
    [
      'vertical_content_list.desc',
      { ...newsNotice, vertical_content_list: [{ title: '一', desc: '字'.repeat(161) }] },
    ],
    ['button_list.text', { ...buttonCard, button_list: [{ text: '按'.repeat(11), key: 'k' }] }],
    ['main_title.title', { ...voteCard, main_title: { title: '题'.repeat(17) } }],
    [
      'checkbox.option_list.text',
      { ...voteCard, checkbox: { question_key: 'q', option_list: [{ id: 'a', text: '项'.repeat(18) }] } },
    ],
    [
      'select_list.option_list.text',
      {
        ...multipleCard,
        select_list: [{ question_key: 'q', option_list: [{ id: 'a', text: '项'.repeat(17) }] }],
      },
    ],
  ])('are clipped, and reported, where %s is too long', async (path, card) => {
    expect(await sendCard(card)).toMatchObject({ errcode: 0 });
    expect(rules()).toEqual(['text-clipped']);
    expect(bench.simulator.violations[0]?.detail).toContain(path);
    expect(林晓棠.lastMessage()?.text).toContain('…');
  });

  it('count an emoji as one character', async () => {
    await sendCard({ ...voteCard, main_title: { title: '😀'.repeat(16) } });
    expect(rules()).toEqual([]);
  });

  it('lose fields nobody documents, which is reported', async () => {
    await sendCard({ ...textNotice, colour: 'red', main_title: { title: '主题', size: 3 } });
    expect(bench.simulator.violations.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['unknown-field', expect.stringContaining('main_title.size')],
      ['unknown-field', expect.stringContaining('colour')],
    ]);
    expect(林晓棠.lastMessage()?.content).toMatchObject({ card: { main_title: { title: '主题' } } });
  });

  it('report fields that only an update understands', async () => {
    await sendCard({ ...buttonCard, replace_text: '已学完' });
    expect(rules()).toEqual(['update-only-field']);
  });

  it('use up their task id for ever', async () => {
    await sendCard(buttonCard);
    bench.clock.advance(365 * 24 * 60 * 60 * 1000);
    const again = await sendCard({ ...buttonCard, main_title: { title: '另一张' } });
    expect(again).toMatchObject({ errcode: 42014 });
  });

  it('are refused while there is no callback address', async () => {
    bench.simulator.setCallbackUrl([]);
    expect(await sendCard(buttonCard)).toMatchObject({ errcode: 43012 });
    expect(await sendCard(textNotice)).toMatchObject({ errcode: 0 });
  });
});

describe('taps on cards', () => {
  it('reach the bot with key, task, type and a code of their own', async () => {
    await sendCard(buttonCard);
    await 林晓棠.taps('已学完');
    await 林晓棠.taps('已学');

    const [first, second] = bench.bot.received;
    if (first === undefined || second === undefined) throw new Error('two taps were expected');
    expect(fieldOf(first, 'Event')).toBe('template_card_event');
    expect(fieldOf(first, 'EventKey')).toBe('已学');
    expect(fieldOf(first, 'TaskId')).toBe('study-1');
    expect(fieldOf(first, 'CardType')).toBe('button_interaction');
    expect(fieldOf(first, 'ResponseCode')).not.toBe(fieldOf(second, 'ResponseCode'));
    expect(childOf(first, 'SelectedItems')).toBeUndefined();
  });

  it('bring along what was chosen, by id or by text', async () => {
    await sendCard(voteCard);
    await 林晓棠.taps('交答案', { choices: { q: ['A', '座谈会'] } });

    const items = childOf(bench.bot.received[0] ?? nothing(), 'SelectedItems')?.children ?? [];
    expect(items).toHaveLength(1);
    expect(fieldOf(items[0] ?? nothing(), 'QuestionKey')).toBe('q');
    expect(childOf(items[0] ?? nothing(), 'OptionIds')?.children.map(({ text }) => text)).toEqual(['A', 'B']);
  });

  it('bring along the preset of selectors nobody touched', async () => {
    await sendCard(multipleCard);
    await 林晓棠.taps('提交', { choices: { 能否参加: '请假' } });

    const items = childOf(bench.bot.received[0] ?? nothing(), 'SelectedItems')?.children ?? [];
    expect(items.map((item) => childOf(item, 'OptionIds')?.children[0]?.text)).toEqual(['n', '0']);
  });

  it('cannot choose what is not offered, too much, or nothing', async () => {
    await sendCard(voteCard);
    await expect(林晓棠.taps('交答案', { choices: { q: 'C' } })).rejects.toThrow('offers no C');
    await expect(林晓棠.taps('交答案', { choices: { r: 'A' } })).rejects.toThrow('named r');
    await expect(林晓棠.taps('交答案')).rejects.toThrow('nothing is chosen');

    const single = { ...voteCard, task_id: 'vote-2', checkbox: { ...voteCard.checkbox, mode: 0 } };
    await sendCard(single);
    await expect(林晓棠.taps('交答案', { choices: { q: ['A', 'B'] } })).rejects.toThrow('one choice');
  });

  it('on a card’s menu are events of their own', async () => {
    const menu = { desc: '更多', action_list: [{ text: '今天不便', key: 'later' }] };
    await sendCard({ ...textNotice, task_id: 't', action_menu: menu });
    bench.bot.script = () => '好的';

    const { answer } = await 林晓棠.taps('今天不便');

    expect(fieldOf(bench.bot.received[0] ?? nothing(), 'Event')).toBe('template_card_menu_event');
    expect(answer).toBe('好的');
    expect(rules()).toEqual([]);
  });

  it('must not be answered passively', async () => {
    await sendCard(buttonCard);
    bench.bot.script = () => '好的';
    expect((await 林晓棠.taps('已学完')).answer).toBeNull();
    expect(林晓棠.messages()).toHaveLength(1);
    expect(rules()).toEqual(['reply-not-allowed']);
  });

  it('meet the newest card that fits, or the one that is named', async () => {
    await sendCard(buttonCard);
    await sendCard({ ...buttonCard, task_id: 'study-2' });
    await 林晓棠.taps('已学完');
    await 林晓棠.taps('已学完', { card: 'study-1' });
    expect(bench.bot.received.map((callback) => fieldOf(callback, 'TaskId'))).toEqual(['study-2', 'study-1']);
  });

  it('do not reach the bot where a button opens an address', async () => {
    await sendCard(buttonCard);
    await expect(林晓棠.taps('全文')).rejects.toThrow('no card with 全文');
  });
});

describe('updates of cards', () => {
  it('grey the button out on the phone that tapped', async () => {
    await sendCard(buttonCard, { touser: 'LinXT|zhang.san' });
    await 林晓棠.taps('已学完');
    const code = fieldOf(bench.bot.received[0] ?? nothing(), 'ResponseCode');

    expect(await update({ response_code: code, button: { replace_name: '已学完 8:41' } })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      invaliduser: [],
    });

    expect(林晓棠.lastMessage()?.text).toContain('[已学完 8:41]');
    expect(bench.simulator.person('zhang.san').lastMessage()?.text).toContain('[已学完] [换一条]');
    await expect(林晓棠.taps('换一条')).rejects.toThrow('no card');
  });

  it('replace the card by one of any type, for everybody who has it', async () => {
    const { response_code: code } = await sendCard(buttonCard, { touser: 'LinXT|zhang.san' });
    await update({
      userids: undefined,
      atall: 1,
      response_code: code,
      template_card: { ...textNotice, task_id: undefined },
    });

    for (const person of ['LinXT', 'zhang.san']) {
      expect(bench.simulator.person(person).lastMessage()?.content).toMatchObject({
        card: { card_type: 'text_notice' },
      });
    }
  });

  it('keep new buttons alive unless replace_text takes their place', async () => {
    const { response_code: code } = await sendCard(buttonCard);
    await update({ response_code: code, template_card: { ...buttonCard, task_id: undefined } });
    await 林晓棠.taps('换一条');
    const next = fieldOf(bench.bot.received[0] ?? nothing(), 'ResponseCode');
    expect(fieldOf(bench.bot.received[0] ?? nothing(), 'TaskId')).toBe('study-1');

    await update({
      response_code: next,
      template_card: { ...buttonCard, task_id: undefined, replace_text: '已结束' },
    });
    expect(林晓棠.lastMessage()?.text).toContain('[已结束]');
    expect(rules()).toEqual([]);
  });

  it('name those who do not have the card, in lower case', async () => {
    const { response_code: code } = await sendCard(buttonCard);
    const answer = await update({
      response_code: code,
      userids: ['LinXT', 'Zhang.San'],
      button: { replace_name: '好' },
    });
    expect(answer).toMatchObject({ errcode: 0, invaliduser: ['zhang.san'] });
  });

  it('use their code once and within 72 hours', async () => {
    const { response_code: code } = await sendCard(buttonCard);
    const body = { response_code: code, button: { replace_name: '好' } };
    await update(body);
    expect(await update(body)).toMatchObject({ errcode: 42022 });

    const { response_code: old } = await sendCard({ ...buttonCard, task_id: 'study-2' });
    bench.clock.advance(72 * 60 * 60 * 1000);
    expect(await update({ ...body, response_code: old })).toMatchObject({ errcode: 40058 });
  });

  it.each([
    ['nobody', { userids: [], button: { replace_name: '好' } }, 82101],
    ['a stranger', { userids: ['wang-5'], button: { replace_name: '好' } }, 82102],
    ['neither button nor card', {}, 40058],
    ['both button and card', { button: { replace_name: '好' }, template_card: textNotice }, 40058],
    ['an empty caption', { button: { replace_name: '' } }, 40063],
    ['a broken card', { template_card: { card_type: 'text_notice' } }, 42033],
    ['another app', { agentid: 7, button: { replace_name: '好' } }, 301002],
    ['a made-up code', { response_code: 'x', button: { replace_name: '好' } }, 40058],
  ])('are refused for %s, and the code stays good', async (_what, fields, errcode) => {
    const { response_code: code } = await sendCard(buttonCard);
    expect(await update({ response_code: code, ...fields })).toMatchObject({ errcode });
    expect(await update({ response_code: code, button: { replace_name: '好' } })).toMatchObject({
      errcode: 0,
    });
  });

  it('cannot grey out a button that a notice does not have', async () => {
    const menu = { desc: '更多', action_list: [{ text: '收藏', key: '收藏' }] };
    const { response_code: code } = await sendCard({ ...textNotice, task_id: 't', action_menu: menu });
    expect(await update({ response_code: code, button: { replace_name: '好' } })).toMatchObject({
      errcode: 40058,
    });
  });
});

function nothing(): never {
  throw new Error('the bot received nothing');
}
