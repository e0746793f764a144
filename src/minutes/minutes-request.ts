/** What follows 纪要: which meeting, and what is wanted. */
export interface MinutesRequest {
  readonly number: number | undefined;
  readonly wish: MinutesWish;
}

export type MinutesWish =
  /** What there is, and what is missing. */
  | { readonly kind: 'overview' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'export' }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'write'; readonly text: string };

/** `7 决议：通过预算`, `7号导出`, `7`, `决议：通过预算`: a number in front is the meeting's, unless it begins a date. */
export function readMinutesRequest(said: string): MinutesRequest {
  const [whole = '', digits] =
    /^\s*[#＃]?([\d０-９]{1,9})(?:号|(?=\s|$|[^\d０-９\s年月日点时.．:：\-—/、,，%％人个]))\s*/u.exec(said) ??
    [];
  const text = said.slice(whole.length).trim();
  const number = digits === undefined ? undefined : Number(digits.normalize('NFKC'));
  return { number, wish: wishOf(text) };
}

function wishOf(text: string): MinutesWish {
  switch (text.normalize('NFKC').replaceAll(/\s/gu, '')) {
    case '':
      return { kind: 'overview' };
    case '全文':
      return { kind: 'whole' };
    case '导出':
      return { kind: 'export' };
    case '撤回':
    case '撤回上一段':
      return { kind: 'takeBack' };
    default:
      return { kind: 'write', text };
  }
}
