import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { audienceText } from '../roster/audience.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { PreparedSurvey } from './publishing.ts';
import { fewestAnswers, type Survey } from './survey.ts';
import { toldWords } from '../publishing/told-words.ts';
import { windowWords } from '../publishing/window-words.ts';
import { laterOf } from '../publishing/later-words.ts';

/** What will be asked of whom and when, before anything is. */
export function surveyPreview({ order, audience, announceAt }: PreparedSurvey, turn: Turn, zone: Zone): Card {
  const { template, from, until } = order;
  return {
    title: '预览（还没有发布）',
    note: `发给：${audienceText(audience)}`,
    body: [
      `${template.title}，${template.questions.length} 个问题：`,
      ...template.questions.map(({ ask }, index) => `${index + 1} ${ask}`),
    ].join('\n'),
    facts: [
      { label: '时间', value: windowWords({ from, until }, turn.today) },
      { label: '匿名', value: `只留合计，不留谁怎么答的；满 ${fewestAnswers} 份才公布` },
      {
        label: '通知',
        value: announceAt > turn.at ? `${momentWords(zone.localAt(announceAt), turn.today)}起` : '确认后就发',
      },
    ],
    buttons: [],
  };
}

/** The answer to 确认. */
export function surveyPublishedText(
  { number, title }: Survey,
  { announceAt, addressees }: PreparedSurvey,
  turn: Turn,
  zone: Zone,
): string {
  if (announceAt > turn.at) {
    const when = momentWords(zone.localAt(announceAt), turn.today);
    return `测评 ${number}（${title}）已发布，${when}起通知大家。\n截止后发“测评 ${number}”看结果。`;
  }
  const reached = addressees.filter(({ due }) => due !== undefined);
  const later = laterOf(
    reached.map(({ due }) => due),
    turn.at,
  );
  return [
    `测评 ${number}（${title}）已发布，${toldWords(reached.length, later, turn, zone)}。`,
    `截止后发“测评 ${number}”看结果。`,
  ].join('\n');
}
