import type { ShownMessage } from '../../state/shown-message.ts';
import type { ChatState, ControlState, DeliveryNote, TranscriptPage } from '../../doors/page-messages.ts';

/** The page's own server refused or could not be reached; the message is for the visitor. */
class DoorError extends Error {
  override readonly name = 'DoorError';
}

export function fetchChatState(): Promise<ChatState> {
  return ask('/chat/state');
}

export function fetchControlState(): Promise<ControlState> {
  return ask('/control/state');
}

export function fetchTranscript(): Promise<TranscriptPage> {
  return ask('/control/transcript');
}

export function fetchMessages(userid: string): Promise<readonly ShownMessage[]> {
  return ask(`/chat/people/${encodeURIComponent(userid)}/messages`);
}

/** Something a person does: `open`, `text`, `sample`, `tap`, `menu`, or `file?name=…` with the file itself. */
export function act(userid: string, action: string, body: object): Promise<DeliveryNote> {
  return ask(`/chat/people/${encodeURIComponent(userid)}/${action}`, body);
}

/** Something done at the test bench, by its path below `control/`. */
export async function control(path: string, body: object = {}): Promise<void> {
  await ask(`/control/${path}`, body);
}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : posted(body));
  } catch {
    throw new DoorError('连不上模拟器，请看看它是否还在运行。');
  }

  if (!response.ok) throw new DoorError(`没有做成：${await reasonOf(response)}`);
  // The page and its server are one program and share these types.
  return (await response.json()) as Answer;
}

function posted(body: object): RequestInit {
  if (body instanceof Blob) {
    return { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body };
  }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error);
  } catch {
    // Not from our server; its status says enough.
  }
  return `HTTP ${response.status}`;
}
