/** What people put round an answer: `我觉得应该选B吧`, `答案是 b 选项`. `words` in half width. */
export function withoutSetting(words: string): string {
  return words
    .replace(
      /^(?:我|嗯+|那|就|这题|这道题|这个|这句话|说法|觉得|认为|估计|好像|肯定|想|应该|应当|大概|可能|是|选择|选项|选|答案|答|判断|为|[:,、\s])+/u,
      '',
    )
    .replace(/(?:选项|项|吧|呢|啊|呀|哦|了|的|[\s.。,!?~])+$/u, '');
}
