import type { Node } from '@takumi-rs/core';

/** CSS as the renderer knows it; numbers are pixels. */
export type Style = Readonly<Record<string, string | number>>;

export function row(style: Style, ...children: readonly Node[]): Node {
  return box({ flexDirection: 'row', ...style }, children);
}

export function column(style: Style, ...children: readonly Node[]): Node {
  return box({ flexDirection: 'column', ...style }, children);
}

/** Text on one line; what finds no room ends in `…`. */
export function line(text: string, style: Style): Node {
  return { type: 'text', text, style: { ...cut, whiteSpace: 'nowrap', minWidth: 0, ...style } };
}

/** Text on one or two lines; what finds no room ends in `…`. */
export function lines(text: string, style: Style): Node {
  return { type: 'text', text, style: { ...cut, lineClamp: 2, ...style } };
}

const cut: Style = { overflow: 'hidden', textOverflow: 'ellipsis' };

function box(style: Style, children: readonly Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children: [...children] };
}
