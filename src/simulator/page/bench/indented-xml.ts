/** One element a line, indented by depth; CDATA stays on its line, whatever is in it. */
export function indentedXml(xml: string): string {
  const tokens = xml.match(/<!\[CDATA\[[\s\S]*?\]\]>|<\/?[^>]+>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  let opensLine = true;

  for (const token of tokens) {
    const closes = token.startsWith('</');
    const opens = !closes && token.startsWith('<') && !token.startsWith('<![CDATA[');
    if (!opens && !closes) {
      if (token.trim() === '') continue;
      lines.push(`${lines.pop() ?? ''}${token}`);
      continue;
    }

    if (closes) depth -= 1;
    if (closes && !opensLine) lines.push(`${lines.pop() ?? ''}${token}`);
    else lines.push(`${'  '.repeat(Math.max(depth, 0))}${token}`);
    if (opens) depth += 1;
    opensLine = closes;
  }
  return lines.join('\n');
}
