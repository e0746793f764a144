import type { CardContent } from '../../state/shown-message.ts';
import { ButtonCard } from './button-card.tsx';
import type { CardActions } from './card-parts.tsx';
import { MultipleCard } from './multiple-card.tsx';
import { NewsNotice, TextNotice } from './notice-cards.tsx';
import { VoteCard } from './vote-card.tsx';

interface TemplateCardProps {
  readonly id: string;
  readonly content: CardContent;
  readonly actions: CardActions;
}

/** Any of the five template cards. */
export function TemplateCard({ id, content: { card, replaced }, actions }: TemplateCardProps) {
  switch (card.card_type) {
    case 'text_notice':
      return <TextNotice card={card} actions={actions} />;
    case 'news_notice':
      return <NewsNotice card={card} actions={actions} />;
    case 'button_interaction':
      return <ButtonCard card={card} replaced={replaced} actions={actions} />;
    case 'vote_interaction':
      return <VoteCard id={id} card={card} replaced={replaced} actions={actions} />;
    case 'multiple_interaction':
      return <MultipleCard card={card} replaced={replaced} actions={actions} />;
  }
}
