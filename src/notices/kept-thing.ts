import type { NoticeFile } from './notice.ts';

/** What a committee member sent to the assistant last, in case it is to go with a notice. */
export type KeptThing = NoticeFile | { readonly kind: 'link'; readonly url: string; readonly title: string };
