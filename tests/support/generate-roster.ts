import type {
  MemberKind,
  MemberState,
  Organisation,
  Person,
  Post,
  RosterLists,
} from '../../src/roster/roster.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';

/**
 * A large invented roster, the same for the same numbers: a 工委, below it 机关党委 with up to five
 * branches each, and the people spread over the branches. The first three of a branch hold its posts,
 * the very first person is 工委. Accounts are `u00001`, `u00002` and so on.
 */
export function generateRoster(organisationCount: number, peopleCount: number): RosterLists {
  const organisations = Array.from({ length: organisationCount }, (_, index) => organisationAt(index));
  const branches = organisations.filter(({ kind }) => kind === '党支部');
  const homes = branches.length > 0 ? branches : organisations;
  const random = createRandom(organisationCount * 1_000_003 + peopleCount);
  return {
    organisations,
    people: Array.from({ length: peopleCount }, (_, index) => personAt(index, homes, random)),
  };
}

const rootCode = 'GW';
const committeeEvery = 6;

function organisationAt(index: number): Organisation {
  if (index === 0) return { code: rootCode, name: '云溪市直属机关工委', kind: '工委' };
  const committee = Math.floor((index - 1) / committeeEvery) + 1;
  const branch = (index - 1) % committeeEvery;
  const code = `J${committee}`;
  if (branch === 0) return { code, name: `第${committee}机关党委`, kind: '机关党委', parent: rootCode };
  return {
    code: `${code}-${branch}`,
    name: `第${committee}机关党委第${branch}党支部`,
    kind: '党支部',
    parent: code,
    termFrom: localDate(2024, 3, 1),
    termUntil: localDate(2027, 2, 28),
    officerSeats: 3,
  };
}

function personAt(index: number, homes: readonly Organisation[], random: Random): Person {
  const place = index % homes.length;
  const number = Math.floor(index / homes.length);
  return {
    userid: `u${String(index + 1).padStart(5, '0')}`,
    name: `${random.pick(surnames)}${random.pick(givenNames)}`,
    organisation: homes[place]?.code ?? rootCode,
    posts: postsAt(index, number),
    kind: number < 3 ? '正式党员' : random.pick(kinds),
    joinedOn: addDays(localDate(1980, 1, 1), random.below(16_000)),
    tags: random.below(4) === 0 ? ['青年'] : [],
    state: random.pick(states),
  };
}

function postsAt(index: number, numberInBranch: number): readonly Post[] {
  if (index === 0) return ['书记', '工委'];
  const post = (['书记', '副书记', '委员'] as const)[numberInBranch];
  return post === undefined ? [] : [post];
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'.split('');
const givenNames = ['伟', '静', '敏', '建国', '晓东', '丽华', '志强', '雨桐', '海燕', '明远', '春梅', '思源'];
const kinds: readonly MemberKind[] = [
  ...Array<MemberKind>(17).fill('正式党员'),
  '预备党员',
  '入党积极分子',
  '群众',
];
const states: readonly MemberState[] = [...Array<MemberState>(17).fill('在册'), '离退', '流动', '免提醒'];

interface Random {
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** A linear congruential generator (numbers from Numerical Recipes): repeatable is all it has to be. */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
  };
}
