import type { Card } from '../chat/card.ts';
import type { Letter } from '../post/post.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { fewestAnswers, type Survey } from './survey.ts';

/** What goes to everybody who is asked when the window begins. */
export function announcementOf(survey: Survey, today: LocalDate): Letter {
  return {
    id: `survey-${survey.number}`,
    card: { ...coverCard(survey, today), note: '机关工委' },
    urgency: 'notice',
  };
}

/** Everything one should know before answering. */
function coverCard(survey: Survey, today: LocalDate): Card {
  const { number, title, about, questions, until } = survey;
  return {
    title: `测评 ${number} · ${title}`,
    body: [
      `请您评一评${about}，${questions.length} 个问题，一两分钟，${dateWords(until, today)}24:00截止。`,
      '匿名，自愿：只记谁交过；答案加密混放，截止合计后就删除。',
      `满 ${fewestAnswers} 份才公布结果，您也能看到。`,
    ].join('\n'),
    buttons: [{ label: '开始', line: `测评 ${number}` }],
  };
}
