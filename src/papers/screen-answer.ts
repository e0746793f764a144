import type { Answer, RichAnswer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import { askingCard } from '../quiz/asking-card.ts';
import { dateWords, timeWords } from '../time/spoken-time.ts';
import type { LocalDate } from '../time/local-date.ts';
import { quoted } from '../wording/quoted.ts';
import { paperCard } from './announcement.ts';
import { explanationAnswer } from './explanation-card.ts';
import { lengthOf } from './paper.ts';
import type { Wish } from './request.ts';
import { resultCard } from './result-card.ts';
import type { ClosedScreen, CompleteScreen, Lead, QuestionScreen, Screen } from './screen.ts';
import { unanswered } from './sheet.ts';

/** What a member reads, whichever screen of a paper comes next. */
export function screenAnswer(screen: Screen, wish: Wish['kind'], today: LocalDate): Answer {
  switch (screen.kind) {
    case 'question':
      return turned(questionCard(screen), wish, screen.lead);
    case 'complete':
      return turned(completeCard(screen), wish, screen.lead);
    case 'cover':
      return { card: paperCard(screen.paper, screen.lastDay, today) };
    case 'result':
      return { card: resultCard(screen) };
    case 'explanation':
      return explanationAnswer(screen);
    case 'closed':
      return closedAnswer(screen, today);
  }
}

/**
 * Who taps an answer sees the next question in the same place, like the leaf of an exercise book; nothing
 * is sent for it. A question with nothing to tap cannot stand there, so it comes as a message.
 */
function turned(card: Card, wish: Wish['kind'], lead: Lead | undefined): RichAnswer {
  const isLeafing = wish === 'answer' || wish === 'go';
  if (isLeafing && (card.buttons.length > 0 || card.ticks !== undefined)) return { card, caption: card };
  return lead?.kind === 'answered' ? { card, closing: `已答 ${lead.given}` } : { card };
}

function questionCard({ paper: { number }, attempt, shown, lead, limit }: QuestionScreen): Card {
  const { answers, place, try: tryNumber } = attempt;
  const { question } = shown;
  const before = shown.fromBank(answers[place - 1] ?? '');
  const isFirstLook = unanswered(attempt).length === answers.length && lead === undefined;
  const note = [
    ...(lead === undefined ? [] : [leadWords(lead)]),
    ...(before === '' ? [] : [`这题答过 ${before}，再答就改`]),
    ...(limit === undefined ? [] : [`${timeWords(limit.minute)} 自动交卷`]),
    ...(isFirstLook ? [`也可以发：上一题、跳过、第 ${Math.min(5, answers.length)} 题、交卷`] : []),
  ].join(' · ');
  const card = askingCard(
    question,
    `测试 ${number} · ${place}/${answers.length}`,
    (answer) => `测试 ${number} 第${place}题 ${answer} 第${tryNumber}次`,
  );
  const noted = note === '' ? card : { ...card, note };
  return card.ticks === undefined ? noted : { ...noted, ticks: { ...card.ticks, ticked: [...before] } };
}

function completeCard({ paper, lead }: CompleteScreen): Card {
  const { number } = paper;
  return {
    title: `测试 ${number} · 都答完了`,
    ...(lead === undefined ? {} : { note: leadWords(lead) }),
    body: `交卷之前都可以改：想改哪题，直接发题号，例如：第 ${Math.min(5, lengthOf(paper))} 题。`,
    buttons: [
      { label: '交卷', line: `交卷 ${number}` },
      { label: '从头看', line: `测试 ${number} 第1题` },
    ],
  };
}

function leadWords(lead: Lead): string {
  switch (lead.kind) {
    case 'answered':
      return lead.changed ? `第 ${lead.place} 题改为 ${lead.given}` : `第 ${lead.place} 题已答 ${lead.given}`;
    case 'withdrawn':
      return `第 ${lead.place} 题已撤下，算您答对`;
    case 'unplaced':
      return `${quoted(lead.words)}没有记，要改哪题，先发题号`;
    case 'first':
      return '已经是第一题';
    case 'last':
      return '已经是最后一题';
    case 'only':
      return '只剩这一题没有答';
  }
}

function closedAnswer({ paper: { number }, why }: ClosedScreen, today: LocalDate): RichAnswer {
  switch (why.reason) {
    case 'notYet':
      return {
        text: `测试 ${number} ${dateWords(why.from, today)}开始，到时候会告诉您。`,
        closing: '还没有开始',
      };
    case 'missed':
      return {
        text: `测试 ${number} 的时间已经过了，您没有交过卷。\n因公或请假没有赶上的，可以请书记安排补考。`,
        closing: '已截止',
      };
    case 'handedIn':
      return {
        text: `${why.by === 'clock' ? `测试 ${number} 时间到了，已自动交卷` : `测试 ${number} 已经交卷`}，这个答案没有记。\n看结果发“测试 ${number} 结果”。`,
        closing: '已交卷',
      };
    case 'otherTry':
      return {
        text: `这是另一次做时的题，答案没有记。接着做发“测试 ${number} 继续”。`,
        closing: '已失效',
      };
    case 'noTriesLeft':
      return {
        text: `测试 ${number} 一共可以做 ${why.tries} 次，已经做满了。看结果发“测试 ${number} 结果”。`,
        closing: '已做满',
      };
    case 'allRight':
      return { text: `测试 ${number} 的题都对，没有要看的解析。`, closing: '都对' };
    case 'forgotten':
      return { text: `每题的答案只留 90 天，测试 ${number} 的已经删了，只留着成绩。`, closing: '已删' };
  }
}
