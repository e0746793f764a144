import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';

/**
 * Numbers that say who somebody is or where the money lies are never stored (domain §11.2): identity
 * cards (18 digits, the last may be X; formerly 15), bank cards (16 to 19 digits), mobile and fixed
 * telephones. Blanks and hyphens between groups of digits change nothing.
 */
const privateNumbers: readonly (readonly [what: string, form: RegExp])[] = [
  [
    '身份证号',
    /(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/u,
  ],
  ['银行卡号', /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/u],
  ['身份证号', /(?<!\d)[1-9]\d{14}(?!\d)/u],
  ['手机号', /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/u],
  ['电话号码', /(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/u],
];

/**
 * Throws a Refusal when a text must not be stored: marks of classified papers, private numbers, or one of
 * the words a flow never stores.
 */
export function refusePrivateText(text: string, never: readonly string[]): void {
  refuseMarkedText(text);
  const comparable = text.normalize('NFKC');
  const number = privateNumbers.find(([, form]) => form.test(comparable));
  if (number !== undefined) {
    throw new Refusal(`文字里像是有${number[0]}，这类号码不保存，所以没有记下。\n去掉号码再发一次就行。`);
  }
  const word = never.find((one) => comparable.includes(one));
  if (word !== undefined) {
    throw new Refusal(`这件事里不记“${word}”方面的内容，所以没有记下。\n去掉这一句再发；需要的话请当面说。`);
  }
}
