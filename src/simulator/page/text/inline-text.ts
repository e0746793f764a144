/** A piece of a text message: plain, or a link somebody may follow. */
export interface TextPiece {
  readonly text: string;
  readonly url?: string;
}

const LINK = /<a\s+href="([^"]*)"[^>]*>([^<]*)<\/a>|(https?:\/\/[^\s<>"，。；、）】]+)/gi;

/** Splits a text message at its links: `<a href>` and bare addresses (protocol §4.2.1). */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;

  for (const match of text.matchAll(LINK)) {
    const [whole, target, label, bare] = match;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push(linkPiece(label ?? bare ?? whole, target ?? bare));
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Only web addresses become links; anything else stays text. */
export function linkPiece(text: string, url: string | undefined): TextPiece {
  return url !== undefined && /^https?:\/\//i.test(url) ? { text, url } : { text };
}
