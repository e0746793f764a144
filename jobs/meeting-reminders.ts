import { defineJob } from '../src/schedule/job.ts';

export const meetingReminders = defineJob({
  name: 'meeting-reminders',
  schedule: '* * * * *',
  summary: '每分钟：会前一个工作日提醒没有回复的人，会前一小时提醒要来的人',
  // What is due by a slot stays due until the meeting begins, so the next minute does what this one could not.
  tolerance: 5,
  run: ({ at }, { meetingReminding }) => meetingReminding.remind(at),
  async preview({ at }, { meetingReminding }) {
    const planned = await meetingReminding.planned(at);
    return planned.map(({ userid, to, meeting }) => ({
      userid,
      what: `会议 ${meeting.number}（${meeting.title}）${to === 'unanswered' ? '请回复' : '快到时间了'}`,
    }));
  },
});
