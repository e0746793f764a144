import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it, vi } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { createSearch } from '../../src/library/search.ts';
import { createSoundIndex } from '../../src/library/search-sound.ts';
import { studyDocuments } from '../../src/library/study-documents.ts';

const { library } = await loadLibrary('content');
const studySearch = createSearch(studyDocuments(library.studyItems));
const search = (query: string, limit?: number) => studySearch.search(query, limit);

async function first(query: string): Promise<string | undefined> {
  return (await search(query))[0]?.id;
}

describe('searching the study items', () => {
  it.each([
    ['换届', 'K08'],
    ['党费', 'K11'],
    ['党费怎么算', 'K11'],
    ['三会一课', 'K01'],
    ['主题党日', 'K03'],
    ['预备期怎么算', 'K10'],
    ['支委会多少人', 'K07'],
    ['学时', 'K13'],
    ['述职', 'K15'],
    ['流动党员活动证', 'K14'],
    ['发展 党员', 'K09'],
    ['民主 评议', 'K05'],
    ['排名', 'K16'],
    ['３２学时', 'K13'],
    ['介绍人', 'K09'],
    ['谈心', 'K06'],
    ['多久一次', 'K01'],
  ])('finds %s', async (query, id) => {
    expect(await first(query)).toBe(id);
  });

  it.each([
    ['huanjie', 'K08'],
    ['HuanJie', 'K08'],
    ['huan jie', 'K08'],
    ['dangfei', 'K11'],
    ['zhutidangri', 'K03'],
    ['yubeiq', 'K10'],
  ])('finds by its sound: %s', async (query, id) => {
    expect(await first(query)).toBe(id);
  });

  it.each([
    ['shyk', 'K01'],
    ['ztdr', 'K03'],
    ['mzpy', 'K05'],
    ['hj', 'K08'],
    ['ZZGX', 'K14'],
  ])('finds by first letters: %s', async (query, id) => {
    expect(await first(query)).toBe(id);
  });

  it.each([
    ['huan届', 'K08'],
    ['dangfei 多少', 'K11'],
    ['党费 jishu', 'K11'],
    ['yubeiqi 怎么算', 'K10'],
    ['dangri zhuti', 'K03'],
  ])('finds mixed writing: %s', async (query, id) => {
    expect(await first(query)).toBe(id);
  });

  it.each([
    ['换界', 'K08'],
    ['主提党日', 'K03'],
    ['三会一刻', 'K01'],
    ['民住评议', 'K05'],
    ['预备其', 'K10'],
    ['党废', 'K11'],
    ['谈心谈活', 'K06'],
    ['换居', 'K08'],
    ['组织官系', 'K14'],
  ])('finds with one character wrong: %s', async (query, id) => {
    expect(await first(query)).toBe(id);
  });

  it.each(['天气怎么样', '股票', '', '   ', '？！', '-- ; DROP', 'xyzzy', '怎么'.repeat(300)])(
    'does not pretend to have found %j',
    async (query) => {
      expect(await search(query)).toEqual([]);
    },
  );

  it('shows one line around the hit', async () => {
    const [hit] = await search('流动党员活动证');
    expect(hit).toEqual({
      id: 'K14',
      title: '组织关系什么时候该转',
      line: '看 K14',
      kind: '学习',
      snippet: '持有流动党员活动证的，可以凭证在当地交党费。',
    });
  });

  it('gives at most three, or as many as asked for, each once', async () => {
    expect(await search('党员')).toHaveLength(3);
    const all = await search('党员', 100);
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all.map((hit) => hit.id)).size).toBe(all.length);
  });

  it('takes any text, and every snippet fits one line', async () => {
    const piece = fc.constantFrom(
      '党',
      '费',
      '换',
      '届',
      'a',
      '1',
      ' ',
      '。',
      '*',
      '(',
      '\\',
      '𠮷',
      'huan',
      '预备期',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        async (query) => {
          for (const { snippet } of await search(query)) {
            expect(snippet).not.toMatch(/\n/);
            expect(Array.from(snippet).length).toBeLessThanOrEqual(40);
            expect(snippet).not.toBe('');
          }
        },
      ),
    );
  });
});

describe('a query of any length', () => {
  const differentCharacters = String.fromCodePoint(
    ...Array.from({ length: 677 }, (_, index) => 0x4e00 + index),
  );

  it.each([
    ['many different characters', differentCharacters],
    ['a page', '支部委员会任期届满应当按期进行换届选举。'.repeat(250)],
    ['many words', Array.from({ length: 2500 }, (_, index) => index % 10).join(' ')],
    ['characters that stand for many', 'ﷺ'.repeat(5000)],
  ])('looks up no more than a few terms: %s', async (_, query) => {
    const lookedUp = vi.spyOn(MiniSearch.prototype, 'search');
    await search(query);
    const terms = lookedUp.mock.calls.flatMap(([words]) =>
      typeof words === 'string' ? words.split(' ') : [],
    );
    lookedUp.mockRestore();
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.length).toBeLessThanOrEqual(40);
  });

  it('speaks what is looked for once, however many texts there are', async () => {
    const sounds = await createSoundIndex();
    const find = sounds.finder('换界');
    expect([find('支部换届'), find('党费')]).toEqual(['换届', undefined]);
  });

  it('finds what its beginning names', async () => {
    expect(await first('换届'.repeat(2000))).toBe('K08');
    expect(await first(`  流动党员活动证${' '.repeat(5000)}`)).toBe('K14');
  });
});

describe('searching other documents', () => {
  it('puts a hit in a title before one in a text, and keeps the kinds', async () => {
    const other = createSearch([
      {
        id: 'a',
        title: '会议记录',
        text: '换届以前先看任期，换届、换届。',
        keywords: [],
        kind: '问答',
        line: '看 a',
      },
      { id: 'b', title: '换届提醒', text: '提前六个月。', keywords: [], kind: '规定', line: '看 b' },
    ]);
    expect(await other.search('换届')).toEqual([
      { id: 'b', title: '换届提醒', kind: '规定', line: '看 b', snippet: '提前六个月。' },
      { id: 'a', title: '会议记录', kind: '问答', line: '看 a', snippet: '换届以前先看任期，换届、换届。' },
    ]);
  });

  it('shows the best of each kind before the second best of any', async () => {
    const rules = ['支部换届', '党总支换届', '机关党委换届'].map((title) => ({ title, kind: '规定' }));
    const others = [
      { title: '换届什么时候准备换届什么时候换届', kind: '学习' },
      { title: '换届要提前多久？', kind: '题目' },
    ];
    const documents = [...rules, ...others].map((one, index) => ({
      ...one,
      id: `d${index}`,
      text: '提前六个月。',
      keywords: [],
      line: `看 d${index}`,
    }));
    const kinds = (await createSearch(documents).search('换届', 5)).map(({ kind }) => kind);
    expect(new Set(kinds.slice(0, 3)).size).toBe(3);
    expect(kinds.slice(3)).toEqual(['规定', '规定']);
  });

  it('cuts a long sentence around the hit', async () => {
    const text = `${'前'.repeat(60)}换届${'后'.repeat(60)}`;
    const [hit] = await createSearch([
      { id: 'a', title: '甲', text, keywords: [], kind: '学习', line: '看 a' },
    ]).search('换届');
    expect(hit?.snippet).toBe(`…${'前'.repeat(10)}换届${'后'.repeat(26)}…`);
  });

  it('finds nothing where there is nothing', async () => {
    expect(await createSearch([]).search('换届')).toEqual([]);
  });
});
