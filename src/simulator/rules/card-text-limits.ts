import type { CardType } from '../wire/template-card.ts';
import type { TextLimit } from './clip-texts.ts';

function characters(path: string, limit: number): TextLimit {
  return { path, limit, unit: 'characters' };
}

const notice = [
  characters('source.desc', 20),
  characters('main_title.title', 36),
  characters('main_title.desc', 44),
  characters('horizontal_content_list.keyname', 5),
  characters('horizontal_content_list.value', 30),
  characters('jump_list.title', 18),
];

/** The recommended lengths of every text on a card, in characters (protocol §4.3). */
export const cardTextLimits: Readonly<Record<CardType, readonly TextLimit[]>> = {
  text_notice: [
    ...notice,
    characters('emphasis_content.title', 14),
    characters('emphasis_content.desc', 22),
    characters('sub_title_text', 160),
  ],
  news_notice: [
    ...notice,
    characters('vertical_content_list.title', 38),
    characters('vertical_content_list.desc', 160),
  ],
  button_interaction: [
    characters('source.desc', 20),
    characters('main_title.title', 36),
    characters('main_title.desc', 44),
    characters('sub_title_text', 160),
    characters('horizontal_content_list.keyname', 5),
    characters('horizontal_content_list.value', 30),
    characters('button_selection.option_list.text', 16),
    characters('button_list.text', 10),
  ],
  vote_interaction: [
    characters('source.desc', 20),
    characters('main_title.title', 16),
    characters('main_title.desc', 160),
    characters('checkbox.option_list.text', 17),
    characters('submit_button.text', 10),
  ],
  multiple_interaction: [
    characters('source.desc', 20),
    characters('main_title.title', 36),
    characters('main_title.desc', 160),
    characters('select_list.option_list.text', 16),
    characters('submit_button.text', 10),
  ],
};
