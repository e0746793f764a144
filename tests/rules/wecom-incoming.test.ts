import { describe, expect, it } from 'vitest';
import { isAnswerable } from '../../src/wecom/answerable.ts';
import { parseDocument } from '../../src/wecom/document.ts';
import { otherEventNames, type Incoming, type UnknownIncoming } from '../../src/wecom/incoming.ts';
import { readIncoming } from '../../src/wecom/read-incoming.ts';

const head =
  '<ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName><![CDATA[Lin.xt]]></FromUserName><CreateTime>1700000000</CreateTime>';

function read(xml: string): Incoming | UnknownIncoming {
  const document = parseDocument(xml);
  if (document === undefined) throw new Error('the test has no document');
  return readIncoming(document, xml);
}

function message(type: string, rest: string): string {
  return `<xml>${head}<MsgType><![CDATA[${type}]]></MsgType>${rest}<MsgId>7301234567890123456</MsgId><AgentID>1000002</AgentID></xml>`;
}

function event(name: string, rest = ''): string {
  return `<xml>${head}<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event>${rest}<AgentID>1000002</AgentID></xml>`;
}

const delivery = {
  identity: 'm1000002-7301234567890123456',
  from: 'Lin.xt',
  createdAt: 1_700_000_000_000,
  agentId: 1000002,
};

describe('a message', () => {
  it.each([
    ['text', '<Content><![CDATA[签到]]></Content>', { kind: 'text', content: '签到' }],
    ['text', '<Content><![CDATA[]]></Content>', { kind: 'text', content: '' }],
    ['image', '<PicUrl>https://p</PicUrl><MediaId>M</MediaId>', { kind: 'image', mediaId: 'M' }],
    ['voice', '<MediaId>M</MediaId><Format>amr</Format>', { kind: 'voice', mediaId: 'M' }],
    ['video', '<MediaId>M</MediaId><ThumbMediaId>T</ThumbMediaId>', { kind: 'video', mediaId: 'M' }],
    [
      'location',
      '<Location_X>23.134</Location_X><Location_Y>-113.358</Location_Y><Scale>20</Scale><Label>会议室</Label>',
      { kind: 'location', latitude: 23.134, longitude: -113.358, label: '会议室' },
    ],
    ['link', '<Title>条例</Title><Url>https://a</Url>', { kind: 'link', title: '条例', url: 'https://a' }],
    ['file', '<FileName>a.pdf</FileName><MediaId>M</MediaId>', { kind: 'file', mediaId: 'M', name: 'a.pdf' }],
    ['file', '<Title>a.pdf</Title>', { kind: 'file', mediaId: undefined }],
  ])('of type %s with %s is read', (type, rest, expected) => {
    expect(read(message(type, rest))).toEqual({ ...delivery, ...expected });
  });

  it('keeps its id as text, since it is larger than numbers are exact', () => {
    const xml = message('text', '<Content>1</Content>').replace('7301234567890123456', '4561255354251345929');
    expect(read(xml)).toMatchObject({ identity: 'm1000002-4561255354251345929' });
  });

  it('has the same identity when it is repeated with other content', () => {
    const [first, second] = ['1', '2'].map((content) =>
      read(message('text', `<Content>${content}</Content>`)),
    );
    expect(second).toMatchObject({ identity: first && 'identity' in first && first.identity });
  });

  it('without an id is told from others by its whole text', () => {
    const withoutId = message('text', '<Content>1</Content>').replace(/<MsgId>.*<\/MsgId>/, '');
    const other = withoutId.replace('<Content>1', '<Content>2');
    expect(read(withoutId)).toMatchObject({
      identity: expect.stringMatching(/^e1000002-[\w-]{22}$/) as unknown,
    });
    expect(read(withoutId)).toEqual(read(withoutId));
    expect(read(withoutId)).not.toMatchObject({ identity: (read(other) as Incoming).identity });
  });
});

describe('an event', () => {
  it.each([
    ['enter_agent', '<EventKey></EventKey>', { kind: 'enterAgent' }],
    ['subscribe', '', { kind: 'subscribe' }],
    ['unsubscribe', '', { kind: 'unsubscribe' }],
    ['click', '<EventKey>学习</EventKey>', { kind: 'click', key: '学习' }],
    ['CLICK', '<EventKey>学习</EventKey>', { kind: 'click', key: '学习' }],
    ['view', '<EventKey>https://a</EventKey>', { kind: 'view', url: 'https://a' }],
    [
      'LOCATION',
      '<Latitude>23.1</Latitude><Longitude>113.3</Longitude><Precision>65</Precision>',
      { kind: 'position', latitude: 23.1, longitude: 113.3 },
    ],
    [
      'location',
      '<Latitude>-1</Latitude><Longitude>2</Longitude>',
      { kind: 'position', latitude: -1, longitude: 2 },
    ],
    [
      'template_card_menu_event',
      '<EventKey>mute</EventKey><TaskId>t-1</TaskId><CardType>text_notice</CardType><ResponseCode>r</ResponseCode>',
      { kind: 'cardMenuTap', key: 'mute', taskId: 't-1', cardType: 'text_notice', responseCode: 'r' },
    ],
  ])('of type %s with %s is read', (name, rest, expected) => {
    expect(read(event(name, rest))).toEqual({
      ...delivery,
      identity: expect.stringMatching(/^e1000002-[\w-]{22}$/) as unknown,
      ...expected,
    });
  });

  it('of a card brings every selection, as lists always', () => {
    const selected = (items: string): string =>
      event(
        'template_card_event',
        `<EventKey>submit</EventKey><TaskId>t-1</TaskId><CardType>multiple_interaction</CardType><ResponseCode>r</ResponseCode>${items}`,
      );
    const item = (question: string, ...options: string[]): string =>
      `<SelectedItem><QuestionKey>${question}</QuestionKey><OptionIds>${options.map((id) => `<OptionId><![CDATA[${id}]]></OptionId>`).join('')}</OptionIds></SelectedItem>`;

    expect(
      read(selected(`<SelectedItems>\n${item('day', 'mon')}\n${item('dish', 'a', 'b')}\n</SelectedItems>`)),
    ).toMatchObject({
      kind: 'cardTap',
      key: 'submit',
      taskId: 't-1',
      cardType: 'multiple_interaction',
      responseCode: 'r',
      selections: [
        { question: 'day', options: ['mon'] },
        { question: 'dish', options: ['a', 'b'] },
      ],
    });
    expect(read(selected(`<SelectedItems>${item('day')}</SelectedItems>`))).toMatchObject({
      selections: [{ question: 'day', options: [] }],
    });
    expect(read(selected('<SelectedItems></SelectedItems>'))).toMatchObject({ selections: [] });
    expect(read(selected(''))).toMatchObject({ selections: [] });
  });

  it('differs from the same tap a moment later by its response code', () => {
    const tap = (code: string): Incoming =>
      read(
        event('template_card_event', `<EventKey>k</EventKey><ResponseCode>${code}</ResponseCode>`),
      ) as Incoming;
    expect(tap('a').identity).not.toBe(tap('b').identity);
    expect(tap('a').identity).toBe(tap('a').identity);
  });

  it.each(otherEventNames)('%s is taken note of', (name) => {
    expect(read(event(name.toUpperCase()))).toMatchObject({ kind: 'otherEvent', event: name });
  });

  it('keeps all texts of what is only taken note of', () => {
    const other = read(
      event(
        'batch_job_result',
        '<BatchJob><JobId>j</JobId><JobType>sync_user</JobType><ErrCode>0</ErrCode></BatchJob>',
      ),
    );
    expect(other.kind === 'otherEvent' && other.fields.get('BatchJob/JobId')).toEqual(['j']);
  });

  it('of WeCom itself names no app', () => {
    const xml =
      '<xml><FromUserName>sys</FromUserName><CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>change_contact</Event><ChangeType>create_user</ChangeType></xml>';
    expect(read(xml)).toMatchObject({
      from: 'sys',
      agentId: undefined,
      identity: expect.stringMatching(/^e-/) as unknown,
    });
    expect(read(xml.replace('</xml>', '<AgentID></AgentID></xml>'))).toMatchObject({ agentId: undefined });
  });

  it('of a legacy task card spells the app differently', () => {
    const xml = event('taskcard_click', '<EventKey>k</EventKey><TaskId>t</TaskId>').replaceAll(
      'AgentID',
      'AgentId',
    );
    expect(read(xml)).toMatchObject({ agentId: 1000002 });
  });
});

describe('what nobody knows', () => {
  it.each([
    ['a type nobody documents', message('hologram', ''), 'hologram'],
    ['an event nobody documents', event('brainwave'), 'event/brainwave'],
    ['an event without a name', event(''), 'event/'],
    ['a text without content', message('text', ''), 'text'],
    ['a click without a key', event('click'), 'event/click'],
    [
      'a place without numbers',
      message('location', '<Location_X>north</Location_X><Location_Y>1</Location_Y>'),
      'location',
    ],
    ['no sender', message('text', '<Content>1</Content>').replace('Lin.xt', ''), 'text'],
    [
      'a sender that could not be one',
      message('text', '<Content>1</Content>').replace('Lin.xt', 'a|b'),
      'text',
    ],
    ['a time that is none', message('text', '<Content>1</Content>').replace('1700000000', 'now'), 'text'],
    [
      'a message id that is none',
      message('text', '<Content>1</Content>').replace('7301234567890123456', '1e9'),
      'text',
    ],
    ['an app that is none', message('text', '<Content>1</Content>').replace('1000002', 'x'), 'text'],
    ['another kind of document', '<xml><A>1</A></xml>', ''],
    ['names of the language', '<xml><__proto__>1</__proto__><constructor>1</constructor></xml>', ''],
  ])('%s is unknown, with its type for the log', (_, xml, type) => {
    expect(read(xml)).toEqual({ kind: 'unknown', type });
  });

  it('has a type of at most 80 characters', () => {
    expect(read(message('x'.repeat(1000), ''))).toEqual({ kind: 'unknown', type: 'x'.repeat(80) });
  });
});

describe('a passive reply', () => {
  it.each(['enter_agent', 'subscribe', 'scancode_waitmsg', 'view_miniprogram', 'LOCATION'])(
    'is shown to %s',
    (name) => {
      const rest = '<Latitude>1</Latitude><Longitude>1</Longitude>';
      expect(isAnswerable(read(event(name, rest)) as Incoming)).toBe(true);
    },
  );

  it.each(['template_card_event', 'unsubscribe', 'scancode_push', 'batch_job_result'])(
    'is not shown to %s',
    (name) => {
      expect(isAnswerable(read(event(name, '<EventKey>k</EventKey>')) as Incoming)).toBe(false);
    },
  );

  it('is shown to messages', () => {
    expect(isAnswerable(read(message('text', '<Content>1</Content>')) as Incoming)).toBe(true);
    expect(isAnswerable(read(message('image', '<MediaId>1</MediaId>')) as Incoming)).toBe(true);
  });
});
