import type { Roster } from '../../roster/roster-view.ts';
import type { Finding } from '../finding.ts';

/** Whether anybody is known at all. */
export function checkRoster(roster: Roster | undefined): Finding {
  const subject = '名册';
  if (roster === undefined) return { subject, state: 'attention', text: '没有读到。先把 Redis 弄好。' };
  if (roster.people.length === 0) {
    return {
      subject,
      state: 'attention',
      text: '还没有导入，现在只认识 COMMITTEE_USERIDS 里的人。请运行 npm run roster -- import 名册.xlsx。',
    };
  }
  return {
    subject,
    state: 'well',
    text: `${roster.organisations.length} 个组织，${roster.people.length} 人。`,
  };
}
