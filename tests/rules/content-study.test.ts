import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';

const { library, problems } = await loadLibrary('content');

describe('the content we ship', () => {
  it('has no problems, not even advice', () => {
    expect(problems).toEqual([]);
  });

  it('has at least fifteen items in three tracks', () => {
    expect(library.studyItems.length).toBeGreaterThanOrEqual(15);
    expect([...new Set(library.studyItems.map((item) => item.track))]).toEqual([
      '组织生活',
      '党员',
      '机关党建',
    ]);
  });
});

describe.each(library.studyItems.map((item) => [item.id, item] as const))('item %s', (_, item) => {
  it('is read in about two minutes', () => {
    const characters = item.body.match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(characters).toBeGreaterThanOrEqual(300);
    expect(characters).toBeLessThanOrEqual(560);
  });

  it('begins with a summary of two to four lines that stands alone', () => {
    const lines = item.summary.split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(item.summary).toMatch(/。$/);
  });

  it('has an example or a small calculation and ends with what it means for the reader', () => {
    expect(item.body).toMatch(/\*\*(举个例子|算一算|会上说具体)\*\*/);
    expect(item.body).toMatch(/\n\*\*对您来说\*\*\n[^*]+$/);
  });

  it('names the rule it rests on', () => {
    expect(item.source).toMatch(/(条例|细则|规定|意见|办法)/);
  });

  it('is polite and calm', () => {
    expect(`${item.title}${item.body}`).not.toMatch(/[!！]|务必|必须|你|打卡率|加油/);
  });
});
