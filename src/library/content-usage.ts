/** What `npm run content` prints when it did not understand. */
export const contentUsage = [
  '用法：npm run content -- check [文件夹]',
  '检查内容文件夹（不写时用 CONTENT_DIR，默认 content），每个问题一行：文件:行号  问题。',
  '　　　npm run content -- import 题库.xlsx [--dry-run] [--to content/quiz/党费.yaml]',
  '把 .xlsx、.csv、.docx、.txt 或 .md 里的题目加进题库；加上 --dry-run 只看不写。有一个问题就什么也不写。',
];
