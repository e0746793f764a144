import { describe, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('flows', () => {
  it('try', async () => {
    const { person, settle, goTo } = await begin();
    let last = new Map<string, number>();
    const names = [
      '钱文静',
      '赵明远',
      '陈志刚',
      '何雨晴',
      '高美芳',
      '孙海波',
      '李素云',
      '方一鸣',
      '林晓棠',
      '马晓峰',
      '宋洁',
    ];
    const show = async () => {
      await settle();
      for (const n of names) {
        const m = person(n).messages();
        const from = last.get(n) ?? 0;
        for (const one of m.slice(from))
          if (one.text !== said)
            console.log(`        >> ${n}: ${one.text.replaceAll('\n', '\n           ')}`);
        last.set(n, m.length);
      }
    };
    let said = '';
    const say = async (who: string, line: string) => {
      said = await person(who).says(line);
      console.log(`${who}: ${line}\n${said}`);
      await show();
    };
    console.log('=========== 督办');
    await say('钱文静', '督办 @机关一支部 12-01 补齐第三季度会议记录');
    await say('钱文静', '确认');
    await say('何雨晴', '办结 1 已补齐三份');
    await say('陈志刚', '办结 1 我也补了');
    await say('赵明远', '核验 1');
    await say('赵明远', '事项 1');
    await say('赵明远', '事项 1 回访 今天 看过了');
    await say('陈志刚', '事项 1 经过');
    console.log('=========== 请示');
    await say('陈志刚', '请示 关于增补支部委员的请示；拟增补一名');
    await say('陈志刚', '确认');
    await say('孙海波', '事项');
    await say('孙海波', '事项 2 转报');
    await say('钱文静', '事项 2 不同意');
    await say('钱文静', '缺支委会记录');
    console.log('=========== 下发');
    await say('孙海波', '下发 直属 12-01 关于开展主题党日的通知');
    await say('孙海波', '确认');
    await say('陈志刚', '事项 3 签收');
    await say('孙海波', '事项 3');
    await say('马晓峰', '事项 3 签收');
    console.log('=========== 报送');
    await say('陈志刚', '报送');
    await say('陈志刚', '四季度主题党日');
    await say('陈志刚', '开展三次');
    await say('陈志刚', '确认');
    console.log('=========== 评优');
    await say('陈志刚', '推荐 林晓棠 2026');
    await say('陈志刚', '优秀共产党员');
    await say('陈志刚', '确认');
    await say('林晓棠', '事项 5 同意');
    await say('孙海波', '事项 5 通过');
    await say('孙海波', '事项 5 无异议');
    console.log('=========== 发展');
    await say('陈志刚', '发展党员 方一鸣');
    await say('陈志刚', '事项 6 完成');
    await say('陈志刚', '今天');
    await say('陈志刚', '事项 6');
    await say('方一鸣', '事项');
    await say('陈志刚', '事项');
    await say('陈志刚', '办理');
    await say('陈志刚', '帮助');
    await goTo('2026-11-20 09:05');
  });
});
