import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { decide } from '../../src/wecom/error-decision.ts';
import { WecomError } from '../../src/wecom/errors.ts';

describe('an error of WeCom', () => {
  it.each([
    [-1, 'retry'],
    [45033, 'slowDown'],
    [42001, 'refreshToken'],
    [40014, 'refreshToken'],
    [41001, 'refreshToken'],
    [40001, 'refreshToken'],
    [40013, 'stop'],
    [40091, 'stop'],
    [40056, 'stop'],
    [301002, 'stop'],
    [48002, 'stop'],
    [50003, 'stop'],
    [60020, 'stop'],
    [43012, 'stop'],
    [45009, 'backOff'],
    [81013, 'dropRecipients'],
    [60111, 'dropRecipients'],
    [60011, 'dropRecipients'],
    [301021, 'dropRecipients'],
    [40032, 'split'],
    [40206, 'split'],
    [45002, 'split'],
    [40058, 'deadLetter'],
    [40033, 'deadLetter'],
    [44004, 'deadLetter'],
    [42014, 'deadLetter'],
    [42019, 'deadLetter'],
    [42051, 'deadLetter'],
    [85002, 'deadLetter'],
    [40007, 'reuploadMedia'],
    [40006, 'deadLetter'],
    [42015, 'final'],
    [42022, 'final'],
    [82102, 'final'],
    [42052, 'final'],
  ])('%i means: %s', (errcode, action) => {
    expect(decide(errcode).action).toBe(action);
  });

  it('nobody has heard of is put aside, not tried again', () => {
    expect(decide(987654).action).toBe('deadLetter');
  });

  it('has a short Chinese reason and an English remedy, always', () => {
    for (const errcode of [-1, 40001, 60020, 45009, 81013, 40032, 40058, 40007, 42022, 987654]) {
      const { reason, remedy } = decide(errcode);
      expect(reason).toMatch(/^\p{Script=Han}{2,12}$/u);
      expect(remedy).toMatch(/^[\x20-\x7e]{10,}$/);
    }
    expect(decide(81013).reason).toContain('可见范围');
    expect(decide(50003).reason).toContain('停用');
  });

  it('is a fault that tells the operator what was refused and what to do', () => {
    const error = new WecomError({
      api: 'message/send',
      errcode: 60020,
      errmsg: 'not allow to access, from ip: 1.2.3.4',
    });
    expect(error).toBeInstanceOf(Fault);
    expect(error.message).toContain('message/send: 60020 not allow to access, from ip: 1.2.3.4');
    expect(error.message).toContain('trusted IPs');
    expect(error.mayHaveArrived).toBe(false);
  });

  it('without an answer may have arrived', () => {
    expect(new WecomError({ api: 'message/send', errcode: -1, errmsg: 'HTTP 502' }).mayHaveArrived).toBe(
      true,
    );
  });
});
