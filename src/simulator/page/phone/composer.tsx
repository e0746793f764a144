import { useState } from 'preact/hooks';

const SAMPLES = [
  ['image', '图片'],
  ['voice', '语音'],
  ['video', '视频'],
  ['location', '位置'],
  ['link', '链接'],
  ['file', '文件'],
] as const;

interface ComposerProps {
  readonly act: (action: string, body: object) => void;
}

/** Where one types; the plus offers ready-made pictures, places and so on, and to pick a file. */
export function Composer({ act }: ComposerProps) {
  const [text, setText] = useState('');
  const [showsSamples, showSamples] = useState(false);

  function send(): void {
    if (text.trim() === '') return;
    act('text', { text });
    setText('');
  }

  function sendSample(kind: string): void {
    showSamples(false);
    act('sample', { kind });
  }

  function sendFile(file: File | undefined): void {
    showSamples(false);
    if (file !== undefined) act(`file?name=${encodeURIComponent(file.name)}`, file);
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {showsSamples && (
        <div class="samples">
          {SAMPLES.map(([kind, label]) => (
            <button type="button" key={kind} onClick={() => sendSample(kind)}>
              {label}
            </button>
          ))}
          <label class="own-file">
            自己的文件
            <input type="file" onChange={(event) => sendFile(event.currentTarget.files?.[0])} />
          </label>
        </div>
      )}
      <textarea
        rows={1}
        value={text}
        aria-label="输入消息"
        placeholder="输入消息"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter sends, except while an input method is still composing a word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button
        type="button"
        class="plus"
        aria-label="发送其他内容"
        aria-expanded={showsSamples}
        onClick={() => showSamples(!showsSamples)}
      >
        ＋
      </button>
      <button type="submit" class="send">
        发送
      </button>
    </form>
  );
}
