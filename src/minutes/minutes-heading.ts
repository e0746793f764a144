/**
 * The parts of minutes (domain §6.1, from handbooks and record templates), in the order of the paper.
 * What the service knows itself, the attendance and the agenda of the invitation, is not typed.
 */
export const minutesHeadings = [
  'chair',
  'recorder',
  'form',
  'endedAt',
  'observers',
  'theme',
  'agenda',
  'reports',
  'course',
  'speeches',
  'votes',
  'resolutions',
  'rectification',
  'tasks',
  'attachments',
] as const;
export type MinutesHeading = (typeof minutesHeadings)[number];

/** As they stand in the paper. */
export const headingNames: Readonly<Record<MinutesHeading, string>> = {
  chair: '主持人',
  recorder: '记录人',
  form: '形式',
  endedAt: '结束时间',
  observers: '列席',
  theme: '主题',
  agenda: '议题',
  reports: '学习和报告',
  course: '会议情况',
  speeches: '发言要点',
  votes: '表决',
  resolutions: '决议',
  rectification: '整改',
  tasks: '任务',
  attachments: '附件',
};

/** Of these one value holds: the latest. Of the others every line is an entry. */
export const singleHeadings: ReadonlySet<MinutesHeading> = new Set([
  'chair',
  'recorder',
  'form',
  'endedAt',
  'theme',
]);

/** The part that a word before a colon opens; `undefined` when it opens none. */
export function headingOf(word: string): MinutesHeading | undefined {
  return byWord.get(word) ?? (/^议题[一二三四五六七八九十\d]{1,3}$/u.test(word) ? 'agenda' : undefined);
}

/** Whether a word opens what the service takes from the meeting and its roll, so that it need not be typed. */
export function isKnownAnyway(word: string): boolean {
  return known.has(word);
}

const words: Readonly<Record<MinutesHeading, readonly string[]>> = {
  chair: ['主持人', '主持', '会议主持', '会议主持人'],
  recorder: ['记录人', '记录员', '会议记录人'],
  form: ['形式', '会议形式', '方式'],
  endedAt: ['结束时间', '散会时间', '结束'],
  observers: ['列席', '列席人员', '列席人'],
  theme: ['主题', '会议主题', '党日主题', '党课题目', '题目'],
  agenda: ['议题', '会议议题', '议程', '会议议程'],
  reports: ['学习', '学习内容', '第一议题', '传达', '传达学习', '报告', '汇报', '学习和报告'],
  course: ['会议情况', '会议内容', '会议过程', '内容', '情况'],
  speeches: ['发言', '发言要点', '讨论', '讨论情况', '交流', '交流发言', '不同意见', '意见和建议'],
  votes: ['表决', '表决情况', '表决结果', '票决', '票决结果', '投票'],
  resolutions: ['决议', '决议事项', '决定', '决定事项', '议定事项', '会议决议', '会议决定'],
  rectification: ['整改', '整改事项', '整改清单', '整改措施', '整改任务'],
  tasks: ['任务', '会后任务', '工作任务', '任务分工', '分工'],
  attachments: ['附件', '会议材料', '材料'],
};

const byWord: ReadonlyMap<string, MinutesHeading> = new Map(
  minutesHeadings.flatMap((heading) => words[heading].map((word) => [word, heading] as const)),
);

const known: ReadonlySet<string> = new Set([
  '会议名称',
  '时间',
  '会议时间',
  '开始时间',
  '地点',
  '会议地点',
  '应到',
  '应到人数',
  '实到',
  '实到人数',
  '出席',
  '出席人员',
  '参会人员',
  '参加人员',
  '到会人员',
  '缺席',
  '缺席人员',
  '请假',
  '请假人员',
]);
