import { useEffect, useState } from 'preact/hooks';

import { TestBench } from './bench/test-bench.tsx';
import { useLivePage } from './live/use-live-page.ts';
import { PeopleList } from './people-list.tsx';
import { Phone } from './phone/phone.tsx';
import { clockTime, dayAndWeekday } from './text/spoken-time.ts';

/** On a narrow screen one of these at a time; on a wide one all three side by side. */
type View = 'people' | 'phone' | 'bench';

/** The whole page: people, the phone of one of them, and the test bench. */
export function App() {
  const { state, select, act, control, dismissNotice } = useLivePage();
  const { chat, control: controlState, selected } = state;
  const [view, setView] = useState<View>('people');
  const now = useRunningTime(controlState?.now ?? 0, state.controlAt);

  if (chat === null || controlState === null) {
    return <p class="loading">{state.connected ? '正在打开…' : '连不上模拟器，正在重试…'}</p>;
  }

  const person = chat.people.find(({ userid }) => userid === selected);
  const violationCount = controlState.violationCount;

  return (
    <div class={`page view-${view}`}>
      <header class="top">
        <h1>
          {chat.appName}
          <small>试用</small>
        </h1>
        <p>选一个人，像在手机上一样发消息、点按钮。</p>
        {!state.connected && <p class="offline">连接断了，正在重试…</p>}
        <p class="top-clock">
          {dayAndWeekday(now)} {clockTime(now)}
        </p>
        <button type="button" class="narrow-only" onClick={() => setView('bench')}>
          试验台
          {violationCount > 0 && <span class="badge bad">{violationCount}</span>}
        </button>
      </header>

      <PeopleList
        people={chat.people}
        selected={selected}
        unread={state.unread}
        select={(userid) => {
          select(userid);
          setView('phone');
        }}
      />

      <main class="stage">
        {person === undefined ? (
          <Invitation />
        ) : (
          <Phone
            key={person.userid}
            appName={chat.appName}
            person={person}
            messages={state.messages}
            menu={chat.menu}
            now={now}
            notice={state.notice}
            act={act}
            dismissNotice={dismissNotice}
            back={() => setView('people')}
            openBench={() => setView('bench')}
          />
        )}
      </main>

      <TestBench
        state={controlState}
        now={now}
        person={person}
        transcript={state.transcript}
        control={control}
        back={() => setView(person === undefined ? 'people' : 'phone')}
      />
    </div>
  );
}

/** What a newcomer reads before choosing anybody. */
function Invitation() {
  return (
    <div class="invitation">
      <h2>三步就会用</h2>
      <ol>
        <li>一、在左边的名单里选一个人。</li>
        <li>二、像在手机上一样发消息、点按钮。</li>
        <li>三、在右边拨动时钟，看明天早上会收到什么。</li>
      </ol>
    </div>
  );
}

/** The simulator's time, running on in the browser between two looks at it. */
function useRunningTime(now: number, lookedAt: number): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + (Date.now() - lookedAt);
}
