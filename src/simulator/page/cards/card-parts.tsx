import type { CardOf } from '../../wire/template-card.ts';
import { OutsideLink } from '../text/outside-link.tsx';

type TextNotice = CardOf<'text_notice'>;
type NewsNotice = CardOf<'news_notice'>;

/** What a card's buttons and menu do; `choices` are option ids by question key. */
export interface CardActions {
  readonly tap: (key: string, choices?: Readonly<Record<string, readonly string[]>>) => void;
}

interface CardHeadProps {
  readonly source: TextNotice['source'];
  readonly menu?: TextNotice['action_menu'];
  readonly actions: CardActions;
}

/** Where the card comes from, and its menu at the top right. */
export function CardHead({ source, menu, actions }: CardHeadProps) {
  if (!source?.desc && menu === undefined) return null;
  return (
    <div class="card-head">
      <span class={`card-source colour-${source?.desc_color ?? 0}`}>{source?.desc}</span>
      {menu !== undefined && (
        <details class="card-menu">
          <summary aria-label={menu.desc || '更多操作'}>⋯</summary>
          <div class="card-menu-list">
            {menu.desc && <p>{menu.desc}</p>}
            {(menu.action_list ?? []).map(({ text, key = '' }) => (
              <button
                type="button"
                key={key}
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  actions.tap(key);
                }}
              >
                {text}
              </button>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

interface CardTitleProps {
  readonly title: TextNotice['main_title'];
  /** Where the whole card leads, if it does. */
  readonly action?: TextNotice['card_action'];
}

export function CardTitle({ title, action }: CardTitleProps) {
  if (!title?.title && !title?.desc) return null;
  const heading = title.title ?? '';

  return (
    <div class="card-title">
      {heading !== '' && (
        <p class="card-main-title">
          {action?.type === 1 && action.url ? <OutsideLink url={action.url}>{heading}</OutsideLink> : heading}
        </p>
      )}
      {title.desc && <p class="card-description">{title.desc}</p>}
    </div>
  );
}

export function Quote({ quote }: { readonly quote: TextNotice['quote_area'] }) {
  if (!quote?.title && !quote?.quote_text) return null;
  return (
    <blockquote class="card-quote">
      {quote.title && (
        <p class="card-quote-title">
          {quote.type === 1 && quote.url ? (
            <OutsideLink url={quote.url}>{quote.title}</OutsideLink>
          ) : (
            quote.title
          )}
        </p>
      )}
      {quote.quote_text && <p>{quote.quote_text}</p>}
    </blockquote>
  );
}

/** Rows of a name and a value; a value may be a link, a file or a member. */
export function Rows({ rows = [] }: { readonly rows: TextNotice['horizontal_content_list'] }) {
  if (rows.length === 0) return null;
  return (
    <dl class="card-rows">
      {rows.map(({ keyname, value = '', type, url = '', media_id: media = '', userid = '' }, index) => (
        <div key={index}>
          <dt>{keyname}</dt>
          <dd>
            {type === 1 && <OutsideLink url={url}>{value || url}</OutsideLink>}
            {type === 2 && <a href={`/chat/media/${encodeURIComponent(media)}`}>{value || '附件'}</a>}
            {type === 3 && <span class="card-member">{value || userid}</span>}
            {(type === undefined || type === 0) && value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function VerticalRows({ rows = [] }: { readonly rows: NewsNotice['vertical_content_list'] }) {
  return (
    <>
      {rows.map(({ title, desc }, index) => (
        <div class="card-vertical" key={index}>
          <p class="card-vertical-title">{title}</p>
          {desc && <p>{desc}</p>}
        </div>
      ))}
    </>
  );
}

export function Jumps({ jumps = [] }: { readonly jumps: TextNotice['jump_list'] }) {
  if (jumps.length === 0) return null;
  return (
    <ul class="card-jumps">
      {jumps.map(({ title, type, url = '' }, index) => (
        <li key={index}>
          {type === 1 ? <OutsideLink url={url}>{title}</OutsideLink> : <span>{title}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The grey caption that stands where buttons were. */
export function ReplacedButton({ caption }: { readonly caption: string }) {
  return (
    <div class="card-buttons">
      <button type="button" class="card-button replaced" disabled>
        {caption}
      </button>
    </div>
  );
}
