import type { Turn } from '../chat/turn.ts';
import { preferencesOn } from '../preferences/preferences.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { calendarWords } from '../time/spoken-time.ts';

/** The answer to 政治生日 and its two switches. */
export function greetingText(turn: Turn, wish: 'on' | 'off' | undefined): string {
  const { person } = turn.member;
  if (!isPartyMember(person)) return '政治生日是入党的纪念日，只对正式党员和预备党员。';
  if (person.joinedOn === undefined) return '名册里没有您的入党日期，还不能祝福。请告诉支部书记补上。';
  const joined = `名册里您的入党日期是 ${calendarWords(person.joinedOn, turn.today)}。`;
  const isOn = wish === undefined ? preferencesOn(turn.desk).greeting : wish === 'on';
  return isOn
    ? `${wish === undefined ? '祝福开着' : '已开'}：每年入党纪念日早上单独祝福您，不发到群里。\n${joined}\n不想要了，发“政治生日 关”。`
    : `${wish === undefined ? '祝福关着' : '已关'}，纪念日不发祝福。\n${joined}\n想要的话，发“政治生日 开”。`;
}
