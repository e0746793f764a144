import * as z from 'zod';

/** What a menu entry may do when it is tapped (protocol §4.7). */
const menuActionSchema = z.enum([
  'click',
  'view',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
  'view_miniprogram',
]);

const entry = {
  type: menuActionSchema.optional(),
  name: z.string().optional(),
  key: z.string().optional(),
  url: z.string().optional(),
  pagepath: z.string().optional(),
  appid: z.string().optional(),
};

const subButton = z.strictObject(entry);
const topButton = z.strictObject({ ...entry, sub_button: z.array(subButton).optional() });

/** The structure of the app's menu (protocol §4.7). */
export const menuSchema = z.strictObject({ button: z.array(topButton).optional() });

export type Menu = z.infer<typeof menuSchema>;
export type TopMenuButton = z.infer<typeof topButton>;
export type MenuButton = z.infer<typeof subButton>;
