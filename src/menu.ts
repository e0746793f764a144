import { menu, type Menu } from './wecom/menu.ts';

/** The menu at the foot of the chat: the commands people use most. Each entry's key is a command line. */
export function appMenu(): Menu {
  return menu([
    {
      name: '学习',
      entries: [
        { name: '今天的学习', key: '学习' },
        { name: '每日一题', key: '答题' },
        { name: '签到', key: '签到' },
        { name: '最近的内容', key: '学习 列表' },
      ],
    },
    {
      name: '会议通知',
      entries: [
        { name: '我的会议', key: '会议' },
        { name: '等我确认的通知', key: '通知' },
      ],
    },
    {
      name: '我的',
      entries: [
        { name: '我的', key: '我的' },
        { name: '提醒没学的人（书记）', key: '提醒 学习' },
        { name: '支部统计（书记）', key: '统计' },
        { name: '帮助', key: '帮助' },
      ],
    },
  ]);
}
