import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { menu } from '../../src/wecom/menu.ts';

describe('the menu', () => {
  it('has clicks, pages, groups and the rest in WeCom’s form', () => {
    expect(
      menu([
        { name: '今日学习', key: '学习' },
        { name: '手册', url: 'https://h.example' },
        {
          name: '更多',
          entries: [
            { name: '扫一扫', key: 'SCAN', action: 'scancode_waitmsg' },
            { name: '小程序', appId: 'wx1', pagePath: 'pages/i' },
          ],
        },
      ]),
    ).toEqual({
      button: [
        { type: 'click', name: '今日学习', key: '学习' },
        { type: 'view', name: '手册', url: 'https://h.example' },
        {
          name: '更多',
          sub_button: [
            { type: 'scancode_waitmsg', name: '扫一扫', key: 'SCAN' },
            { type: 'view_miniprogram', name: '小程序', pagepath: 'pages/i', appid: 'wx1' },
          ],
        },
      ],
    });
  });

  const click = { name: '学习', key: '学习' };
  it.each([
    ['no button', []],
    ['four buttons', [click, click, click, click]],
    ['a name of 17 bytes', [{ name: '今日学习吧啊', key: 'k' }]],
    ['a name of nothing', [{ name: '', key: 'k' }]],
    ['a key of 129 bytes', [{ name: '学习', key: 'k'.repeat(129) }]],
    ['a key of nothing', [{ name: '学习', key: '' }]],
    ['an address of 1,025 bytes', [{ name: '学习', url: `https://${'a'.repeat(1017)}` }]],
    ['an empty group', [{ name: '更多', entries: [] }]],
    ['a group of six', [{ name: '更多', entries: [click, click, click, click, click, click] }]],
    ['an entry name of 41 bytes', [{ name: '更多', entries: [{ name: 'n'.repeat(41), key: 'k' }] }]],
  ])('with %s is a fault', (_, buttons) => {
    expect(() => menu(buttons)).toThrow(Fault);
  });

  it('may use every limit to the full', () => {
    const entry = { name: 'n'.repeat(40), key: 'k'.repeat(128) };
    const group = { name: 'n'.repeat(16), entries: [entry, entry, entry, entry, entry] };
    expect(() => menu([group, group, group])).not.toThrow();
  });
});
