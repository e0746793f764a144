import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDuties } from '../../src/doctor/checks/duties.ts';
import { readDutyPresetFile } from '../../src/library/duty-preset-file.ts';
import { readRuleFile } from '../../src/library/duty-rule-file.ts';
import { dutiesInForce } from '../../src/library/duty-standard.ts';
import { ruleValues } from '../../src/library/duty-values.ts';
import { paceWords } from '../../src/library/duty-words.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);

describe('the shipped duties', () => {
  it('hold the national numbers, and invent none where the rule gives none', async () => {
    const { library, problems: found } = await loadLibrary('content');
    expect(found).toEqual([]);
    const shipped = Object.fromEntries(
      dutiesInForce(library.duties, today).map(({ rule: one }) => [one.code, paceWords(one)]),
    );
    // Domain §1 and §13, the rows that are marked V.
    expect(shipped).toMatchObject({
      memberAssembly: '每季度 1 次',
      committeeMeeting: '每月 1 次',
      groupMeeting: '每月 1 次',
      partyDay: '每月 1 次',
      partyLecture: '没有写次数',
      leaderLecture: '每年 1 次',
      orgLifeMeeting: '每年 1 次',
      democraticAppraisal: '每年 1 次',
      heartTalk: '每年 1 次',
      careTalk: '没有写次数',
      branchSecretaryReport: '每年 1 次',
      secretaryTraining: '每年 1 次',
      memberTraining: '每年 1 次',
      duesPay: '每月 1 次',
      duesPublish: '每年 1 次',
      activistReview: '每半年 1 次',
      probationReview: '没有写次数',
      branchElection: '每届 3 年，提前 6 个月',
      overseasContact: '每半年 1 次',
      mobileContact: '没有写次数',
      attendanceBrief: '没有写次数',
      selectionOpinion: '没有写次数',
      cadreAssembly: '每年 1 次',
      committeeElection: '每届 5 年，提前 6 个月',
      generalBranchElection: '每届 3 年，提前 6 个月',
      activistAnalysis: '每年 1 次',
      rotationTraining: '每年 1 次',
      ideologyWorkReport: '没有写次数',
      eduMgmtReport: '每年 1 次',
      committeeSecretaryReport: '每年 1 次',
      duesReport: '没有写次数',
      groupStudyPartyWork: '没有写次数',
      annualBriefing: '每年 1 次',
      contactPoint: '没有写次数',
      workCommitteeReport: '每年 1 次',
      standingCommitteeHears: '每年 1 次',
      supervision: '没有写次数',
    });
    expect(Object.keys(shipped)).not.toContain('theoryTest');
  });

  it('give the two clocks without a national number as what they are: a default', async () => {
    const { library } = await loadLibrary('content');
    const clocks = dutiesInForce(library.duties, today).filter(({ numberFrom }) => numberFrom !== undefined);
    expect(
      clocks.map(({ rule: one, numberFrom }) => [one.code, paceWords(one), numberFrom?.preset.name]),
    ).toEqual([
      ['newSecretaryTraining', '6 个月内', '助手默认期限'],
      ['secretaryVacancy', '3 个月内', '助手默认期限'],
    ]);
    const without = dutiesInForce({ ...library.duties, presets: [] }, today);
    expect(
      without.filter(({ rule: { code } }) => ['newSecretaryTraining', 'secretaryVacancy'].includes(code)),
    ).toMatchObject([{ rule: { strength: '应当' } }, { rule: { strength: '及时' } }]);
  });

  // Domain §13.
  it.each([
    [
      'jiaozuo2020',
      {
        theoryTest: '每季度 1 次',
        studyInspection: '每半年 1 次',
        ruleInspection: '每半年 1 次',
        lectureHall: '每季度 1 次',
        groupStudyPartyWork: '每季度 1 次',
        contactPoint: '每年 2 次',
        starReview: '每年 1 次',
        pioneerSystemReview: '每年 1 次',
        staffRotation: '每 3 年 1 次',
        newSecretaryTraining: '6 个月内',
        memberCoverage: '每 5 年 1 次',
        disciplineCheck: '每周 1 次',
        disciplineBrief: '每月 1 次',
      },
    ],
    [
      'wuxing',
      { partyDay: '每月 1 次', standingCommitteeHears: '每年 1 次', annualReportToCity: '每年 1 次' },
    ],
    ['yueyang2020', { researchArticle: '每年 1 次', bigTest: '没有写次数' }],
    [
      'danyang2020',
      {
        groupStudy: '每月 1 次',
        partyWorkReview: '每季度 1 次',
        leadingGroupHears: '每半年 1 次',
        ideologyStudy: '每年 2 次',
        leaderLecture: '每年 1 次',
        dutyList: '每年 1 次',
        annualBriefing: '每年 1 次',
        secretaryVacancy: '3 个月内',
      },
    ],
    ['yunpingtai', { lectureHall: '每月 1 次', quarterThoughtAnalysis: '每季度 1 次' }],
  ])('hold the numbers of the source document in the preset %s', async (id, expected) => {
    const { library } = await loadLibrary('content');
    const read = readDutyPresetFile(await readFile(`content/duties/presets/${id}.yaml`, 'utf8'), id);
    if (read.problems !== undefined) throw new Error(JSON.stringify(read.problems));
    const inForce = dutiesInForce({ ...library.duties, presets: [read.value.preset] }, today);
    const shown = Object.fromEntries(inForce.map(({ rule: one }) => [one.code, paceWords(one)]));
    expect(shown).toMatchObject(expected);
  });
});

describe('the doctor on the shipped duties', () => {
  it('tells how many hold and by which local rules', async () => {
    const { library } = await loadLibrary('content');
    expect(checkDuties(library, today)).toEqual({
      subject: '义务规则',
      state: 'well',
      text: expect.stringMatching(/^\d+ 项，地方规定用了助手默认期限。$/u) as string,
    });
  });
});

describe('the README for editors', () => {
  it('shows rules and a preset that are correct as they stand, and explains every line', async () => {
    const readme = await readFile('content/README.md', 'utf8');
    const [, section = ''] = /^## 义务\n(.*?)^## /msu.exec(readme) ?? [];
    const examples = [...section.matchAll(/^```\n(.*?)^```$/gms)].map(([, text = '']) => text);
    const shown = readRuleFile(examples.find((text) => text.startsWith('- code:')) ?? '', 'duties/01.yaml');
    expect(shown.problems).toEqual([]);
    expect(shown.rules.map((one) => one.rule.code)).toEqual(['partyDay', 'orgLifeMeeting']);
    expect(
      readDutyPresetFile(examples.find((text) => text.startsWith('name:')) ?? '', 'city2027'),
    ).toMatchObject({ value: { preset: { basedOn: ['danyang2020'] } } });
    const explained = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(new Set(explained)).toEqual(new Set(Object.keys(ruleValues.shape)));
  });
});
