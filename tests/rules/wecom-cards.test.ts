import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { closeCard, replaceButton, replaceCard } from '../../src/wecom/card-update.ts';
import { buttonCard, type ButtonCardParts } from '../../src/wecom/cards/button-card.ts';
import { newsNotice } from '../../src/wecom/cards/news-notice.ts';
import { selectionCard } from '../../src/wecom/cards/selection-card.ts';
import { textNotice } from '../../src/wecom/cards/text-notice.ts';
import { voteCard } from '../../src/wecom/cards/vote-card.ts';
import { card } from '../../src/wecom/message.ts';
import { countCharacters } from '../../src/wecom/text-length.ts';

/** What goes over the wire: without the fields that were left out. */
function wire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const long = '党员学习👨‍👩‍👧‍👦'.repeat(100);
const link = { url: 'https://bot.example/1' };
const buttons = [{ text: '已学完', key: '已学' }];

const fullButtonCard: ButtonCardParts = {
  taskId: 'study-20261120_a@b',
  title: '三会一课',
  note: '约 2 分钟',
  body: '第一行\n第二行',
  source: { name: '支部助手', iconUrl: 'https://bot.example/i.png', colour: 'red' },
  quote: { title: '条例', text: '第十一条', link },
  facts: [
    { label: '时间', value: '11月25日（周三）15:00' },
    { label: '原文', value: '看', opens: link },
    { label: '附件', value: 'a.pdf', opens: { mediaId: 'M' } },
    { label: '书记', value: '林晓棠', opens: { userid: 'lin.xt' } },
  ],
  menu: { hint: '更多', actions: [{ text: '不再提醒', key: '免打扰' }] },
  link: { appId: 'wx1', pagePath: 'pages/i' },
  selection: {
    key: 'reason',
    title: '原因',
    choices: [
      { id: 'trip', text: '出差' },
      { id: 'other', text: '其他' },
    ],
    chosen: 'trip',
  },
  buttons: [
    { text: '请假', key: '请假 1', style: 2 },
    { text: '打开', url: 'https://bot.example/2' },
  ],
};

describe('a button card', () => {
  it('has every block in WeCom’s form', () => {
    expect(wire(buttonCard(fullButtonCard))).toEqual({
      card_type: 'button_interaction',
      source: { icon_url: 'https://bot.example/i.png', desc: '支部助手', desc_color: 2 },
      action_menu: { desc: '更多', action_list: [{ text: '不再提醒', key: '免打扰' }] },
      main_title: { title: '三会一课', desc: '约 2 分钟' },
      quote_area: { type: 1, url: 'https://bot.example/1', title: '条例', quote_text: '第十一条' },
      sub_title_text: '第一行\n第二行',
      horizontal_content_list: [
        { type: 0, keyname: '时间', value: '11月25日（周三）15:00' },
        { type: 1, url: 'https://bot.example/1', keyname: '原文', value: '看' },
        { type: 2, media_id: 'M', keyname: '附件', value: 'a.pdf' },
        { type: 3, userid: 'lin.xt', keyname: '书记', value: '林晓棠' },
      ],
      card_action: { type: 2, appid: 'wx1', pagepath: 'pages/i' },
      task_id: 'study-20261120_a@b',
      button_selection: {
        question_key: 'reason',
        title: '原因',
        selected_id: 'trip',
        option_list: [
          { id: 'trip', text: '出差' },
          { id: 'other', text: '其他' },
        ],
      },
      button_list: [
        { type: 0, key: '请假 1', text: '请假', style: 2 },
        { type: 1, url: 'https://bot.example/2', text: '打开', style: 1 },
      ],
    });
  });

  it('leaves out what was not given', () => {
    expect(
      wire(buttonCard({ taskId: 't', title: '题', note: '', body: undefined, facts: [], buttons })),
    ).toEqual({
      card_type: 'button_interaction',
      main_title: { title: '题' },
      task_id: 't',
      button_list: [{ type: 0, key: '已学', text: '已学完', style: 1 }],
    });
  });

  it('cuts every text to what WeCom shows there', () => {
    const built = buttonCard({
      ...fullButtonCard,
      title: long,
      note: long,
      body: long,
      source: { name: long },
      facts: [{ label: long, value: long }],
      buttons: [{ text: long, key: 'k' }],
      selection: { key: 'q', choices: [{ id: 'a', text: long }] },
    });
    const lengths = [
      built.main_title.title,
      built.main_title.desc,
      built.sub_title_text,
      built.source?.desc,
      built.horizontal_content_list?.[0]?.keyname,
      built.horizontal_content_list?.[0]?.value,
      built.button_list[0]?.text,
      built.button_selection?.option_list[0]?.text,
    ].map((text = '') => [countCharacters(text), text.endsWith('…')]);
    expect(lengths).toEqual([36, 44, 160, 20, 5, 30, 10, 16].map((limit) => [limit, true]));
  });

  const button = (key: string) => ({ text: '按', key });
  it.each<[string, Partial<ButtonCardParts>]>([
    ['no title', { title: ' ' }],
    ['no button', { buttons: [] }],
    ['seven buttons', { buttons: ['1', '2', '3', '4', '5', '6', '7'].map(button) }],
    ['two buttons of one key', { buttons: [button('已学'), button('已学')] }],
    ['a button without a key', { buttons: [button('')] }],
    ['a button without a text', { buttons: [{ text: '', key: 'k' }] }],
    ['a key of 1,025 bytes', { buttons: [button('k'.repeat(1025))] }],
    ['a key with a control character', { buttons: [button('a\u0000')] }],
    ['a key with half a character', { buttons: [button('a\ud83d')] }],
    ['a task id of nothing', { taskId: '' }],
    ['a task id with other characters', { taskId: '学习-1' }],
    ['a task id with a colon', { taskId: 'a:b' }],
    ['a task id of 129 characters', { taskId: 't'.repeat(129) }],
    ['seven facts', { facts: Array.from({ length: 7 }, () => ({ label: 'a', value: 'b' })) }],
    ['a fact without a label', { facts: [{ label: '', value: 'b' }] }],
    ['an address that is none', { buttons: [{ text: '开', url: 'bot.example' }] }],
    ['a menu without actions', { menu: { hint: '', actions: [] } }],
    ['a menu of four', { menu: { hint: '', actions: ['1', '2', '3', '4'].map(button) } }],
    ['a menu with one key twice', { menu: { hint: '', actions: [button('1'), button('1')] } }],
    ['a question without choices', { selection: { key: 'q', choices: [] } }],
    [
      'eleven choices',
      {
        selection: {
          key: 'q',
          choices: Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, text: 'a' })),
        },
      },
    ],
    [
      'one choice twice',
      {
        selection: {
          key: 'q',
          choices: [
            { id: 'a', text: 'a' },
            { id: 'a', text: 'b' },
          ],
        },
      },
    ],
    ['a choice id of 129 bytes', { selection: { key: 'q', choices: [{ id: 'a'.repeat(129), text: 'a' }] } }],
    [
      'another choice shown than there are',
      { selection: { key: 'q', choices: [{ id: 'a', text: 'a' }], chosen: 'b' } },
    ],
  ])('with %s is a fault', (_, wrong) => {
    expect(() => buttonCard({ taskId: 't', title: '题', buttons, ...wrong })).toThrow(Fault);
  });

  it('never has a text that is too long or not well-formed, whatever it is given', () => {
    const text = fc.string({
      unit: fc.integer({ min: 1, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (each) => {
        const { main_title, sub_title_text = '' } = buttonCard({
          taskId: 't',
          title: `题${each}`,
          body: each,
          buttons,
        });
        expect(countCharacters(main_title.title)).toBeLessThanOrEqual(36);
        expect(countCharacters(sub_title_text)).toBeLessThanOrEqual(160);
        expect((main_title.title + sub_title_text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a text notice', () => {
  it('has every block in WeCom’s form', () => {
    expect(
      wire(
        textNotice({
          title: '考勤',
          body: '截至 15:04',
          figure: { value: '9/13', note: '实到' },
          jumps: [{ title: '台账', link }],
          menu: { hint: '更多', actions: [{ text: '换码', key: '签到码 1' }] },
          taskId: 't',
          link,
        }),
      ),
    ).toEqual({
      card_type: 'text_notice',
      action_menu: { desc: '更多', action_list: [{ text: '换码', key: '签到码 1' }] },
      main_title: { title: '考勤' },
      emphasis_content: { title: '9/13', desc: '实到' },
      sub_title_text: '截至 15:04',
      jump_list: [{ type: 1, url: 'https://bot.example/1', title: '台账' }],
      card_action: { type: 1, url: 'https://bot.example/1' },
      task_id: 't',
    });
  });

  it('needs a title or a body', () => {
    expect(() => textNotice({ body: '正文', link })).not.toThrow();
    expect(() => textNotice({ title: '题', link })).not.toThrow();
    expect(() => textNotice({ title: '', link })).toThrow(Fault);
  });

  it('with a menu needs a task id', () => {
    const menu = { hint: '', actions: [{ text: '换码', key: 'k' }] };
    expect(() => textNotice({ title: '题', link, menu })).toThrow(Fault);
  });

  it('cuts its figure and its jumps', () => {
    const built = textNotice({
      title: '题',
      link,
      figure: { value: long, note: long },
      jumps: [{ title: long, link }],
    });
    const { emphasis_content: figure, jump_list: jumps } = built;
    expect(
      [figure?.title, figure?.desc, jumps?.[0]?.title].map((text = '') => countCharacters(text)),
    ).toEqual([14, 22, 18]);
  });

  it('has at most three jumps', () => {
    const jump = { title: '看', link };
    expect(() => textNotice({ title: '题', link, jumps: [jump, jump, jump, jump] })).toThrow(Fault);
  });
});

describe('a news notice', () => {
  const parts = { title: '春游', link, picture: { url: 'https://bot.example/p.jpg' } };

  it('has every block in WeCom’s form', () => {
    expect(wire(newsNotice({ ...parts, sections: [{ title: '地点', text: '天台' }] }))).toEqual({
      card_type: 'news_notice',
      main_title: { title: '春游' },
      card_image: { url: 'https://bot.example/p.jpg', aspect_ratio: 1.3 },
      vertical_content_list: [{ title: '地点', desc: '天台' }],
      card_action: { type: 1, url: 'https://bot.example/1' },
    });
  });

  it('may have its picture beside a text', () => {
    const picture = { thumbnailUrl: 'https://bot.example/t.jpg', title: '照片', text: '共 8 张', link };
    expect(wire(newsNotice({ ...parts, picture }))).toMatchObject({
      image_text_area: {
        type: 1,
        url: 'https://bot.example/1',
        title: '照片',
        desc: '共 8 张',
        image_url: 'https://bot.example/t.jpg',
      },
    });
  });

  it.each([
    ['no title', { title: '' }],
    ['a picture too narrow', { picture: { url: 'https://a/p', aspectRatio: 1.2 } }],
    ['a picture too wide', { picture: { url: 'https://a/p', aspectRatio: 2.3 } }],
    ['a picture of no shape', { picture: { url: 'https://a/p', aspectRatio: Number.NaN } }],
    ['a picture from nowhere', { picture: { url: '/p' } }],
    ['five sections', { sections: Array.from({ length: 5 }, () => ({ title: 'a' })) }],
    ['a menu without a task id', { menu: { hint: '', actions: [{ text: 'a', key: 'a' }] } }],
  ])('with %s is a fault', (_, wrong) => {
    expect(() => newsNotice({ ...parts, ...wrong })).toThrow(Fault);
  });

  it('cuts its sections', () => {
    const [section] =
      newsNotice({ ...parts, sections: [{ title: long, text: long }] }).vertical_content_list ?? [];
    expect([section?.title, section?.desc].map((text = '') => countCharacters(text))).toEqual([38, 160]);
  });
});

describe('a vote card', () => {
  const choices = [
    { id: 'a', text: '面' },
    { id: 'b', text: '饭' },
  ];
  const parts = {
    taskId: 't',
    title: '午饭',
    key: 'dish',
    mode: 'several',
    choices,
    submit: { text: '提交', key: 's' },
  } as const;

  it('is in WeCom’s form', () => {
    expect(wire(voteCard({ ...parts, note: '可多选', ticked: ['a'], source: { name: '食堂' } }))).toEqual({
      card_type: 'vote_interaction',
      source: { desc: '食堂' },
      main_title: { title: '午饭', desc: '可多选' },
      task_id: 't',
      checkbox: {
        question_key: 'dish',
        mode: 1,
        option_list: [
          { id: 'a', text: '面', is_checked: true },
          { id: 'b', text: '饭', is_checked: false },
        ],
      },
      submit_button: { text: '提交', key: 's' },
    });
    expect(voteCard({ ...parts, mode: 'one' }).checkbox.mode).toBe(0);
  });

  it('has a shorter title and longer note than other cards', () => {
    const { main_title, checkbox } = voteCard({
      ...parts,
      title: long,
      note: long,
      choices: [{ id: 'a', text: long }],
    });
    const texts = [main_title.title, main_title.desc, checkbox.option_list[0]?.text];
    expect(texts.map((text = '') => countCharacters(text))).toEqual([16, 160, 17]);
  });

  it.each([
    ['21 choices', { choices: Array.from({ length: 21 }, (_, index) => ({ id: `${index}`, text: 'a' })) }],
    ['a tick on nothing', { ticked: ['c'] }],
    ['two ticks where one may be chosen', { mode: 'one', ticked: ['a', 'b'] }],
    ['no caption on its button', { submit: { text: '', key: 's' } }],
  ] as const)('with %s is a fault', (_, wrong) => {
    expect(() => voteCard({ ...parts, ...wrong })).toThrow(Fault);
  });
});

describe('a selection card', () => {
  const day = { key: 'day', title: '日子', choices: [{ id: 'mon', text: '周一' }] };
  const parts = { taskId: 't', title: '培训', selections: [day], submit: { text: '报名', key: 's' } };

  it('is in WeCom’s form', () => {
    expect(wire(selectionCard(parts))).toEqual({
      card_type: 'multiple_interaction',
      main_title: { title: '培训' },
      task_id: 't',
      select_list: [{ question_key: 'day', title: '日子', option_list: [{ id: 'mon', text: '周一' }] }],
      submit_button: { text: '报名', key: 's' },
    });
  });

  it.each([
    ['no question', { selections: [] }],
    ['four questions', { selections: ['1', '2', '3', '4'].map((key) => ({ ...day, key })) }],
    ['one question twice', { selections: [day, day] }],
  ])('with %s is a fault', (_, wrong) => {
    expect(() => selectionCard({ ...parts, ...wrong })).toThrow(Fault);
  });
});

describe('a card message', () => {
  it('has the card under the key of its type', () => {
    const built = buttonCard({ taskId: 't', title: '题', buttons });
    expect(card(built)).toEqual({ msgtype: 'template_card', template_card: built });
  });
});

describe('a card update', () => {
  it('can turn the buttons into a caption', () => {
    expect(wire(replaceButton('已学完 11-20 08:41'))).toEqual({
      button: { replace_name: '已学完 11-20 08:41' },
    });
    expect(() => replaceButton('')).toThrow(Fault);
  });

  it('can put another card in its place, which carries no task id', () => {
    const next = buttonCard({ taskId: 't', title: '下一题', buttons });
    expect(wire(replaceCard(next))).toEqual({
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '下一题' },
        button_list: [{ type: 0, key: '已学', text: '已学完', style: 1 }],
      },
    });
  });

  it('can close a card with its questions', () => {
    expect(wire(closeCard(buttonCard(fullButtonCard), '已请假'))).toMatchObject({
      template_card: { replace_text: '已请假', button_selection: { question_key: 'reason', disable: true } },
    });
    const vote = {
      taskId: 't',
      title: '午饭',
      key: 'dish',
      mode: 'one',
      choices: [{ id: 'a', text: '面' }],
      submit: { text: '提交', key: 's' },
    } as const;
    expect(wire(closeCard(voteCard(vote), '已结束'))).toMatchObject({
      template_card: { replace_text: '已结束', checkbox: { question_key: 'dish', disable: true } },
    });
    const selection = {
      taskId: 't',
      title: '培训',
      selections: [{ key: 'q', choices: [{ id: 'a', text: '一' }] }],
      submit: { text: '报名', key: 's' },
    };
    expect(wire(closeCard(selectionCard(selection), '已满'))).toMatchObject({
      template_card: { replace_text: '已满', select_list: [{ question_key: 'q', disable: true }] },
    });
  });

  it('cannot close a card that has nothing to close', () => {
    expect(() => closeCard(textNotice({ title: '题', link }), '完')).toThrow(Fault);
  });
});
