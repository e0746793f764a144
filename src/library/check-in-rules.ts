/** How people sign in at meetings, as `content/meetings/check-in.yaml` says. No rule of the Party fixes any of it. */
export interface CheckInRules {
  /** Minutes before the start from which on the code is taken. */
  readonly opensBefore: number;
  /** Minutes after the end up to which it is. */
  readonly closesAfter: number;
  /** Minutes after the start from which on somebody is late. */
  readonly lateAfter: number;
  /** In minutes, for meetings of which nobody said when they end. */
  readonly usualLength: number;
  /** Whether those who take part online count towards the number a vote needs. */
  readonly onlineCounts: boolean;
}

/** For a deployment that says nothing. */
export const usualCheckIn: CheckInRules = {
  opensBefore: 30,
  closesAfter: 120,
  lateAfter: 5,
  usualLength: 60,
  onlineCounts: false,
};
