import { bare, cdata, group } from '../xml/build-xml.ts';
import type { MenuButton } from '../wire/menu.ts';

/** What a menu entry tells the bot when it is tapped (protocol §2.2). */
export interface MenuTap {
  readonly event: string;
  readonly key: string;
  readonly elements: readonly string[];
}

/**
 * The event of a menu entry. What the phone would ask for on the way (a code to scan, a photo, a
 * place) is a fixed sample. Undefined for an entry that only opens a sub menu.
 */
export function menuTap(button: MenuButton): MenuTap | undefined {
  const { type, key = '', url = '', pagepath = '' } = button;

  switch (type) {
    case undefined:
      return undefined;
    case 'click':
      return { event: type, key, elements: [] };
    case 'view':
      return { event: type, key: url, elements: [] };
    case 'view_miniprogram':
      return { event: type, key: pagepath, elements: [] };
    case 'scancode_push':
    case 'scancode_waitmsg':
      return {
        event: type,
        key,
        elements: [
          group('ScanCodeInfo', cdata('ScanType', 'qrcode'), cdata('ScanResult', 'https://example.com/code')),
        ],
      };
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin':
      return {
        event: type,
        key,
        elements: [
          group(
            'SendPicsInfo',
            bare('Count', 1),
            group('PicList', group('item', cdata('PicMd5Sum', 'd41d8cd98f00b204e9800998ecf8427e'))),
          ),
        ],
      };
    case 'location_select':
      return {
        event: type,
        key,
        elements: [
          group(
            'SendLocationInfo',
            cdata('Location_X', '31.2304'),
            cdata('Location_Y', '121.4737'),
            cdata('Scale', '15'),
            cdata('Label', '中山路 1 号'),
            cdata('Poiname', ''),
          ),
          cdata('AppType', 'wxwork'),
        ],
      };
  }
}
