import { shareOr, type Figure, type Picture } from '../../src/pictures/picture.ts';

/** A picture with one section. */
export function pictureOf(figures: readonly Figure[], words: Partial<Picture> = {}): Picture {
  return {
    title: '我的一周',
    heading: '林晓棠',
    subheading: '机关一支部',
    sections: [{ title: '本周（11月16日至22日）', figures }],
    cutOff: '截至 2026年11月20日（周五）15:20',
    note: '只发给您本人',
    ...words,
  };
}

export function studied(count: number, of: number): Figure {
  return shareOr('没有党员', { label: '学过', note: '至少一条', count, of, unit: '人' });
}
