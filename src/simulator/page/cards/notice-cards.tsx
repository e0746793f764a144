import type { CardOf } from '../../wire/template-card.ts';
import { OutsideLink } from '../text/outside-link.tsx';
import { CardHead, CardTitle, Jumps, Quote, Rows, VerticalRows } from './card-parts.tsx';
import type { CardActions } from './card-parts.tsx';

interface TextNoticeProps {
  readonly card: CardOf<'text_notice'>;
  readonly actions: CardActions;
}

export function TextNotice({ card, actions }: TextNoticeProps) {
  const { emphasis_content: emphasis } = card;

  return (
    <article class="card">
      <CardHead source={card.source} menu={card.action_menu} actions={actions} />
      <CardTitle title={card.main_title} action={card.card_action} />
      {emphasis && (
        <div class="card-emphasis">
          <p>{emphasis.title}</p>
          {emphasis.desc && <p class="card-description">{emphasis.desc}</p>}
        </div>
      )}
      <Quote quote={card.quote_area} />
      {card.sub_title_text && <p class="card-text">{card.sub_title_text}</p>}
      <Rows rows={card.horizontal_content_list} />
      <Jumps jumps={card.jump_list} />
    </article>
  );
}

interface NewsNoticeProps {
  readonly card: CardOf<'news_notice'>;
  readonly actions: CardActions;
}

export function NewsNotice({ card, actions }: NewsNoticeProps) {
  const { image_text_area: area } = card;

  return (
    <article class="card">
      <CardHead source={card.source} menu={card.action_menu} actions={actions} />
      <CardTitle title={card.main_title} action={card.card_action} />
      {card.card_image && <div class="card-picture" role="img" aria-label="配图" />}
      {area && (
        <div class="card-image-text">
          <div class="card-thumbnail" role="img" aria-label="配图" />
          <div>
            <p class="card-vertical-title">
              {area.type === 1 && area.url ? (
                <OutsideLink url={area.url}>{area.title}</OutsideLink>
              ) : (
                area.title
              )}
            </p>
            {area.desc && <p>{area.desc}</p>}
          </div>
        </div>
      )}
      <Quote quote={card.quote_area} />
      <VerticalRows rows={card.vertical_content_list} />
      <Rows rows={card.horizontal_content_list} />
      <Jumps jumps={card.jump_list} />
    </article>
  );
}
