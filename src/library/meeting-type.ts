/** One kind of meeting, as `content/meetings/types.yaml` describes it. */
export interface MeetingType {
  /** For ever: meetings that were held name it. */
  readonly code: string;
  /** As it stands in messages: 党员大会. */
  readonly name: string;
  /** What people type for it besides: 支部大会. */
  readonly aliases: readonly string[];
  readonly invites: MeetingAudience;
  /** How many have to be there; absent where no rule asks it, or where it is not ours to judge. */
  readonly quorum?: MeetingQuorum;
  /** Whether studying comes first (第一议题). */
  readonly studyFirst: boolean;
  /** The usual agenda, for when none was typed; without the study item. */
  readonly agenda: readonly string[];
  /** Code of the duty that such a meeting meets. */
  readonly duty?: string;
  /** The category of `content/hours/counting.yaml` that it counts as. */
  readonly hours?: string;
  /** For meetings at which people speak of themselves and each other: only the theme and what is to be put right. */
  readonly minutes?: '主题和整改';
  /** Rule and article, or whose practice it is. */
  readonly source: string;
  /** What the convener should know; shown with the preview. */
  readonly advice?: string;
}

/**
 * Whom a meeting of an organisation invites. 党员: its party members with those of all below it. 委员: its
 * own 书记, 副书记 and 委员. 小组: the party members of a 党小组. 书记: the secretaries of all below it.
 * 党员和积极分子: as 党员, and activists as guests.
 */
export const meetingAudiences = ['党员', '委员', '小组', '书记', '党员和积极分子'] as const;
export type MeetingAudience = (typeof meetingAudiences)[number];

/** How much of those with a vote has to be present (domain §3.6): 半数以上 includes the half, 超过半数 does not. */
export const quorumPresences = ['半数以上', '超过半数'] as const;

export interface MeetingQuorum {
  readonly present: (typeof quorumPresences)[number];
  readonly source: string;
}
