import { Refusal } from '../errors.ts';

/**
 * Marks that classified and internal papers carry. State and work secrets must not travel over mobile
 * messaging (保守国家秘密法 2024, articles 29 and 64; domain §11.3), so such a text is refused.
 */
const marks: readonly RegExp[] = [
  /(?:秘密|机密|绝密)\s*[★☆]/u,
  /机密|绝密/u,
  /(?:属于|列为|定为|标有)\s*(?:国家|工作)?秘密/u,
  /(?:国家|工作)秘密/u,
  /内部(?:资料|文件|材料|刊物)/u,
  /(?:注意|妥善)保(?:密|存)[，,。\s]*(?:严禁|不得|禁止)(?:外传|复制|翻印)/u,
  /不得(?:外传|公开)|严禁外传/u,
];

/** Throws a Refusal that names the mark. The reminder 不含涉密和内部文件 itself is no mark. */
export function refuseMarkedText(text: string): void {
  const comparable = text.normalize('NFKC').replace(/不含涉密和内部文件|不涉密/gu, '');
  for (const mark of marks) {
    const found = mark.exec(comparable)?.[0];
    if (found === undefined) continue;
    throw new Refusal(
      `文字里有“${found}”，像是涉密或内部文件的标记，不能放在企业微信里，所以什么也没有发、没有记。\n请改走机要渠道；如果只是普通内容，去掉这几个字再发。`,
    );
  }
}
