import type { Library } from '../../library/library.ts';
import { hoursStandard, looserTargets } from '../../library/hours-standard.ts';
import type { Finding } from '../finding.ts';

/** What this year asks for, and whether a local preset is looser than the national floor (domain §1.5). */
export function checkHours({ hours }: Library, year: number): Finding {
  const subject = '学时目标';
  const { targets, theoryPercent } = hoursStandard(hours.presets, year);
  if (targets.党员 === 0) {
    return {
      subject,
      state: 'attention',
      text: '没有设。请从安装包里取回 content/hours/，至少要有 counting.yaml 和 presets/national.yaml。',
    };
  }
  const looser = looserTargets(hours.presets);
  if (looser.length > 0) {
    const which = looser.map(
      ({ preset, role, hours: asked, floor }) =>
        `${preset.name}的${role} ${asked} 学时低于全国的 ${floor}，没有采用，仍按 ${floor} 算`,
    );
    return {
      subject,
      state: 'attention',
      text: `${which.join('；')}。请核对后改 content/hours/presets/，或从 in-use.yaml 里去掉。`,
    };
  }
  const share = theoryPercent === undefined ? '' : `；政治理论不少于 ${theoryPercent}%`;
  return {
    subject,
    state: 'well',
    text: `党员 ${targets.党员}，班子 ${targets.班子}，书记 ${targets.书记}${share}。`,
  };
}
