import type { Role } from './role.ts';

/** Everybody who may use what takes a role: each may do all that the earlier ones may (contract §4). */
export const whoMay: Readonly<Record<Role, string>> = {
  member: '名册上的每个人',
  groupLeader: '小组长、书记、副书记、委员和机关工委',
  secretary: '书记、副书记、委员和机关工委',
  committee: '机关工委',
};
