import type { ListedPerson } from '../../doors/page-messages.ts';
import type { ApiFault, PlannedFault } from '../../state/planned-faults.ts';

const SEND = 'message/send';

interface FaultChoice {
  readonly label: string;
  readonly fault: ApiFault;
}

const FAULTS: readonly FaultChoice[] = [
  { label: '系统繁忙', fault: { kind: 'errcode', errcode: -1, errmsg: 'system busy' } },
  { label: '发得太快', fault: { kind: 'errcode', errcode: 45009, errmsg: 'api freq out of limit' } },
  { label: '服务器出错', fault: { kind: 'http500' } },
  { label: '连接中断', fault: { kind: 'reset' } },
  { label: '发出但没回音', fault: { kind: 'lostAnswer' } },
];

const REACHES = [
  ['visible', '正常'],
  ['invisible', '不在可见范围'],
  ['disabled', '账号停用'],
  ['unlicensed', '没有接口许可'],
] as const;

interface FaultPanelProps {
  readonly planned: readonly PlannedFault[];
  readonly person: ListedPerson | undefined;
  readonly control: (path: string, body?: object) => void;
}

/** What can be made to go wrong. */
export function FaultPanel({ planned, person, control }: FaultPanelProps) {
  const failNext = (fault: ApiFault): void => control('failures', { api: SEND, fault, times: 1 });

  return (
    <section class="panel" aria-label="制造故障">
      <h3>制造故障</h3>
      <p class="hint">让下一次发送失败：</p>
      <div class="buttons">
        {FAULTS.map(({ label, fault }) => (
          <button type="button" key={label} onClick={() => failNext(fault)}>
            {label}
          </button>
        ))}
        {person !== undefined && (
          <button type="button" onClick={() => failNext({ kind: 'invalidUsers', userids: [person.userid] })}>
            {person.name}收不到
          </button>
        )}
      </div>
      {planned.length > 0 && (
        <p class="planned" role="status">
          已安排：{planned.map(({ fault }) => labelOf(fault)).join('、')}
          <button type="button" onClick={() => control('failures/forget')}>
            取消
          </button>
        </p>
      )}
      <div class="buttons">
        <button type="button" onClick={() => control('token/expire', { code: 42001 })}>
          让令牌过期
        </button>
        <button type="button" onClick={() => control('redeliver', { times: 1, parallel: false })}>
          重复投递上一条
        </button>
        <button type="button" onClick={() => control('redeliver', { times: 20, parallel: true })}>
          同时重复 20 次
        </button>
      </div>
      {person !== undefined && (
        <label class="reach">
          {person.name}的账号
          <select
            value={person.reach}
            onChange={(event) =>
              control(`people/${encodeURIComponent(person.userid)}/reach`, {
                reach: event.currentTarget.value,
              })
            }
          >
            {REACHES.map(([reach, label]) => (
              <option key={reach} value={reach}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}

function labelOf(fault: ApiFault): string {
  if (fault.kind === 'invalidUsers') return '有人收不到';
  if (fault.kind === 'timeoutAfterAccept') return '发出但没回音';
  const same = FAULTS.find((choice) => JSON.stringify(choice.fault) === JSON.stringify(fault));
  return same?.label ?? (fault.kind === 'errcode' ? `错误 ${fault.errcode}` : fault.kind);
}
