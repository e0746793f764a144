import { pathOf, type ContentFolder } from './content-folder.ts';
import type { Flow } from './flow.ts';
import { readFlowFile, type PlacedFlow } from './flow-file.ts';
import { errorAt, type Report } from './problem.ts';

/** `flows/<name>.yaml`, in the order of the names. */
export async function loadFlowsSection(folder: ContentFolder, report: Report): Promise<readonly Flow[]> {
  const listing = await folder.list('flows');
  for (const name of listing?.folders ?? []) {
    report(pathOf('flows', name), [errorAt(1, '流程不分文件夹，请把文件移上来。')]);
  }
  const read = await Promise.all(
    (listing?.files ?? []).map((name) => loadFlow(pathOf('flows', name), folder, report)),
  );
  return withoutRepeats(
    read.filter((flow) => flow !== undefined),
    report,
  ).map(({ flow }) => flow);
}

async function loadFlow(
  path: string,
  folder: ContentFolder,
  report: Report,
): Promise<PlacedFlow | undefined> {
  if (!/\.ya?ml$/iu.test(path)) {
    report(path, [errorAt(1, '流程的文件名要以 .yaml 结尾。')]);
    return undefined;
  }
  const text = await folder.read(path);
  if (text === undefined) return undefined;
  const flow = readFlowFile(text, path);
  if (flow.problems === undefined) return flow.value;
  report(path, flow.problems);
  return undefined;
}

/** An id, a name and a command belong to one flow; of two the first stays. */
function withoutRepeats(placed: readonly PlacedFlow[], report: Report): readonly PlacedFlow[] {
  const owners = new Map<string, PlacedFlow>();
  return placed.filter((one) => {
    const { id, name, words } = one.flow;
    const claims = [
      { key: 'id', claim: `id ${id.toLowerCase()}`, said: `id ${id}` },
      { key: 'name', claim: `名称 ${name}`, said: `名称“${name}”` },
      ...words.map((word) => ({ key: 'words', claim: `命令 ${word}`, said: `命令“${word}”` })),
    ];
    const taken = claims.find(({ claim }) => owners.has(claim));
    if (taken === undefined) {
      for (const { claim } of claims) owners.set(claim, one);
      return true;
    }
    const owner = owners.get(taken.claim)?.file ?? '';
    report(one.file, [errorAt(one.lineOf(taken.key), `${taken.said}已经用在 ${owner}，请换一个。`)]);
    return false;
  });
}
