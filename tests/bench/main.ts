import { divideCores } from './cores.ts';
import { bareKoa, floor, product, reportUsage } from './contestants.ts';
import { setStage } from './stage.ts';
import { startServer } from './server-process.ts';
import { turnContender } from './turns.ts';
import { inRounds } from './rounds.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';
import { plain, passive } from './replies.ts';
const cores = divideCores();
console.log(cores.description);
const rounds = Number(process.argv[2] ?? 3);
const stage = await setStage();
const extra = (process.env.PROF ?? '').split(' ').filter(Boolean);
const start = (c: typeof bareKoa, more: string[] = []) => startServer([...cores.serverPrefix, process.execPath, ...more, ...reportUsage, c.program], stage.environment);
const koa = await start(bareKoa), fl = await start(floor), pr = await start(product, extra);
try {
const all = () => stage.userids;
const some = (r: number) => stage.userids.slice((r * 2000) % 10000, (r * 2000) % 10000 + 2000);
const kinds = [
  { name: 'koa', server: koa, line: '签到', people: all, check: bareKoa.answers },
  { name: 'floor', server: fl, line: '签到', people: all, check: floor.answers },
  { name: '签到', server: pr, line: '签到', people: all, check: passive(/^今天的学习签到已记下/u), before: stage.beginDay },
  { name: '学习', server: pr, line: '学习', people: some, check: plain(''), after: async (u: readonly string[]) => { await stage.everythingSent(); const sent = stage.standIn.takeSent(); if (sent.length !== u.length) throw new Error(`${sent.length} cards`);} },
].filter(({name}) => !process.env.ONLY || process.env.ONLY.split(',').includes(name));
const contenders = kinds.map(turnContender);
await inRounds(1, contenders);
const t0 = Date.now();
const samples = await inRounds(rounds, contenders);
const base = samples.get('koa') ?? [];
console.log(tableText(['server', 'cpu', 'ratio', 'min', 'max', 'req/s', 'p50', 'p99', 'idle', 'loaded'], [...samples].map(([name, list]) => {
  const ratios = list.map((s, i) => (base[i]?.cpuPerCallback ?? NaN) / s.cpuPerCallback);
  return [name, median(list.map(s => s.cpuPerCallback)).toFixed(1), median(ratios).toFixed(3), Math.min(...ratios).toFixed(3), Math.max(...ratios).toFixed(3), median(list.map(s => s.callbacksPerSecond)).toFixed(0), median(list.map(s => s.p50)).toFixed(2), median(list.map(s => s.p99)).toFixed(2), ((list[0]?.before.residentBytes??0)/2**20).toFixed(0), ((list.at(-1)?.after.residentBytes??0)/2**20).toFixed(0)];
})));
console.log(Date.now() - t0);
} finally {
await Promise.all([koa.stop(), fl.stop(), pr.stop()]);
await stage.close();
}
