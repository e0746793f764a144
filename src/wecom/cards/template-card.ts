import type { buttonCard } from './button-card.ts';
import type { newsNotice } from './news-notice.ts';
import type { selectionCard } from './selection-card.ts';
import type { textNotice } from './text-notice.ts';
import type { voteCard } from './vote-card.ts';

/** A card in WeCom's form. Only the five builders make one, so each keeps the limits of protocol §4.3. */
export type TemplateCard =
  | ReturnType<typeof textNotice>
  | ReturnType<typeof newsNotice>
  | ReturnType<typeof buttonCard>
  | ReturnType<typeof voteCard>
  | ReturnType<typeof selectionCard>;
