import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';

/** What somebody wants of 考勤. */
export type RollRequest =
  | { readonly kind: 'figures' }
  | { readonly kind: 'names' }
  | { readonly kind: 'voters'; readonly number: number; readonly voters: number };

/** Reads what follows 考勤 7. Throws a Refusal that shows what may follow. */
export function readRollRequest(words: string, number: number | undefined): RollRequest {
  const said = words.normalize('NFKC').replaceAll(/\s/gu, '');
  if (said === '') return { kind: 'figures' };
  if (said === '名单' || said === '点名') return { kind: 'names' };
  const voters = /^有?表决权(\d{1,5})人?$/u.exec(said)?.[1];
  if (voters !== undefined && number !== undefined) {
    return { kind: 'voters', number, voters: Number(voters) };
  }
  const example = number ?? 7;
  throw new Refusal(
    `没有看懂${quoted(words)}。可以发：考勤 ${example}；考勤 ${example} 名单；考勤 ${example} 有表决权 12；考勤 ${example} 结束`,
  );
}
