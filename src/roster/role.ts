import type { Person, Post } from './roster.ts';

/** What a person may do, each role all that the earlier ones may (contract §4). */
export const roles = ['member', 'groupLeader', 'secretary', 'committee'] as const;
export type Role = (typeof roles)[number];

export const roleTitles: Readonly<Record<Role, string>> = {
  member: '党员',
  groupLeader: '小组长',
  secretary: '书记',
  committee: '工委',
};

/** Whether somebody with `role` may do what takes `needed`. */
export function roleSuffices(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The highest role that the posts give. */
export function roleOfPosts(posts: readonly Post[]): Role {
  if (posts.includes('工委')) return 'committee';
  if (posts.some(isOfficerPost)) return 'secretary';
  return posts.includes('小组长') ? 'groupLeader' : 'member';
}

/** Whom the audience 书记 means. */
export function isSecretary({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.includes('书记');
}

/** The posts that together are 班子. */
export function isOfficerPost(post: Post): boolean {
  return post === '书记' || post === '副书记' || post === '委员';
}
