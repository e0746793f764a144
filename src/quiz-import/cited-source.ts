/**
 * The rule and article that an explanation cites, for banks that name their source only there:
 * `根据《中国共产党支部工作条例（试行）》第十一条规定，…`. `undefined` when it names no article of a rule, or
 * only `《条例》第十一条`, which could be any.
 */
export function citedSource(because: string): string | undefined {
  const { quoted, plain, article = '' } = citation.exec(because)?.groups ?? {};
  const rule = (quoted ?? plain)?.trim() ?? '';
  return rule === '' || shortNames.test(rule) ? undefined : `${rule}第${article}条`;
}

const ending = '(?:条例|细则|规定|党章|章程|办法|准则|意见|法)(?:[（(][^）)]{2,6}[）)])?';
const citation = new RegExp(
  String.raw`(?:《(?<quoted>[^《》]{2,40})》|^(?<plain>[\p{Script=Han}·]{2,30}${ending}))\s*第(?<article>[一二三四五六七八九十百零〇\d]+)条`,
  'u',
);
const shortNames = /^(?:本|该)?(?:条例|细则|规定|办法|准则|意见|法)$/u;
