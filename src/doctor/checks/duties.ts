import type { Library } from '../../library/library.ts';
import { dutiesInForce, looserChanges } from '../../library/duty-standard.ts';
import { looserWords } from '../../library/duty-words.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Finding } from '../finding.ts';

/** How many duties hold, by which local rules, and whether one of those is looser than the national one (domain §1.5). */
export function checkDuties({ duties }: Library, today: LocalDate): Finding {
  const subject = '义务规则';
  const { length } = dutiesInForce(duties, today);
  if (length === 0) {
    return {
      subject,
      state: 'attention',
      text: '没有，所以“还差什么”是空的。请从安装包里取回 content/duties/。',
    };
  }
  const looser = looserChanges(duties);
  if (looser.length > 0) {
    const which = looser.map((one) => `${one.preset.name}：${looserWords(one)}`);
    return {
      subject,
      state: 'attention',
      text: `${which.join('；')}。请核对后改 content/duties/presets/，或从 in-use.yaml 里去掉。`,
    };
  }
  const names = duties.presets.map(({ name }) => name);
  return {
    subject,
    state: 'well',
    text: `${length} 项${names.length === 0 ? '' : `，地方规定用了${names.join('、')}`}。`,
  };
}
