import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx, type WriteSheet } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { checkLists } from '../../src/roster/check-lists.ts';
import { problemLine } from '../../src/roster/problem.ts';
import { readRosterFile } from '../../src/roster/read-roster-file.ts';
import { localDate } from '../../src/time/local-date.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
/** The signature of an entry in a zip archive's table of contents, and the version that made it. */
const contentsEntry = Buffer.from('504b0102', 'hex');

let directory: string;
let fresh = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'roster-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function fileWith(bytes: Uint8Array): Promise<string> {
  const path = join(directory, `${(fresh += 1)}.xlsx`);
  await writeFile(path, bytes);
  return path;
}

async function workbook(...sheets: WriteSheet[]): Promise<string> {
  return fileWith(await writeXlsx({ sheets }));
}

async function check(path: string) {
  const { problems, lists } = checkLists(await readRosterFile(path), localDate(2026, 11, 20));
  return { lists, said: problems.map(problemLine) };
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await readRosterFile(path).catch((reason: unknown) => reason);
  if (error instanceof Refusal) return error.message;
  throw new Error(`${path} was not refused`, { cause: error });
}

const organisations = {
  name: '组织',
  rows: [
    ['编号', '名称', '类型', '上级编号'],
    ['GW', '机关工委', '工委', null],
  ],
};
const people = {
  name: '人员',
  rows: [
    ['账号', '姓名', '组织编号', '职务', '类别'],
    ['lin', '林晓棠', 'GW', '党员', '正式党员'],
  ],
};

describe('a workbook', () => {
  it('is read as Excel saves it: shared strings with readings, styled dates, results of formulas', async () => {
    const { lists, said } = await check(await fileWith(zip(excelParts())));
    expect(said).toEqual([]);
    expect(lists?.organisations).toEqual([
      { code: 'GW', name: '机关工委', kind: '工委' },
      { code: '1001', name: '机关一支部', kind: '党支部', parent: 'GW', termFrom: '2024-04-12' },
    ]);
    expect(lists?.people[0]).toMatchObject({ userid: 'lin', name: '林晓棠', organisation: '1001' });
  });

  it('in the 1904 date system is refused, because its days are four years off', async () => {
    const parts = excelParts({ properties: '<workbookPr date1904="1"/>' });
    expect(await refusal(await fileWith(zip(parts)))).toContain('1904 日期系统');
  });

  it('may have more sheets, which are named and left out', async () => {
    const path = await workbook({ name: '旧名单', rows: [['填表说明']] }, people, {
      ...organisations,
      name: ' 组织 ',
    });
    const { lists, said } = await check(path);
    expect(said).toEqual(['工作表“旧名单”不是组织或人员，没有导入。']);
    expect(lists?.people).toHaveLength(1);
  });

  it('needs both sheets', async () => {
    const { lists, said } = await check(await workbook(organisations));
    expect(said).toEqual(['没有名为“人员”的工作表。应有两张：组织、人员。']);
    expect(lists).toBeUndefined();
  });

  it('names the row of a formula whose result was never stored', async () => {
    const cells = new Map([['1,1', { formula: 'CONCAT("林","晓棠")' }]]);
    const { lists, said } = await check(await workbook(organisations, { ...people, cells }));
    expect(said).toContain(
      '人员 第 2 行：有一格公式没有保存结果。请用 Excel 打开，保存一次再导入，或改成实际内容。',
    );
    expect(lists).toBeUndefined();
  });

  it('names the row of a formula that failed', async () => {
    const parts = excelParts({ account: '<c r="A2" t="e"><v>#REF!</v></c>' });
    const { said } = await check(await fileWith(zip(parts)));
    expect(said).toEqual(['人员 第 2 行：账号是公式错误 #REF!。请改成实际内容。']);
  });

  it('expands no entities of its own', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const parts = excelParts({ account: '<c r="A2" t="str"><v>&b;</v></c>', prologue: entities });
    const outcome = await check(await fileWith(zip(parts))).catch((error: unknown) => error);
    expect(JSON.stringify(outcome)).not.toContain('aaaaaaaaaaaa');
  });
});

describe('a file that is no roster', () => {
  it('is refused when it does not exist', async () => {
    expect(await refusal(join(directory, '没有.xlsx'))).toMatch(/^没有找到 .*没有\.xlsx。/);
  });

  it.each([
    [
      'an old or encrypted workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '是旧的 .xls 格式，或者加了密码',
    ],
    ['text', Buffer.from('编号,名称'), '不是 .xlsx 文件'],
    ['nothing', Buffer.alloc(0), '不是 .xlsx 文件'],
    ['the beginning of an archive', Buffer.from('504b0304', 'hex'), '这个文件不完整'],
    ['another archive', zip([['readme.txt', '你好']]), '打不开'],
    ['an archive with a broken table of contents', withoutContents(zip([['a', 'b']])), '这个文件不完整'],
  ])('is refused when it holds %s', async (_, bytes, sentence) => {
    expect(await refusal(await fileWith(bytes))).toContain(sentence);
  });

  it('is refused before it is unpacked when it would unpack to far more than a roster', async () => {
    const path = await fileWith(zip([['xl/worksheets/sheet1.xml', Buffer.alloc(20 * 1024 * 1024)]]));
    expect((await stat(path)).size).toBeLessThan(64 * 1024);
    expect(await refusal(path)).toContain('展开后太大');
  });

  it('is refused when it lies about how much it unpacks to', async () => {
    const parts = excelParts({ padding: ' '.repeat(20 * 1024 * 1024) });
    expect(await refusal(await fileWith(withClaimedSizes(zip(parts), 1000)))).toContain('打不开');
  });
});

type Part = readonly [name: string, content: string | Uint8Array];

/** A zip archive, deflated, as the format's specification (APPNOTE.TXT 4.3) lays it out. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);

    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    bodies.push(body);
    contents.push(
      Buffer.concat([contentsEntry, Buffer.from('1400', 'hex'), common, place, Buffer.from(name)]),
    );
    offset += body.length;
  }

  const list = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

function withoutContents(archive: Buffer): Buffer {
  return Buffer.from(archive).fill(0, archive.indexOf(contentsEntry), archive.length - 22);
}

/** Every entry of the table of contents claims to unpack to so many bytes. */
function withClaimedSizes(archive: Buffer, size: number): Buffer {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(contentsEntry); at !== -1; at = copy.indexOf(contentsEntry, at + 4)) {
    copy.writeUInt32LE(size, at + 24);
  }
  return copy;
}

interface ExcelVariation {
  /** Inside the part of the workbook. */
  readonly properties?: string;
  /** The cell of the first person's account. */
  readonly account?: string;
  /** Before the root of each sheet. */
  readonly prologue?: string;
  /** At the end of each sheet. */
  readonly padding?: string;
}

/** The parts of a small workbook in the form Excel gives them. */
function excelParts(variation: ExcelVariation = {}): readonly Part[] {
  const { properties = '', account = computed('lin', 'A2'), prologue = '', padding = '' } = variation;
  const texts = ['编号', '名称', '类型', '上级编号', '届期起', 'GW', '机关工委', '工委'];
  const shared = (index: number, place: string) => `<c r="${place}" t="s"><v>${index}</v></c>`;
  const sheet = (...rows: string[]) =>
    `${prologue}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>${padding}`;

  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets><sheet name="组织" sheetId="1" r:id="rId1"/><sheet name="人员" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId3', 'styles', 'styles.xml'],
        ['rId4', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t><rPh sb="0" eb="1"><t>reading</t></rPh><phoneticPr fontId="1"/></si>`).join('')}</sst>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      sheet(
        `<row r="1" spans="1:5">${['A1', 'B1', 'C1', 'D1', 'E1'].map((place, index) => shared(index, place)).join('')}</row>`,
        `<row r="2">${shared(5, 'A2')}${shared(6, 'B2')}${shared(7, 'C2')}</row>`,
        `<row r="4"><c r="A4"><v>1001</v></c>${computed('机关一支部', 'B4')}${computed('党支部', 'C4')}${shared(5, 'D4')}<c r="E4" s="1"><v>45394</v></c></row>`,
      ),
    ],
    [
      'xl/worksheets/sheet2.xml',
      sheet(
        `<row r="1">${computed('账号', 'A1')}${computed('姓名', 'B1')}${computed('组织编号', 'C1')}${computed('职务', 'D1')}${computed('类别', 'E1')}</row>`,
        `<row r="2">${account}<c r="B2" t="inlineStr"><is><r><t>林</t></r><r><t>晓棠</t></r></is></c><c r="C2"><v>1001</v></c>${computed('党员', 'D2')}${computed('正式党员', 'E2')}</row>`,
      ),
    ],
  ];
}

/** A cell with a formula and its stored result. */
function computed(text: string, place: string): string {
  return `<c r="${place}" t="str"><f>T("x")</f><v>${text}</v></c>`;
}

function relationships(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}
