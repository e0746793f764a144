import type { MessageContent } from '../../state/shown-message.ts';
import { TemplateCard } from '../cards/template-card.tsx';
import type { CardActions } from '../cards/card-parts.tsx';
import { Markdown } from '../text/markdown.tsx';
import { OutsideLink } from '../text/outside-link.tsx';
import { textcardLines } from '../text/textcard-lines.ts';
import { TextWithLinks } from '../text/text-with-links.tsx';
import { Attachment } from './attachment.tsx';

interface MessageContentProps {
  readonly id: string;
  readonly content: MessageContent;
  readonly actions: CardActions;
}

/** What is inside a message, whatever its kind. */
export function Content({ id, content, actions }: MessageContentProps) {
  switch (content.kind) {
    case 'text':
      return <TextWithLinks text={content.text} />;
    case 'markdown':
      return <Markdown markdown={content.markdown} />;
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return <Attachment content={content} />;
    case 'location':
      return (
        <p class="attachment">
          <span class="attachment-mark">位置</span>
          {content.label}
        </p>
      );
    case 'link':
      return (
        <div class="linked">
          <OutsideLink url={content.url}>{content.title}</OutsideLink>
          <p>{content.description}</p>
        </div>
      );
    case 'textcard':
      return (
        <article class="card">
          <div class="card-title">
            <p class="card-main-title">{content.title}</p>
          </div>
          {textcardLines(content.description).map(({ text, tone }, index) => (
            <p class={`card-text tone-${tone}`} key={index}>
              {text}
            </p>
          ))}
          <p class="card-more">
            <OutsideLink url={content.url}>{content.button}</OutsideLink>
          </p>
        </article>
      );
    case 'news':
      return (
        <article class="card">
          {content.articles.map(({ title, description, url }, index) => (
            <div class={index === 0 ? 'news-first' : 'news-next'} key={index}>
              <div class="card-picture" role="img" aria-label="配图" />
              <p class="card-main-title">
                <OutsideLink url={url}>{title}</OutsideLink>
              </p>
              {description !== '' && <p class="card-description">{description}</p>}
            </div>
          ))}
        </article>
      );
    case 'card':
      // A replaced card starts afresh; a mere greyed button keeps what was chosen.
      return <TemplateCard key={JSON.stringify(content.card)} id={id} content={content} actions={actions} />;
  }
}
