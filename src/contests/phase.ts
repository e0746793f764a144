/** How far a contest has come. Everything that people do to it holds only while its phase stays the same. */
export type Phase =
  /** People join a room; the window of a challenge has not begun. */
  | { readonly kind: 'waiting' }
  /** A challenge can be answered. */
  | { readonly kind: 'running' }
  /** A room's question, 1 for the first, can be answered before `deadline`. */
  | { readonly kind: 'asking'; readonly place: number; readonly deadline: number }
  /** Its answer is out, and at `nextAt` the next question or the result comes. `place` 0: before the first. */
  | { readonly kind: 'explained'; readonly place: number; readonly nextAt: number }
  /** Somebody ended it; what is left is to add up and to tell. */
  | { readonly kind: 'ending' }
  | { readonly kind: 'ended' };

/*
 * As it is stored: the kind, and for the two in the middle of a room the place and the instant (in
 * milliseconds since the epoch, base 36): `asking 3 mi8bqxyz`.
 */
export function phaseText(phase: Phase): string {
  switch (phase.kind) {
    case 'asking':
      return `asking ${phase.place} ${phase.deadline.toString(36)}`;
    case 'explained':
      return `explained ${phase.place} ${phase.nextAt.toString(36)}`;
    default:
      return phase.kind;
  }
}

/** `undefined` for what cannot be read. */
export function readPhase(text: string): Phase | undefined {
  const [kind = '', placeText = '', instantText = ''] = text.split(' ');
  switch (kind) {
    case 'waiting':
    case 'running':
    case 'ending':
    case 'ended':
      return { kind };
    case 'asking':
    case 'explained': {
      const place = Number(placeText);
      const instant = Number.parseInt(instantText, 36);
      if (!Number.isSafeInteger(place) || !Number.isSafeInteger(instant)) return undefined;
      return kind === 'asking' ? { kind, place, deadline: instant } : { kind, place, nextAt: instant };
    }
    default:
      return undefined;
  }
}

/** Nothing can be answered or joined any more. */
export function isOver({ kind }: Phase): boolean {
  return kind === 'ending' || kind === 'ended';
}
