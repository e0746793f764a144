import type { LocalDate } from '../time/local-date.ts';
import type { Problem } from './problem.ts';
import type { RawSheet } from './roster-file.ts';
import { memberKinds, memberStates, posts, type MemberKind, type Person, type Post } from './roster.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { tableRows } from './table-rows.ts';

/** A row of 人员 as far as it could be read: the rules compare rows with mistakes in them too. */
export interface PersonRow {
  readonly row: number;
  readonly userid: string | undefined;
  readonly organisation: string | undefined;
  readonly posts: readonly Post[];
  readonly kind: MemberKind | undefined;
  readonly problems: readonly Problem[];
  /** Undefined when the row has an error. */
  readonly person: Person | undefined;
}

export interface PersonRows {
  readonly rows: readonly PersonRow[];
  /** What is wrong with the sheet as a whole. */
  readonly problems: readonly Problem[];
}

/** `today` is the day from which a date of joining lies in the future. */
export function personRows(sheet: RawSheet | undefined, today: LocalDate): PersonRows {
  const { rows, problems } = tableRows('人员', sheet);
  return { rows: rows.map((row) => personRow(createRowReader('人员', row), today)), problems };
}

function personRow(reader: RowReader<'人员'>, today: LocalDate): PersonRow {
  const userid = reader.required('账号', reader.code);
  const name = reader.required('姓名', reader.text);
  const organisation = reader.required('组织编号', reader.code);
  const held = postsOf(reader);
  const kind = reader.required('类别', (column) => reader.choice(column, memberKinds));
  const joinedOn = reader.date('入党日期');
  const tags = tagsOf(reader);
  const state = reader.choice('状态', memberStates) ?? '在册';
  const inPostSince = reader.date('任职日期');

  if (userid !== undefined && !useridForm.test(userid)) {
    reader.error(
      `账号“${userid}”不对。账号是企业微信里的 1 到 64 位字母、数字或 - _ . @，例如 lin.xiaotang。`,
    );
  }
  if (joinedOn !== undefined && joinedOn > today) {
    reader.warning(`入党日期 ${joinedOn} 在今天之后，请核对。`);
  }

  const complete =
    userid !== undefined && name !== undefined && organisation !== undefined && kind !== undefined;
  const sound = complete && reader.problems.every(({ severity }) => severity !== 'error');
  const person = sound
    ? {
        userid,
        name,
        organisation,
        posts: held,
        kind,
        tags,
        state,
        ...(joinedOn !== undefined && { joinedOn }),
        ...(inPostSince !== undefined && { inPostSince }),
      }
    : undefined;
  return { row: reader.row, userid, organisation, posts: held, kind, problems: reader.problems, person };
}

/** Protocol §0.2. */
const useridForm = /^[A-Za-z0-9_.@-]{1,64}$/;

/** `党员` is everybody's and is not stored; an empty cell means the same. */
function postsOf(reader: RowReader<'人员'>): readonly Post[] {
  const chosen = reader.choices('职务', ['党员', ...posts] as const);
  return posts.filter((post) => chosen.includes(post));
}

/** A `#` in front belongs to how a tag is said in the chat, not to the tag. */
function tagsOf(reader: RowReader<'人员'>): readonly string[] {
  const tags = reader.list('标签').map((tag) => tag.replace(/^[#＃]+\s*/, ''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}
