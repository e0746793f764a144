/** What of a sent message can be sent on. WeCom keeps media for three days under their `mediaId`. */
export type SentThing =
  | { readonly kind: 'image' | 'file'; readonly mediaId: string; readonly name: string }
  | { readonly kind: 'link'; readonly url: string; readonly title: string };
