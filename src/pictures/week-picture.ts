import type { PictureAnswer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Hours, OwnHours } from '../hours/hours.ts';
import type { Quiz } from '../quiz/quiz.ts';
import type { Study, StudyWeek } from '../study/study.ts';
import { yearOf } from '../time/local-date.ts';
import type { OwnWeek, WeekFigures } from './own-week.ts';
import { nameIn, shareOr, type Picture, type Section } from './picture.ts';
import { fullCutOffWords, stretchWords } from './stretch-words.ts';

export interface WeekServices {
  readonly study: Pick<Study, 'week'>;
  readonly quiz: Pick<Quiz, 'coming'>;
  readonly hours: Pick<Hours, 'own'>;
  readonly ownWeek: OwnWeek;
}

/** 我的 图: the member's own week. */
export async function weekAnswer(turn: Turn, services: WeekServices): Promise<PictureAnswer> {
  const [figures, study, coming, hours] = await Promise.all([
    services.ownWeek.of(turn),
    services.study.week(turn),
    services.quiz.coming(turn),
    services.hours.own(turn, yearOf(turn.today)),
  ]);
  const reviewsDue = coming.filter(({ due }) => due <= turn.today).length;
  return {
    picture: weekPicture(turn, { ...figures, study, reviewsDue, hours }),
    instead: '这次没能画成图。发“我的”看文字版。',
  };
}

export interface Week extends WeekFigures {
  readonly study: StudyWeek;
  /** Questions that may be reviewed now. */
  readonly reviewsDue: number;
  readonly hours: OwnHours;
}

export function weekPicture(turn: Turn, week: Week): Picture {
  const { person, branch } = turn.member;
  const { study, answered, answeredRight, checkIns, days, reviewsDue } = week;
  return {
    title: '我的一周',
    heading: nameIn(person.name),
    subheading: nameIn(branch.name),
    sections: [
      {
        title: `本周（${stretchWords(week.monday, week.sunday)}）`,
        figures: [
          shareOr('本周没有工作日', {
            label: '学习',
            note: '工作日',
            count: study.days,
            of: study.workdays,
            unit: '天',
          }),
          shareOr('还没有答新题', { label: '新题答对', count: answeredRight, of: answered, unit: '题' }),
          { kind: 'share', label: '签到', note: '自愿', count: checkIns, of: days, unit: '天' },
          { kind: 'amount', label: '待复习', count: reviewsDue, unit: '题' },
        ],
      },
      ...hoursSection(week.hours),
    ],
    cutOff: fullCutOffWords(turn.today, turn.minute),
    note: '只发给您本人',
  };
}

/** Nothing for whom hours do not concern. */
function hoursSection({ year, total, target }: OwnHours): readonly Section[] {
  const figure = { label: '学时', count: total, unit: '' };
  const title = `${year} 年`;
  if (target !== undefined) return [{ title, figures: [{ ...figure, kind: 'share', of: target }] }];
  return total > 0 ? [{ title, figures: [{ ...figure, kind: 'amount' }] }] : [];
}
