import { Refusal } from '../errors.ts';
import { readsLikeChoice } from '../quiz/read-answer.ts';
import { isActionInstead } from '../flows/bare-action.ts';
import { roleSuffices } from '../roster/role.ts';
import { whoMay } from '../roster/who-may.ts';
import type { Services } from '../services.ts';
import type { Answer } from './answer.ts';
import { bareAnswer } from './bare-answer.ts';
import type { CardButton } from './card.ts';
import type { Command } from './command.ts';
import { helpOn, nameOf } from './help.ts';
import { normalise } from './normalise.ts';
import { notUnderstood } from './not-understood.ts';
import { shownAgain, withConfirmation } from './preview-card.ts';
import { clearPending, pendingOn, setPending } from './pending.ts';
import { createRouter, type Resolved } from './router.ts';
import type { Act } from './saying.ts';
import type { ShownButtons } from './shown-buttons-store.ts';
import { suggest } from './suggestions.ts';
import type { Turn } from './turn.ts';
import { welcome } from './welcome.ts';
import { saysNo, saysNoMore, saysYes } from './yes-and-no.ts';

/** Finds what to say to what a member did. */
export type Responder = (turn: Turn, act: Act) => Promise<Response>;

export interface Response {
  /** `undefined`: nothing is to be said. */
  readonly answer: Answer | undefined;
  /** The tapped card is done with and shows this caption instead of its buttons. */
  readonly closing?: string | undefined;
}

export interface ResponderParts {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly shownButtons: ShownButtons;
  deskKey(userid: string): string;
}

export function createResponder({ commands, services, shownButtons, deskKey }: ResponderParts): Responder {
  const router = createRouter(commands);

  return async (turn, act) => {
    const response = await responseTo(turn, act);
    shownButtons.note(turn, typeableButtons(response.answer));
    return response;
  };

  async function responseTo(turn: Turn, act: Act): Promise<Response> {
    switch (act.kind) {
      case 'entered':
        return { answer: welcome(turn, deskKeyOf(turn)) };
      case 'sent':
        return { answer: services.sentThings.keep(turn, act.thing) ?? onlyWords(act.what) };
      case 'typed':
        return respondTo(turn, (await lineOfButton(turn, act.text)) ?? act.text);
      case 'tapped':
      case 'chose':
        return respondTo(turn, act.line);
    }
  }

  /** What nobody may link to its author has to be tapped: its line tells what was answered before. */
  function typeableButtons(answer: Answer | undefined): readonly CardButton[] {
    const card = typeof answer === 'object' && 'card' in answer ? answer.card : undefined;
    const isOpen = ({ line }: CardButton): boolean =>
      !line.includes('\n') && router.commandOf(line)?.confidential === undefined;
    return (card?.buttons ?? []).filter(isOpen);
  }

  /** A word that is a command by itself is that command: the card may be some minutes old. */
  async function lineOfButton(turn: Turn, words: string): Promise<string | undefined> {
    if (!couldBeLabel.test(words) || router.named(words).length > 0) return undefined;
    const wanted = normalise(words);
    return (await shownButtons.of(turn)).find(({ label }) => normalise(label) === wanted)?.line;
  }

  async function respondTo(turn: Turn, line: string): Promise<Response> {
    const [, word, id] = /^(确认|确定|取消|是)(?: (\S+))?$/u.exec(normalise(line)) ?? [];
    if (word === '确认' || word === '确定') return confirm(turn, id);
    if (word === '取消') return cancel(turn, id);
    const toPreview = pendingOn(turn)?.kind === 'preview' ? answerToPreview(turn, line) : undefined;
    if (toPreview !== undefined) return toPreview;
    if (word === '是' && id === undefined) return acceptGuess(turn, line);
    forgetGuess(turn);

    const resolved = router.resolve(line);
    if (resolved === undefined) {
      const finished = finishedLine(turn, line);
      if (finished !== undefined)
        return givesUp(finished, line) ? cancel(turn, undefined) : respondTo(turn, finished);
      return { answer: noting(turn, (await bareAnswer(turn, line, services)) ?? (await guess(turn, line))) };
    }
    forgetUnfinished(turn, line, resolved.command);
    checkRole(turn, resolved.command);
    const preview = await resolved.command.preview?.(turn, services, resolved.args);
    if (preview === undefined) return { answer: await run(turn, resolved) };
    const { card, ...waiting } = 'card' in preview ? preview : { card: preview, line, day: turn.today };
    const { id: pendingId } = setPending(turn, deskKeyOf(turn), { kind: 'preview', ...waiting });
    return { answer: { card: withConfirmation(card, pendingId) } };
  }

  async function confirm(turn: Turn, id: string | undefined): Promise<Response> {
    const pending = pendingOn(turn);
    const expired = '没有等您确认的内容。预览 10 分钟内有效，过了请重新发一次。';
    if (pending?.kind !== 'preview') return { answer: expired };
    if (id !== undefined && id !== pending.id.toLowerCase()) {
      return { answer: '这是较早的预览，已经不算数了。请看最新的那一条，或重新发一次。', closing: '已失效' };
    }
    const resolved = router.resolve(pending.line);
    if (resolved === undefined) return { answer: expired };
    checkRole(turn, resolved.command);
    clearPending(turn, deskKeyOf(turn));
    return pending.day === undefined || pending.day === turn.today
      ? { answer: await run(turn, resolved), closing: '已确认' }
      : previewAgain(turn, pending.line);
  }

  /**
   * 是 or 好 below a preview is no answer to a question shown before it. It is asked for the word that cannot
   * be said by the way; no is no, in any word.
   */
  function answerToPreview(turn: Turn, line: string): Response | undefined {
    if (saysNo(line)) return cancel(turn, undefined);
    return saysYes(line) ? { answer: '要办，请回复“确认”；不办，回复“取消”。' } : undefined;
  }

  /** Past midnight 明天 is another day than the one that was shown. */
  async function previewAgain(turn: Turn, line: string): Promise<Response> {
    const { answer } = await respondTo(turn, line);
    const isCard = typeof answer === 'object' && 'card' in answer;
    return { answer: isCard ? { ...answer, card: shownAgain(answer.card) } : answer, closing: '已失效' };
  }

  function cancel(turn: Turn, id: string | undefined): Response {
    const pending = pendingOn(turn);
    if (pending === undefined) return { answer: '没有等您确认的内容，不用取消。' };
    if (id !== undefined && id !== pending.id.toLowerCase())
      return { answer: '这条预览已经不算数了。', closing: '已失效' };
    clearPending(turn, deskKeyOf(turn));
    router.resolve(pending.line)?.command.cancelled?.(turn, services);
    return { answer: '已取消：什么也没有改，什么也没有发。', closing: '已取消' };
  }

  /** 是 is also how some people say 对. */
  async function acceptGuess(turn: Turn, line: string): Promise<Response> {
    const pending = pendingOn(turn);
    if (pending?.kind !== 'guess') {
      const nothing = '不知道您说的“是”指哪件事。发“帮助”看看能做什么。';
      return { answer: (await bareAnswer(turn, line, services)) ?? nothing };
    }
    clearPending(turn, deskKeyOf(turn));
    return respondTo(turn, pending.line);
  }

  async function guess(turn: Turn, line: string): Promise<Answer> {
    // 错 is an answer that comes too late, and no half of 错题.
    if (readsLikeChoice(line)) return notUnderstood(turn, line, services);
    const allowed = commands.filter(({ role }) => roleSuffices(turn.member.role, role));
    const words = await suggest(line, allowed);
    const [word, ...others] = words;
    if (word === undefined) return notUnderstood(turn, line, services);
    if (others.length > 0)
      return `您是想发${words.map((one) => `“${one}”`).join('还是')}？直接发那个词就行。`;
    const help = asksHow.test(line) ? helpOn(commands, turn.member.role, word) : undefined;
    if (help !== undefined) return help;
    const rest = /^\s*\S+(.*)$/su.exec(line)?.[1] ?? '';
    setPending(turn, deskKeyOf(turn), { kind: 'guess', line: word + rest });
    return `您是想发“${word}”吗？回复“是”，或发“帮助”。`;
  }

  async function run(turn: Turn, { command, args }: Resolved): Promise<Answer> {
    if (command.goesOnSearching === undefined) services.finding.putAside(turn);
    return noting(turn, await command.run(turn, services, args));
  }

  /** States that a question waits for its answer. */
  function noting(turn: Turn, answer: Answer): Answer {
    if (typeof answer === 'object' && 'unfinished' in answer) {
      setPending(turn, deskKeyOf(turn), { kind: 'unfinished', line: answer.unfinished });
    }
    return answer;
  }

  /** Words that are no command, behind the line that waits for its last words. */
  function finishedLine(turn: Turn, words: string): string | undefined {
    const pending = pendingOn(turn);
    // A letter, 对 or 错 is for a question of the quiz that came in between.
    if (pending?.kind !== 'unfinished' || /^(?:[a-h]+|对|错)$/u.test(normalise(words))) return undefined;
    if (isActionInstead(words, pending.line, services.cases.flows)) return undefined;
    const line = `${pending.line}${words.trim()}`;
    return router.resolve(line) === undefined ? undefined : line;
  }

  /** Whether somebody wants nothing of it any more, rather than that to be the last words of the line. */
  function givesUp(finished: string, words: string): boolean {
    return saysNoMore(words) && router.commandOf(finished)?.takesNo === undefined;
  }

  /** 是 is about the question just asked, not about one before it. */
  function forgetGuess(turn: Turn): void {
    if (pendingOn(turn)?.kind === 'guess') clearPending(turn, deskKeyOf(turn));
  }

  /** Words for what nobody may link to its author must not end up behind another line, which says who it was. */
  function forgetUnfinished(turn: Turn, line: string, { confidential }: Command): void {
    const pending = pendingOn(turn);
    if (pending?.kind !== 'unfinished') return;
    if (confidential || line.startsWith(pending.line.trim())) clearPending(turn, deskKeyOf(turn));
  }

  function deskKeyOf(turn: Turn): string {
    return deskKey(turn.member.person.userid);
  }
}

/** Letters of answers are read as such. */
const couldBeLabel = /^\S{2,16}$/u;

const asksHow = /怎么|怎样|如何|咋/u;

function onlyWords(what: string): string {
  return `收到您的${what}，但我只看得懂文字，所以没有处理。\n发“帮助”看看能做什么。`;
}

function checkRole(turn: Turn, command: Command): void {
  if (roleSuffices(turn.member.role, command.role)) return;
  throw new Refusal(`“${nameOf(command)}”由${whoMay[command.role]}使用。\n发“帮助”看看您能做什么。`);
}
