/** What `agent/get` tells and `agent/set` may change (protocol §4.11). */
export interface AgentSettings {
  readonly name: string;
  readonly description: string;
  readonly redirect_domain: string;
  readonly report_location_flag: 0 | 1;
  /** Whether opening the chat is reported as `enter_agent`. */
  readonly isreportenter: 0 | 1;
  readonly home_url: string;
}

/** An app as the administrator left it after the steps of protocol §9. */
export const initialAgentSettings: AgentSettings = {
  name: '支部助手',
  description: '学习、会议、通知，一个聊天窗口办好',
  redirect_domain: '',
  report_location_flag: 0,
  isreportenter: 1,
  home_url: '',
};
