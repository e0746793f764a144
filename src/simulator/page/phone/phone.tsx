import type { ListedPerson } from '../../doors/page-messages.ts';
import type { ShownMessage } from '../../state/shown-message.ts';
import type { Menu } from '../../wire/menu.ts';
import { BottomBar } from './bottom-bar.tsx';
import { MessageList } from './message-list.tsx';

/** What a newcomer may try first. */
const FIRST_WORDS = ['帮助', '学习', '签到', '我的'];

interface PhoneProps {
  readonly appName: string;
  readonly person: ListedPerson;
  readonly messages: readonly ShownMessage[] | null;
  readonly menu: Menu | null;
  readonly now: number;
  readonly notice: string | null;
  readonly act: (action: string, body: object) => void;
  readonly dismissNotice: () => void;
  readonly back: () => void;
  readonly openBench: () => void;
}

/** The selected person's phone with the app's chat open. */
export function Phone(props: PhoneProps) {
  const { appName, person, messages, menu, now, notice, act, dismissNotice, back, openBench } = props;
  const seesTheApp = person.reach === 'visible' || person.reach === 'unlicensed';

  return (
    <section class="phone" aria-label={`${person.name}的手机`}>
      <header class="phone-head">
        <button type="button" class="narrow-only" onClick={back}>
          ‹ 换人
        </button>
        <div>
          <h2>{appName}</h2>
          <p>{person.name}的手机</p>
        </div>
        <button type="button" class="narrow-only" onClick={openBench}>
          试验台
        </button>
      </header>

      {messages !== null && messages.length === 0 && (
        <div class="first-words">
          <p>您现在是{person.name}。发一句话试试：</p>
          <div>
            {FIRST_WORDS.map((word) => (
              <button type="button" key={word} onClick={() => act('text', { text: word })}>
                {word}
              </button>
            ))}
          </div>
        </div>
      )}
      <MessageList
        messages={messages ?? []}
        now={now}
        personMark={person.name.slice(0, 1)}
        botMark={appName.slice(0, 1)}
        actionsFor={(messageId) => ({
          tap: (key, choices) =>
            act('tap', { messageId, key, ...(choices === undefined ? {} : { choices }) }),
        })}
      />
      {notice !== null && (
        <p class="notice" role="alert">
          {notice}
          <button type="button" onClick={dismissNotice}>
            知道了
          </button>
        </p>
      )}
      {seesTheApp ? (
        <BottomBar menu={menu} act={act} />
      ) : (
        <p class="no-access">{person.reach === 'disabled' ? '这个账号已停用。' : '这个人看不到应用。'}</p>
      )}
    </section>
  );
}
