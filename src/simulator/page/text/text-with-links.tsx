import { textPieces } from './inline-text.ts';
import { OutsideLink } from './outside-link.tsx';

/** A text message: line breaks as they are, links to follow. */
export function TextWithLinks({ text }: { readonly text: string }) {
  return (
    <p class="plain-text">
      {textPieces(text).map(({ text: piece, url }, index) =>
        url === undefined ? (
          piece
        ) : (
          <OutsideLink key={index} url={url}>
            {piece}
          </OutsideLink>
        ),
      )}
    </p>
  );
}
