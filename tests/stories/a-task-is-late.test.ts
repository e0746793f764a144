import { describe, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a task that is late', () => {
  it('try', async () => {
    const { person, goTo } = await begin();
    const log = (who: string, t: unknown) => console.log(`--- ${who}\n${String(t)}`);
    await person('陈志刚').says('交办 张三 12-01 写出支部学习小结');
    for (const day of ['11-27', '11-30', '12-01', '12-02','12-03']) {
      await goTo(`2026-${day} 08:04`);
      const [z,c] = [person('张三').messages().length, person('陈志刚').messages().length];
      await goTo(`2026-${day} 08:05`);
      await goTo(`2026-${day} 09:30`);
      log(day, [...person('张三').messages().slice(z), ...person('陈志刚').messages().slice(c)].map((m)=>m.text).join('\n\n'));
    }
  });
});
