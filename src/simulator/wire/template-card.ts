import * as z from 'zod';

const text = z.string().optional();
const linkType = z.literal([0, 1, 2]).optional();
const linkTarget = { type: linkType, url: text, appid: text, pagepath: text };

const source = z
  .strictObject({ icon_url: text, desc: text, desc_color: z.literal([0, 1, 2, 3]).optional() })
  .optional();
const colourlessSource = z.strictObject({ icon_url: text, desc: text }).optional();
const mainTitle = z.strictObject({ title: text, desc: text }).optional();
const quoteArea = z.strictObject({ ...linkTarget, title: text, quote_text: text }).optional();
const actionMenu = z
  .strictObject({ desc: text, action_list: z.array(z.strictObject({ text, key: text })).optional() })
  .optional();
const horizontalRows = z
  .array(
    z.strictObject({
      type: z.literal([0, 1, 2, 3]).optional(),
      keyname: text,
      value: text,
      url: text,
      media_id: text,
      userid: text,
    }),
  )
  .optional();
const verticalRows = z.array(z.strictObject({ title: text, desc: text })).optional();
const jumps = z.array(z.strictObject({ ...linkTarget, title: text })).optional();
const cardAction = z.strictObject(linkTarget).optional();
const choice = z.strictObject({ id: text, text });
const selection = z.strictObject({
  question_key: text,
  title: text,
  selected_id: text,
  disable: z.boolean().optional(),
  option_list: z.array(choice).optional(),
});
const submitButton = z.strictObject({ text, key: text }).optional();

const textNotice = z.strictObject({
  card_type: z.literal('text_notice'),
  task_id: text,
  source,
  action_menu: actionMenu,
  main_title: mainTitle,
  quote_area: quoteArea,
  emphasis_content: z.strictObject({ title: text, desc: text }).optional(),
  sub_title_text: text,
  horizontal_content_list: horizontalRows,
  jump_list: jumps,
  card_action: cardAction,
});

const newsNotice = z.strictObject({
  card_type: z.literal('news_notice'),
  task_id: text,
  source,
  action_menu: actionMenu,
  main_title: mainTitle,
  quote_area: quoteArea,
  card_image: z.strictObject({ url: text, aspect_ratio: z.number().optional() }).optional(),
  image_text_area: z.strictObject({ ...linkTarget, title: text, desc: text, image_url: text }).optional(),
  vertical_content_list: verticalRows,
  horizontal_content_list: horizontalRows,
  jump_list: jumps,
  card_action: cardAction,
});

const buttonInteraction = z.strictObject({
  card_type: z.literal('button_interaction'),
  task_id: text,
  source,
  action_menu: actionMenu,
  main_title: mainTitle,
  quote_area: quoteArea,
  sub_title_text: text,
  horizontal_content_list: horizontalRows,
  card_action: cardAction,
  button_selection: selection.optional(),
  button_list: z
    .array(
      z.strictObject({
        type: z.literal([0, 1]).optional(),
        text,
        style: z.literal([1, 2, 3, 4]).optional(),
        key: text,
        url: text,
      }),
    )
    .optional(),
  replace_text: text,
});

const voteInteraction = z.strictObject({
  card_type: z.literal('vote_interaction'),
  task_id: text,
  source: colourlessSource,
  main_title: mainTitle,
  checkbox: z
    .strictObject({
      question_key: text,
      mode: z.literal([0, 1]).optional(),
      disable: z.boolean().optional(),
      option_list: z.array(z.strictObject({ id: text, text, is_checked: z.boolean().optional() })).optional(),
    })
    .optional(),
  submit_button: submitButton,
  replace_text: text,
});

const multipleInteraction = z.strictObject({
  card_type: z.literal('multiple_interaction'),
  task_id: text,
  source: colourlessSource,
  main_title: mainTitle,
  select_list: z.array(selection).optional(),
  submit_button: submitButton,
  replace_text: text,
});

/**
 * The structure of the five template cards (protocol §4.3, §4.4): which fields there are and of what
 * type. Everything is optional here because WeCom has an error number of its own for most things that
 * can be missing; rules/template-card.ts asks for those, and for lengths and counts.
 */
export const templateCardSchema = z.discriminatedUnion('card_type', [
  textNotice,
  newsNotice,
  buttonInteraction,
  voteInteraction,
  multipleInteraction,
]);

export type TemplateCard = z.infer<typeof templateCardSchema>;
export type CardType = TemplateCard['card_type'];
export type CardOf<Type extends CardType> = Extract<TemplateCard, { card_type: Type }>;
export type CardSelection = z.infer<typeof selection>;
