/** A text in WeCom's Markdown subset as plain text: the words stay, the marks go. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\*\*(.+?)\*\*/gsu, '$1')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/gu, '$1 $2')
    .replace(/<\/?font[^>]*>/gu, '')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/^#{1,6} /gmu, '')
    .replace(/^> ?/gmu, '');
}
