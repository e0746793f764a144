/** A place that was named, and the text without it. */
export interface NamedPlace {
  readonly place: string;
  readonly rest: string;
}

/**
 * Finds where a meeting is: `308`, `三楼会议室`, `在党员之家`, `地点：图书馆`, `腾讯会议 123 456 789`. What does
 * not look like a place stays in the text, to be seen as an item of the agenda: a wrong place is worse than
 * none. Only what stands in front of the first `；` is looked at, and nothing that begins like an item.
 */
export function findPlace(text: string): NamedPlace | undefined {
  const end = /[;；\n]|议题|议程/u.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  for (const pattern of patterns) {
    const match = pattern.exec(head);
    const place = match?.groups?.['place'];
    if (match === null || place === undefined) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { place: place.replaceAll(/\s/gu, ''), rest: rest.trim() };
  }
  return undefined;
}

const begin = String.raw`(?<=^|[\s,，。:：、])`;
const stop = String.raw`(?=$|[\s,，。;；、])`;
/** Words with which items of an agenda begin. */
const verbs =
  /学习|传达|研究|讨论|审议|通报|总结|部署|布置|表决|选举|听取|交流|评议|推荐|确定|汇报|宣读|观看|参观|走访|慰问|打扫|发展|商量|关于/u;
const noItem = `(?!${verbs.source})`;

const online = '线上|网上|腾讯会议|企业微信会议|企微会议|视频会议|云会议|钉钉会议|飞书会议|电话会议|zoom';
const rooms =
  '会议室|会议厅|会议中心|报告厅|活动室|活动中心|多功能厅|学习室|培训室|教室|办公室|接待室|阅览室|图书室|党建室|谈话室|党员之家|党群服务中心|服务中心|培训中心|文化中心|大礼堂|礼堂|大厅|大堂|演播厅|放映厅';
const sites =
  '图书馆|档案馆|纪念馆|展览馆|陈列馆|博物馆|文化馆|体育馆|规划馆|烈士陵园|陵园|纪念碑|展厅|党校|广场|社区|公园|基地|影院|剧院|剧场|村部|村委会|居委会|食堂|学校|医院|局机关|院内|门口|大院';

const patterns: readonly RegExp[] = [
  new RegExp(String.raw`${begin}(?:会议|开会)?(?:地点|地址|会场)\s*[:：]?\s*(?<place>[^\s,，;；。]+)`, 'u'),
  new RegExp(
    String.raw`${begin}(?<place>(?:${online})(?:\s*(?:会议)?号?\s*[:：]?\s*\d{3}[\d\s-]{3,12}\d)?)`,
    'iu',
  ),
  new RegExp(
    String.raw`${begin}(?:在|到|去)(?<place>[^\s,，;；。]{1,16}?)(?=召开|举行|举办|开会|开展|集合|集中|进行|参加|开${stop}|${stop})`,
    'u',
  ),
  new RegExp(
    String.raw`${begin}${noItem}(?<place>[^\s,，;；。、]{0,10}?(?:${rooms})(?:[（(][^\s（()）]{1,8}[）)])?)`,
    'u',
  ),
  new RegExp(
    String.raw`${begin}(?<place>(?:[a-z]座?|\d{1,2}号?[楼栋幢座]|[\u4e00-\u9fff]{1,4}[楼栋幢座])?-?[a-z]?\d{1,2}-?\d{2,3}[a-z]?(?:室|房间|房|号)?)${stop}`,
    'iu',
  ),
  new RegExp(String.raw`${begin}${noItem}(?<place>[^\s,，;；。、]{1,12}(?:${sites}))${stop}`, 'u'),
  new RegExp(
    String.raw`${begin}${noItem}(?<place>(?:[\u4e00-\u9fff]{0,6})(?:\d{1,2}|[一二三四五六七八九十]{1,2})楼)${stop}`,
    'u',
  ),
];
