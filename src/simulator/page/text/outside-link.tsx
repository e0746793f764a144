import type { ComponentChildren } from 'preact';

interface OutsideLinkProps {
  readonly url: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link out of the chat, in a window of its own; what is not a web address stays text. */
export function OutsideLink({ url, class: className, children }: OutsideLinkProps) {
  if (!/^https?:\/\//i.test(url)) return <span class={className}>{children}</span>;
  return (
    <a class={className} href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
