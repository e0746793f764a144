/** How notices are released and nudged, as `content/notices/rules.yaml` says. No rule of the Party fixes any of it. */
export interface NoticeRules {
  /** Which notices a second committee member has to release. */
  readonly release: NoticeRelease;
  /** In hours; a notice that nobody has released by then is not sent. */
  readonly releaseHours: number;
  /** In minutes, between two nudges for the same notice. */
  readonly nudgeInterval: number;
  /** Whether the second nudge tells the secretaries too, and the third the committee. */
  readonly ladder: boolean;
  /** Whether the author is told once, a day later, what became of a notice. */
  readonly dayReport: boolean;
}

/** Nobody's; those to everybody; those to everybody and urgent ones. */
export const noticeReleases = ['不用', '全体', '全体和加急'] as const;
export type NoticeRelease = (typeof noticeReleases)[number];

/** For a deployment that says nothing. */
export const usualNoticeRules: NoticeRules = {
  release: '不用',
  releaseHours: 24,
  nudgeInterval: 60,
  ladder: false,
  dayReport: true,
};
