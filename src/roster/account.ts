/**
 * The form under which an account is looked up and kept as a key: WeCom compares userids ignoring
 * case, and lower-cases them in several of its answers (protocol §0.2).
 */
export function accountKey(userid: string): string {
  return userid.toLowerCase();
}
