import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import {
  answerAll,
  bank,
  libraryWith,
  placeOn,
  publish,
  rightOn,
  takePaper,
  wrongOn,
} from './a-paper-bank.ts';

const begin = stories();
const library = await libraryWith();
const tenQuestions = '小测 @机关一支部 今天 12-10 10题';

describe('a member takes a paper', () => {
  it('by tapping: each answer is followed by the next question in the same place', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 3题 单选3');
    const lin = world.person('林晓棠');
    await lin.taps('开始');
    const first = await lin.sees('测试 1 · 1/3 · 单选');
    expect(first.text).toContain('[A] [B] [C] [D]');
    const count = lin.messages().length;

    await lin.taps(rightOn(first.text));
    const second = await lin.sees('测试 1 · 2/3');
    expect(second.text).toContain(`第 1 题已答 ${rightOn(first.text)}`);
    await lin.taps(rightOn(second.text));
    const third = await lin.sees('测试 1 · 3/3');
    await lin.taps(rightOn(third.text));
    await lin.sees('测试 1 · 都答完了');
    expect(lin.messages()).toHaveLength(count);

    await lin.taps('交卷');
    await lin.sees('3 题都答了。交卷后不能再改。');
    await lin.taps('确认');
    expect((await lin.sees('测试 1 · 100 分，及格')).text).toBe(
      '测试 1 · 100 分，及格\n小测\n答对 3/3（60 分及格）。\n[再做一次]',
    );
  });

  it('by typing, never told right or wrong before handing in', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    let screen = await lin.says('测试 1');
    expect(screen).toContain('也可以发：上一题、跳过、第 5 题、交卷');
    for (let place = 1; place <= 10; place += 1) {
      expect(placeOn(screen)).toBe(place);
      screen = await lin.says(place === 4 || place === 10 ? wrongOn(screen) : rightOn(screen));
      expect(screen).not.toMatch(/不对|对。|答案|依据/u);
    }
    expect(screen).toContain('测试 1 · 都答完了');
    await lin.says('交卷');
    expect(await lin.says('确认')).toBe(
      '测试 1 · 80 分，及格\n小测\n答对 8/10（60 分及格）。\n[看解析] [再做一次]',
    );
    expect(await lin.says('错题')).toBe(
      '没有要复习的错题。发“答题”做今天的题。\n测试里没答对的另外看：发“测试 1 解析”。',
    );
    await lin.taps('看解析');
    const wrong = await lin.sees('解析 1/2 · 第 4 题');
    expect(wrong.text).toMatch(
      /题目 s\d+：\n道理 s\d+。\n您答：[A-D]\. 不必做第 \d 件\n答案：[A-D]\. 应当做第 \d 件\n依据：条例第 s\d+ 条/u,
    );
    await lin.taps('下一道');
    expect((await lin.sees('解析 2/2 · 第 10 题')).text).toContain('看成绩发“测试 1 结果”。');
    expect(await lin.says('测试 1')).toContain('80 分，及格');
    expect(await lin.says('测试')).toContain('1 小测 · 80 分，及格\n看结果和解析，发“测试 1”。');
    expect(await lin.says('我的')).toContain('测试：1 小测 · 80 分，及格');
  });

  it('from the word on the announcement’s button, where only one can be meant', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    expect(await lin.says('开始')).toContain('测试 1 · 1/10');
    await publish(world, '又一份 @机关一支部 今天 12-10 3题');
    await publish(world, '第三份 @机关一支部 今天 12-10 3题 30分钟');
    expect(await world.person('周琪').says('开始')).not.toContain('1/');
  });

  it('and nothing said after the last answer changes one', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 判断2 填空2');
    const lin = world.person('林晓棠');
    const done = await answerAll(lin, await lin.says('测试 1'));
    expect(done).toContain('直接发题号，例如：第 4 题。');
    expect(await lin.says('对')).toContain('测试 1 · 都答完了\n“对”没有记，要改哪题，先发题号');
    expect(await lin.says('测试 1')).toContain('都答完了');

    expect(await lin.says('交卷')).toContain('4 题都答了。');
    for (const words of ['是', '好的', '是的。', 'OK']) {
      expect(await lin.says(words)).toBe('要办，请回复“确认”；不办，回复“取消”。');
    }
    expect(await lin.says('先不交了')).toBe('已取消：什么也没有改，什么也没有发。');
    expect(await lin.says('五年')).toContain('正在做测试：回复答案，或发“测试 1”看题。');
    expect(await lin.says('跳过')).toContain('都答完了');
    expect(placeOn(await lin.says('上一题'))).toBe(4);
    expect(await lin.says('下一题')).toContain('已经是最后一题');
    await lin.says('交卷');
    expect(await lin.says('确定')).toContain('100 分，及格');
  });

  it('going back, jumping, changing, skipping', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1');
    const wrong = wrongOn(first);
    expect(await lin.says('上一题')).toContain('已经是第一题');
    await lin.says(wrong);
    expect(await lin.says('上一题')).toContain(`测试 1 · 1/10 · 单选\n这题答过 ${wrong}，再答就改`);
    expect(await lin.says(rightOn(first))).toContain(`测试 1 · 2/10 · 单选\n第 1 题改为 ${rightOn(first)}`);
    expect(await lin.says('跳过')).toContain('测试 1 · 3/10');
    expect(await lin.says('第 5 题')).toContain('测试 1 · 5/10');
    expect(await lin.says('下一题')).toContain('测试 1 · 6/10');
    expect(await lin.says('第十题')).toContain('测试 1 · 10/10');
    expect(await lin.says('下一题')).toContain('已经是最后一题');
    expect(await lin.says('第 11 题')).toBe('这份卷子是 1 到 10 题，没有第 11 题。');
    expect(await lin.says('测试 1 第5题')).toContain('测试 1 · 5/10');

    // After the last one those that were skipped come round again.
    const last = await lin.says('第 10 题');
    const second = await lin.says(rightOn(last));
    expect(placeOn(second)).toBe(2);
    expect(await lin.says('交卷')).toBe(
      [
        '测试 1 交卷',
        '小测',
        '答了 2/10，没有答的 8 题：第 2 到 9 题。交卷后不能再改。',
        '[确认] [取消] [回去答]',
      ].join('\n'),
    );
    await lin.taps('回去答');
    const again = await lin.sees('测试 1 · 2/10');
    expect(await answerAll(lin, again.text)).toContain('都答完了');
    await lin.says('交卷');
    expect(await lin.says('确认')).toContain('答对 10/10');
  });

  it('on another day and another phone, from where it was left', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1');
    const second = await lin.says(rightOn(first));
    await world.goTo('2026-11-24 19:30');
    expect(await lin.says('测试')).toContain(
      '1 小测 · 答了 1/10 · 12月10日（周四）截止\n接着做，发“测试 1”。',
    );
    expect(await lin.says('我的')).toContain('发“测试 1”接着做');
    await lin.taps('开始'); // the announcement's button, days later
    await world.settle();
    expect(lin.lastMessage()?.text).toBe(withoutLead(second));
    expect(await lin.says('测试 1')).toBe(withoutLead(second));
    expect(placeOn(await lin.says(rightOn(second)))).toBe(3);
  });

  it('on two phones at once: each answer counts for the question it was given to', async () => {
    const world = await begin({ library, replicas: 2 });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 单选4');
    const lin = world.person('林晓棠');
    await lin.taps('开始');
    const first = await lin.sees('测试 1 · 1/4');
    // The same card is still on the other phone.
    await Promise.all([lin.taps('A', { card: first.id }), lin.taps('B', { card: first.id })]);
    await lin.sees('测试 1 · 2/4');
    expect(await lin.says('交卷')).toContain('答了 1/4，没有答的 3 题：第 2 到 4 题。');
    const back = await lin.says('第 1 题');
    expect(back).toMatch(/这题答过 [AB]，再答就改/u);
  });

  it('differently from everybody else, and the same again each time it is looked at', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const papers = await Promise.all(
      ['林晓棠', '周琪', '徐乐乐', '高美芳'].map(async (name) => {
        const who = world.person(name);
        const look = async (): Promise<string> => {
          const screens: string[] = [];
          for (let place = 1; place <= 10; place += 1) screens.push(await who.says(`测试 1 第${place}题`));
          return screens.join('\n');
        };
        await who.says('测试 1 开始');
        const paper = await look();
        expect(await look()).toBe(paper);
        return paper;
      }),
    );
    expect(new Set(papers).size).toBe(papers.length);
  });

  it('again: another draw, and the best counts', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 10题 2次');
    const lin = world.person('林晓棠');
    expect(await takePaper(lin, 1, [1])).toContain('90 分，及格');
    await lin.taps('再做一次');
    await world.settle();
    const second = lin.lastMessage()?.text ?? '';
    expect(placeOn(second)).toBe(1);
    expect(await answerAll(lin, second, [1, 2, 3, 4, 5, 6])).toContain('都答完了');
    await lin.says('交卷');
    expect(await lin.says('确认')).toBe(
      '测试 1 · 40 分，还没有及格\n小测\n答对 4/10（60 分及格）。\n最好的一次：第 1 次，90 分，及格。\n[看解析]',
    );
    expect(await lin.says('测试')).toContain('1 小测 · 90 分，及格');
    expect(await lin.says('测试 1 再做')).toBe('测试 1 一共可以做 2 次，已经做满了。看结果发“测试 1 结果”。');
  });

  it('and gets the hours for it once, when it is passed', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 单选4');
    const lin = world.person('林晓棠');
    expect(await takePaper(lin, 1, [1, 2])).toContain('还没有及格');
    expect(await lin.says('学时')).not.toContain('测试 1 记');
    for (const again of ['再做', '再做']) {
      await answerAll(lin, await lin.says(`测试 1 ${again}`));
      await lin.says('交卷');
      expect(await lin.says('确认')).toContain('100 分，及格');
    }
    const hours = await lin.says('学时');
    expect(hours.match(/测试 1 记/gu)).toHaveLength(1);
    expect(hours).toContain('0.5');
  });

  it('in words instead of cards, after 文字版', async () => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    await lin.says('文字版');
    const screen = await lin.says('测试 1');
    expect(screen).toContain('直接回复字母，例如 A');
    expect(screen).not.toContain('[A]');
    expect(await takePaper(lin, 1)).toContain('100 分，及格');
  });

  it('saying 是 for 对, and whatever else means the same', async () => {
    const judges = bank.filter(({ type }) => type === 'judge');
    const world = await begin({ library: await libraryWith(judges) });
    await publish(world, '判断 @机关一支部 今天 12-10 4题');
    const lin = world.person('林晓棠');
    await lin.says('测试 1');
    expect(await lin.says('是')).toContain('第 1 题已答 对');
    expect(await lin.says('√')).toContain('第 2 题已答 对');
    expect(await lin.says('不对')).toContain('第 3 题已答 错');
    expect(await lin.says('Ｘ')).toContain('第 4 题已答 错');
  });

  it('with gaps to fill', async () => {
    const world = await begin({ library });
    await publish(world, '填空 @机关一支部 今天 12-10 4题 填空4');
    const lin = world.person('林晓棠');
    expect(await lin.says('测试 1')).toContain('直接回复答案');
    expect(await takePaper(lin, 1, [2])).toContain('75 分，及格');
    expect(await lin.says('测试 1 解析')).toContain('您答：五年\n答案：“三年”');
  });
});

describe('a paper and the question of the day', () => {
  it('each get the answers to what was shown last', async () => {
    const world = await begin({ library, start: '2026-11-19 15:00' });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1');
    const daily = await lin.says('答题');
    expect(await lin.says(rightOn(daily))).toContain('对。道理');
    expect(await lin.says(rightOn(first))).toContain('测试 1 · 2/10');

    // The next morning's push asks its own question, while the paper lies half done.
    await world.goTo('2026-11-20 08:30');
    const morning = lin.lastMessage()?.text ?? '';
    expect(morning).toContain('题目');
    expect(await lin.says(rightOn(morning))).toContain('道理');
    const second = await lin.says('测试 1');
    expect(placeOn(second)).toBe(2);
    expect(await lin.says(rightOn(second))).toContain('测试 1 · 3/10');
  });

  it('are not mixed up by a tap on either', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 单选4');
    const lin = world.person('林晓棠');
    await lin.says('答题');
    const daily = lin.lastMessage();
    await lin.says('测试 1');
    const paper = lin.lastMessage();
    await lin.taps(rightOn(daily?.text ?? ''), { card: daily?.id ?? '' });
    await lin.sees('对。道理');
    await lin.taps(rightOn(paper?.text ?? ''), { card: paper?.id ?? '' });
    await lin.sees('测试 1 · 2/4');
    expect(await lin.says('交卷')).toContain('答了 1/4');
  });
});

describe('what cannot be meant', () => {
  it.each([
    ['E', '这题只有 A 到 D。直接回复字母，例如 A。'],
    ['AAAA', '“AAAA”里有重复的字母。直接回复一个字母，例如 A。'],
    ['AB', '这题是单选，只选一个。直接回复字母，例如 A。'],
    ['😀', '没有看懂“😀”。'],
    ['随便说说'.repeat(750), '没有看懂“随便说说随便说说随便说说…”。'],
    ['测试 1 第99题', '这份卷子是 1 到 10 题，没有第 99 题。'],
    ['测试 1 第99题 A', '这份卷子是 1 到 10 题，没有第 99 题。'],
    ['测试 1 第1题 嗯', '没有看懂“嗯”是第 1 题的哪个答案。'],
    ['测试 1 胡说', '没有看懂“胡说”。可以发：测试 1 · 测试 1 第5题 · 测试 1 解析'],
    ['测试 0', '“0”没有看懂，应当是编号。例如：测试'],
    ['测试 9', '没有给您的第 9 号测试。发“测试”看您的。'],
    ['测试 1 解析', '交卷以后才看得到解析。接着做发“测试 1”，做完了发“交卷”。'],
  ])('%s is told so, and nothing is lost', async (words, said) => {
    const world = await begin({ library });
    await publish(world, tenQuestions);
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1');
    const second = await lin.says(rightOn(first));
    expect(await lin.says(words)).toContain(said);
    expect(await lin.says('测试 1')).toBe(withoutLead(second));
    expect(await lin.says('交卷')).toContain('答了 1/10');
  });

  it('an answer when nothing is open', async () => {
    const world = await begin({ library: await libraryWith([]) });
    const lin = world.person('林晓棠');
    expect(await lin.says('B')).toBe('现在没有等您回答的题。发“答题”看题。');
    expect(await lin.says('第 5 题')).toContain('没有看懂“第 5 题”。');
    expect(await lin.says('交卷')).toBe('您现在没有做到一半的测试，不用交卷。发“测试”看您的测试。');
    expect(await lin.says('交卷 7')).toBe('没有给您的第 7 号测试。发“测试”看您的。');
  });

  it('an answer after handing in: typed, or tapped on an old card', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 单选4');
    const lin = world.person('林晓棠');
    await lin.says('测试 1');
    const card = lin.lastMessage();
    await lin.says('交卷');
    await lin.says('确认');
    expect(lin.lastMessage()?.text).toContain('答对 0/4');
    await lin.taps('A', { card: card?.id ?? '' });
    await lin.sees('测试 1 已经交卷，这个答案没有记。\n看结果发“测试 1 结果”。');
    expect(await lin.says('测试 1 第2题 B')).toContain('这个答案没有记');
    expect(await lin.says('确认')).toContain('没有等您确认的内容');
    expect(await lin.says('交卷 1')).toBe('测试 1 已经交过卷了。发“测试 1”看结果。');
    expect(await lin.says('测试 1')).toContain('答对 0/4');
  });

  it('a card of the first try during the second', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 4题 单选4');
    const lin = world.person('林晓棠');
    await lin.says('测试 1');
    const old = lin.lastMessage();
    await lin.says('交卷');
    await lin.says('确认');
    await lin.says('测试 1 再做');
    await lin.taps('A', { card: old?.id ?? '' });
    await lin.sees('这是另一次做时的题，答案没有记。');
    expect(await lin.says('交卷')).toContain('答了 0/4');
  });

  it('skipping the only one that is left', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 2题 单选2');
    const lin = world.person('林晓棠');
    await lin.says(rightOn(await lin.says('测试 1')));
    expect(await lin.says('跳过')).toContain('测试 1 · 2/2 · 单选\n只剩这一题没有答');
  });

  it('handing in what is not begun, or two papers at once', async () => {
    const world = await begin({ library });
    await publish(world, '第一份 @机关一支部 今天 12-10 4题');
    await publish(world, '第二份 @机关一支部 今天 12-10 4题');
    const lin = world.person('林晓棠');
    expect(await lin.says('交卷 1')).toBe('测试 1 还没有开始，不用交卷。开始发“测试 1”。');
    await lin.says('测试 1');
    await lin.says('测试 2');
    expect(await lin.says('交卷')).toContain('测试 2 交卷');
    await lin.says('确认');
    expect(await lin.says('交卷')).toContain('测试 1 交卷');
    await lin.says('测试 1 再做'); // nothing was handed in yet: it goes on
    expect(await lin.says('交卷 1')).toContain('测试 1 交卷');
  });
});

/** The same screen when it is opened, and not come to by an answer. */
function withoutLead(screen: string): string {
  return screen.replace(/\n第 \d+ 题已答 \w+/u, '');
}
