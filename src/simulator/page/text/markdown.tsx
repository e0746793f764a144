import { OutsideLink } from './outside-link.tsx';
import { parseMarkdown } from './parse-markdown.ts';
import type { MarkdownLine, MarkdownRun } from './parse-markdown.ts';

/** An application Markdown message as WeCom shows it. */
export function Markdown({ markdown }: { readonly markdown: string }) {
  return (
    <div class="markdown">
      {parseMarkdown(markdown).map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

function Line({ line: { kind, level, runs } }: { readonly line: MarkdownLine }) {
  const content = runs.map((run, index) => <Run key={index} run={run} />);

  switch (kind) {
    case 'heading':
      return <p class={`heading heading-${level}`}>{content}</p>;
    case 'quote':
      return <blockquote>{content}</blockquote>;
    case 'paragraph':
      return <p>{runs.length === 0 ? '\u00A0' : content}</p>;
  }
}

function Run({ run: { text, bold, code, colour, url } }: { readonly run: MarkdownRun }) {
  if (url !== undefined) return <OutsideLink url={url}>{text}</OutsideLink>;

  const className = [bold && 'bold', colour !== undefined && `font-${colour}`].filter(Boolean).join(' ');
  if (code) return <code class={className}>{text}</code>;
  return className === '' ? <>{text}</> : <span class={className}>{text}</span>;
}
