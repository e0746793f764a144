import { createAudienceListStore } from '../../src/audiences/audience-list-store.ts';
import { createAudiences } from '../../src/audiences/audiences.ts';
import { createDesks } from '../../src/chat/desk-store.ts';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import { createPaperDiary, type PaperDiary } from '../../src/papers/paper-diary-store.ts';
import { createPaperServices, type PaperServices } from '../../src/papers/paper-services.ts';
import { createPaperStore, type PaperStore } from '../../src/papers/paper-store.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { createSheetStore, type SheetStore } from '../../src/papers/sheet-store.ts';
import { createAddressing } from '../../src/post/addressing.ts';
import { createPost } from '../../src/post/post.ts';
import { createQuizStore } from '../../src/quiz/quiz-store.ts';
import { commit as commitTo } from '../../src/redis/commit.ts';
import type { RedisClient } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { createZone } from '../../src/time/zone.ts';
import { generateRoster } from '../support/generate-roster.ts';

/** Everything about papers over a real Redis, for sixty people; what they are told is a list there. */
export interface PapersWorld extends PaperServices {
  readonly store: PaperStore;
  readonly diary: PaperDiary;
  readonly sheets: SheetStore;
  readonly userids: readonly string[];
  /** Who was told that the service has handed in for them, once for each time. */
  told(): Promise<readonly string[]>;
  /** How many answers the editor of the bank sees, over all questions. */
  answersCounted(): Promise<number>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export type Commit = (work: StatedWork) => Promise<number | undefined>;

const zone = createZone('Asia/Shanghai');
/** The last instant of the paper and the first after it. */
export const end = zone.instantOf(localDate(2026, 12, 11), 0);

export function openPapers(
  redis: RedisClient,
  prefix: string,
  around: (commit: Commit) => Commit = (commit) => commit,
): PapersWorld {
  const keys = createKeys(prefix);
  const lists = generateRoster(7, 60);
  const roster = createRoster(lists, { version: 1, committeeUserids: [] });
  const commit = around((work) => commitTo(redis, work));
  const stores = {
    store: createPaperStore(redis, keys),
    diary: createPaperDiary(redis, keys),
    sheets: createSheetStore(redis, keys),
  };
  const quiz = createQuizStore(redis, keys);
  const desks = createDesks(redis, keys);
  const post = createPost({
    address: createAddressing({ desks, zone, calendar: createWorkCalendar([]) }),
    accept: () => {},
  });
  const services = createPaperServices({
    ...stores,
    bank,
    desks,
    zone,
    audiences: createAudiences(createAudienceListStore(redis, keys)),
    post,
    hours: {
      credit(work, userid) {
        work.write('HINCRBY', keys('credited'), userid, 1);
        return 0.5;
      },
    },
    figures: quiz,
    automatic: {
      add(work, parts) {
        for (const { userid, subject } of parts) work.write('RPUSH', toldKey(keys), `${userid} ${subject}`);
      },
    },
    roster: () => Promise.resolve(roster),
    commit,
  });
  return {
    ...services,
    ...stores,
    userids: lists.people.map(({ userid }) => userid),
    told: () => redis.lrange(toldKey(keys), 0, -1),
    async answersCounted() {
      const figures = await Promise.all(bank.map(({ id }) => quiz.figures(id)));
      return figures.reduce((sum, { tried }) => sum + tried, 0);
    },
    commit,
  };
}

/** Publishes a paper of five questions, and leaves everybody in the middle of it. */
export async function everybodyTaking({ store, diary, sheets, userids, commit }: PapersWorld): Promise<void> {
  const publishing = createUnitOfWork();
  store.add(publishing, paper);
  diary.open(publishing, 1, { openUntil: end, answersUntil: end });
  await commit(publishing);
  for (const userid of userids) {
    const work = createUnitOfWork();
    const attempt = { try: 1, deadline: end, place: 3, answers: ['A', 'B', '', '', ''] };
    sheets.keep(work, await sheets.sheet(1, userid), attempt);
    await commit(work);
  }
}

export const paper: Paper = {
  number: 1,
  name: '小测',
  audience: '全体',
  audienceName: '全体',
  author: 'u00001',
  from: localDate(2026, 12, 1),
  until: localDate(2026, 12, 10),
  portions: [{ type: 'single', count: 5, pool: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'] }],
  seed: 'seed',
  passMark: 60,
  named: false,
};

const bank: readonly QuizQuestion[] = (paper.portions[0]?.pool ?? []).map((id) => ({
  id,
  type: 'single',
  ask: `题目 ${id}`,
  choices: new Map<ChoiceLetter, string>([
    ['A', '对的'],
    ['B', '错的'],
  ]),
  answer: ['A'],
  because: '…',
  source: '…',
  tags: [],
  asOf: localDate(2026, 11, 20),
  file: 'quiz/contract.yaml',
}));

function toldKey(keys: Keys): string {
  return keys('told');
}
