import type { Log } from '../log.ts';
import type { CurrentRoster } from '../roster/current-roster.ts';
import { isAnswerable } from '../wecom/answerable.ts';
import type { Incoming } from '../wecom/incoming.ts';
import type { Inbox } from './inbox.ts';
import { sayingOf } from './listen.ts';
import type { Saying } from './saying.ts';
import { strangerText } from './welcome.ts';

/** Takes a delivery of WeCom and answers it; the one door between `wecom/` and the chat. */
export type Listener = (incoming: Incoming) => Promise<string | undefined>;

export interface ListenerParts {
  readonly inbox: Inbox;
  readonly roster: CurrentRoster;
  readonly log: Log;
}

export function createListener({ inbox, roster, log }: ListenerParts): Listener {
  return async (incoming) => {
    const saying = sayingOf(incoming);
    if (saying === undefined) return undefined;
    try {
      if (await isStranger(saying)) return isAnswerable(incoming) ? strangerText(saying.from) : undefined;
      return await inbox.receive(saying, saying.from.toLowerCase());
    } catch (error) {
      log.error(
        { err: error, act: saying.act.kind },
        'a delivery could not be handled; check that Redis answers',
      );
      // WeCom repeats what is answered with an error: the only hope of somebody who tapped a card.
      if (!isAnswerable(incoming)) throw error;
      inbox.withdraw(saying, saying.from.toLowerCase());
      return busyText(saying);
    }
  };

  /** Looked up afresh before anybody is turned away, and before anything about them is stored. */
  async function isStranger({ from }: Saying): Promise<boolean> {
    if (roster.known()?.find(from) !== undefined) return false;
    return (await roster.latest()).find(from) === undefined;
  }
}

/** Nothing was stored: the member is told so, with the words to send again. */
function busyText({ act }: Saying): string {
  const words = act.kind === 'typed' ? act.text.trim() : act.kind === 'chose' ? act.line : '';
  const again = words === '' ? '。' : `：${[...words].slice(0, 40).join('')}`;
  return `系统正忙，这条没有记下。请一分钟后再发一次${again}`;
}
