import type { PictureAnswer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Figures, MonthFigures, TodayFigures } from '../figures/figures.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { LocalDate } from '../time/local-date.ts';
import { plainDateWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { nameIn, shareOr, type Picture, type Share } from './picture.ts';
import { fullCutOffWords, stretchWords } from './stretch-words.ts';

export interface BranchServices {
  readonly figures: Figures;
  readonly calendar: Pick<WorkCalendar, 'isWorkday'>;
}

/** 统计 图: an officer's people in figures, without a name. */
export async function branchAnswer(
  turn: Turn,
  { figures, calendar }: BranchServices,
): Promise<PictureAnswer> {
  const [today, month] = await Promise.all([figures.today(turn), figures.month(turn)]);
  return {
    picture: branchPicture(turn, { today, month, isWorkday: calendar.isWorkday(turn.today) }),
    instead: '这次没能画成图。发“统计”看文字版。',
  };
}

export interface BranchFigures {
  readonly today: TodayFigures;
  readonly month: MonthFigures;
  readonly isWorkday: boolean;
}

export function branchPicture(turn: Turn, { today, month, isWorkday }: BranchFigures): Picture {
  const { people } = today;
  const first = `${turn.today.slice(0, 7)}-01` as LocalDate;
  const sharing = (figure: Pick<Share, 'label' | 'note' | 'count'>) =>
    shareOr('没有党员', { ...figure, of: people, unit: '人' });

  return {
    title: '支部数字',
    heading: nameIn(today.organisation.name),
    subheading: `党员 ${groupedNumber(people)} 人`,
    sections: [
      {
        title: `今天（${plainDateWords(turn.today, turn.today)}${isWorkday ? '' : '，不是工作日'}）`,
        figures: [
          sharing({ label: '已学', count: today.studied }),
          sharing({ label: '已答', note: '每日一题，自愿', count: today.answered }),
          sharing({ label: '签到', note: '自愿', count: today.checkedIn }),
        ],
      },
      {
        title: `本月（${stretchWords(first, turn.today)}，${month.workdays} 个工作日）`,
        figures: [
          sharing({ label: '学过', note: '至少一条', count: month.studiedOnce }),
          sharing({ label: '答过题', note: '自愿', count: month.answeredOnce }),
          sharing({ label: '签到过', note: '自愿', count: month.checkedInOnce }),
          { kind: 'amount', label: '一共学完', count: month.finishedItems, unit: '条' },
        ],
      },
    ],
    cutOff: fullCutOffWords(turn.today, turn.minute),
    note: '只有数字，不列名字',
  };
}
