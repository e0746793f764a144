import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCalendarFile } from '../../src/library/calendar-file.ts';
import { readFlowFile } from '../../src/library/flow-file.ts';
import { checkInValues, readCheckInFile } from '../../src/library/check-in-file.ts';
import { meetingTypeValues, readMeetingTypesFile } from '../../src/library/meeting-types-file.ts';
import { studyFrontMatter } from '../../src/library/study-front-matter.ts';
import { usualNoticeRules } from '../../src/library/notice-rules.ts';
import { noticeRuleValues, readNoticeRulesFile } from '../../src/library/notice-rules-file.ts';
import { readSurveyFile } from '../../src/library/survey-file.ts';
import { readSendingLimitsFile, sendingLimitsValues } from '../../src/library/sending-limits-file.ts';
import { readStudyFile } from '../../src/library/study-file.ts';

const readme = await readFile('content/README.md', 'utf8');
const examples = [...readme.matchAll(/^```\n(.*?)^```$/gms)].map(([, text = '']) => text);

describe('the README for editors', () => {
  it('shows a study item that is correct as it stands', () => {
    const example = examples.find((text) => text.startsWith('---\n')) ?? '';
    expect(readStudyFile(example, 'study/02-党员/07-入党誓词.md')).toMatchObject({
      item: { id: 'K21', track: '党员', minutes: 1 },
      problems: [],
    });
  });

  it('shows a calendar that is correct as it stands', () => {
    const example = examples.find((text) => text.startsWith('notice:')) ?? '';
    expect(readCalendarFile(example, 2026)).toMatchObject({
      value: { holidays: [{ name: '元旦' }, { name: '春节' }] },
    });
  });

  it('shows a kind of meeting that is correct as it stands', () => {
    const example = examples.find((text) => text.startsWith('- code:')) ?? '';
    expect(readMeetingTypesFile(example)).toMatchObject({
      types: [{ type: { code: 'groupStudy', name: '读书会', invites: '党员', studyFirst: true } }],
      problems: [],
    });
  });

  it('shows an anonymous survey that is correct as it stands', () => {
    const example = examples.find((text) => text.startsWith('title: 机关作风满意度')) ?? '';
    expect(readSurveyFile(example, '机关作风满意度')).toMatchObject({ value: { questions: [{}, {}] } });
  });

  it('shows times of signing in that are correct as they stand', () => {
    const example = examples.find((text) => text.startsWith('opensBefore:')) ?? '';
    expect(readCheckInFile(example)).toMatchObject({ value: { opensBefore: 30, onlineCounts: false } });
  });

  it('shows rules of notices that are correct as they stand', () => {
    const example = examples.find((text) => text.startsWith('release:')) ?? '';
    expect(readNoticeRulesFile(example)).toEqual({ value: usualNoticeRules });
  });

  it('shows a flow that is correct as it stands', () => {
    const example = examples.find((text) => text.startsWith('id: visit')) ?? '';
    expect(readFlowFile(example, 'flows/20-走访.yaml')).toMatchObject({
      value: { flow: { words: ['走访'], steps: [{ name: '整改' }, { name: '核对' }] } },
    });
  });

  it('shows limits of sending that are correct as they stand', () => {
    const example = examples.find((text) => text.startsWith('accounts:')) ?? '';
    expect(readSendingLimitsFile(example)).toEqual({ value: { accounts: 2000 } });
  });

  it('explains every line of study items, kinds of meeting and times of signing in', () => {
    const explained = [...readme.matchAll(/^\| `(\w+)` \| (?:要|不一定) \|/gm)].map(([, name]) => name);
    expect(explained).toEqual([
      ...Object.keys(studyFrontMatter.shape),
      ...Object.keys(meetingTypeValues.shape),
      ...Object.keys(checkInValues.shape),
      ...Object.keys(sendingLimitsValues.shape),
      ...Object.keys(noticeRuleValues.shape),
    ]);
  });
});
