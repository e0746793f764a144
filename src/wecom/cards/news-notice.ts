import { built, misbuilt } from '../built.ts';
import { webAddress } from '../web-address.ts';
import {
  actionMenuBlock,
  atMost,
  jumpList,
  quoteBlock,
  factList,
  sourceBlock,
  type ActionMenu,
  type Jump,
  type Quote,
  type Fact,
  type Source,
} from './blocks.ts';
import { optionalText, requiredText } from './card-text.ts';
import { taskId } from './identifiers.ts';
import { linkFields, type Link } from './link.ts';

/** A card with a picture, large or beside a text. It calls back only through its menu. */
export interface NewsNoticeParts {
  /** At most 36 characters. */
  readonly title: string;
  /** At most 44 characters. */
  readonly note?: string | undefined;
  readonly picture: LargePicture | PictureBesideText;
  /** At most 4 titles of 38 characters, each with at most 160 below it. */
  readonly sections?: readonly { readonly title: string; readonly text?: string }[];
  /** Where a tap on the card leads. */
  readonly link: Link;
  readonly source?: Source | undefined;
  readonly quote?: Quote | undefined;
  /** At most 6. */
  readonly facts?: readonly Fact[] | undefined;
  /** At most 3. */
  readonly jumps?: readonly Jump[] | undefined;
  /** At most 3 actions. */
  readonly menu?: ActionMenu | undefined;
  /** Needed with a menu. */
  readonly taskId?: string | undefined;
}

export interface LargePicture {
  readonly url: string;
  /** Width over height, 1.3 to 2.25. */
  readonly aspectRatio?: number | undefined;
}

export interface PictureBesideText {
  readonly thumbnailUrl: string;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly link?: Link | undefined;
}

/** Builds a `news_notice` (protocol §4.3). Texts are cut to fit; a Fault for what cannot be cut. */
export function newsNotice(parts: NewsNoticeParts) {
  if (parts.menu !== undefined && parts.taskId === undefined) {
    misbuilt('a news notice', 'a menu needs a task id');
  }

  return built({
    card_type: 'news_notice' as const,
    source: sourceBlock(parts.source),
    action_menu: actionMenuBlock(parts.menu),
    main_title: { title: requiredText(parts.title, 36, 'title'), desc: optionalText(parts.note, 44) },
    quote_area: quoteBlock(parts.quote),
    ...pictureBlock(parts.picture),
    vertical_content_list: sectionList(parts.sections),
    horizontal_content_list: factList(parts.facts),
    jump_list: jumpList(parts.jumps),
    card_action: linkFields(parts.link),
    task_id: parts.taskId === undefined ? undefined : taskId(parts.taskId),
  });
}

function pictureBlock(picture: LargePicture | PictureBesideText) {
  if ('url' in picture) {
    const { url, aspectRatio = 1.3 } = picture;
    if (!(aspectRatio >= 1.3 && aspectRatio <= 2.25)) {
      misbuilt('a news notice', 'keep the aspect ratio of the picture between 1.3 and 2.25');
    }
    return { card_image: { url: webAddress(url), aspect_ratio: aspectRatio } };
  }
  return {
    image_text_area: {
      ...(picture.link === undefined ? { type: 0 as const } : linkFields(picture.link)),
      title: optionalText(picture.title, 36),
      desc: optionalText(picture.text, 44),
      image_url: webAddress(picture.thumbnailUrl),
    },
  };
}

function sectionList(sections: NewsNoticeParts['sections'] = []) {
  atMost(4, sections, 'sections');
  if (sections.length === 0) return undefined;
  return sections.map(({ title, text }) => ({
    title: requiredText(title, 38, 'section title'),
    desc: optionalText(text, 160),
  }));
}
