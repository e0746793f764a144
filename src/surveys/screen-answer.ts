import type { Answer, RichAnswer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { LocalDate } from '../time/local-date.ts';
import { cutOffDateWords, dateWords } from '../time/spoken-time.ts';
import { firstOpen, letterOf, type Answers } from './answers.ts';
import type { SurveyScreen } from './surveys.ts';
import type { SurveyWish } from './survey-wish.ts';
import { fewestAnswers, type Survey, type SurveyResult } from './survey.ts';

/** What a member reads, whichever screen of a survey comes next. */
export function surveyAnswer(screen: SurveyScreen, wish: SurveyWish['kind'], today: LocalDate): Answer {
  const { survey } = screen;
  const { number } = survey;
  switch (screen.kind) {
    case 'coming':
      return `测评 ${number} ${dateWords(survey.from, today)}开始，到时候再发“测评 ${number}”。`;
    case 'answering':
      return leaf(answeringCard(survey, screen.answers), wish);
    case 'handedIn':
      return {
        text: `测评 ${number} 已经收下，没有记下是谁答的。\n${whenPublished(survey, today)}`,
        closing: '已交',
      };
    case 'already':
      return { text: `测评 ${number} 您已经交过了。${whenPublished(survey, today)}`, closing: '已交' };
    case 'counting':
      return `测评 ${number} 已经截止，正在合计，请过几分钟再发“测评 ${number}”。`;
    case 'result':
      return resultText(survey, screen.result, today);
  }
}

/** Who taps sees the next question in the same place; the taken choice is written nowhere. */
function leaf(card: Card, wish: SurveyWish['kind']): RichAnswer {
  return wish === 'answer' || wish === 'again' ? { card, caption: card } : { card };
}

function answeringCard(survey: Survey, answers: Answers): Card {
  const { number, title, questions } = survey;
  const place = firstOpen(answers);
  const question = questions[(place ?? 0) - 1];
  if (place === undefined || question === undefined) {
    return {
      title: `测评 ${number} · ${questions.length} 个问题都答了`,
      body: '交上去以后不能再改，因为分不出哪一份是您的。',
      buttons: [
        { label: '交上去', line: `测评 ${number} 交` },
        { label: '重答', line: `测评 ${number} 重答` },
      ],
    };
  }
  return {
    title: `测评 ${number} · ${place}/${questions.length}`,
    note: `${title} · 匿名`,
    body: question.ask,
    buttons: question.choices.map((choice, index) => ({
      label: choice,
      line: `测评 ${number} 第${place}题 ${letterOf(index)}`,
      tone: 'choice' as const,
    })),
    reply: [
      ...questionLines(survey),
      `每个问题一个字母，连起来发，例如：测评 ${number} ${'A'.repeat(questions.length)}`,
    ].join('\n'),
  };
}

/** All questions with their letters, for whoever answers by typing. */
function questionLines({ questions }: Survey): readonly string[] {
  return questions.map(({ ask, choices }, index) => {
    const lettered = choices.map((choice, at) => `${letterOf(at)}${choice}`).join(' ');
    return `${index + 1} ${ask}：${lettered}`;
  });
}

function whenPublished({ number, until }: Survey, today: LocalDate): string {
  return `${dateWords(until, today)}截止后，满 ${fewestAnswers} 份就公布结果，发“测评 ${number}”看。`;
}

function resultText(
  survey: Survey,
  { taken, asked, unreadable, counts }: SurveyResult,
  today: LocalDate,
): string {
  const { number, title, questions, until } = survey;
  const read = taken - unreadable;
  const heading = `测评 ${number} · ${title}`;
  const part = `参加 ${groupedNumber(taken)}/${groupedNumber(asked)} 人（${cutOffDateWords(until, today)}）`;
  const lost =
    unreadable === 0 ? [] : [`其中 ${unreadable} 份打不开，没有算进去：测评期间换过企业微信的密钥。`];
  if (counts === undefined) {
    return [
      heading,
      part,
      ...lost,
      `只有 ${read} 份，不到 ${fewestAnswers} 份，为了匿名不公布结果，答卷已经删除。`,
    ].join('\n');
  }
  const lines = questions.map(({ ask, choices }, index) => {
    const sums = choices.map((choice, at) => `${choice} ${counts[index]?.[at] ?? 0}`).join('、');
    return `${index + 1} ${ask}：${sums}`;
  });
  return [heading, part, ...lost, ...lines, `每题共 ${groupedNumber(read)} 份。答卷合计后已经删除。`].join(
    '\n',
  );
}
