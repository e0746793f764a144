import { pathOf, type ContentFolder } from './content-folder.ts';
import type { Flow } from './flow.ts';
import { readFlowFile, type PlacedFlow } from './flow-file.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';

/** `flows/<name>.yaml`, in the order of the names. `takenWords`: what people can say already. */
export async function loadFlowsSection(
  folder: ContentFolder,
  report: Report,
  takenWords: readonly string[],
): Promise<readonly Flow[]> {
  const listing = await folder.list('flows');
  for (const name of listing?.folders ?? []) {
    report(pathOf('flows', name), [errorAt(1, '流程不分文件夹，请把文件移上来。')]);
  }
  const read = await Promise.all(
    (listing?.files ?? []).map((name) => loadFlow(pathOf('flows', name), folder, report)),
  );
  const sound = read.filter((flow) => flow !== undefined);
  const flows = withoutRepeats(withoutTaken(sound, takenWords, report), report);
  const words = [...takenWords, ...flows.flatMap(({ flow }) => flow.words)];
  for (const flow of flows) adviseOnActions(flow, words, report);
  return flows.map(({ flow }) => flow);
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

/** A word that is a command of the service already cannot be one of a flow, too. */
function withoutTaken(
  placed: readonly PlacedFlow[],
  takenWords: readonly string[],
  report: Report,
): readonly PlacedFlow[] {
  return placed.filter(({ flow, file, lineOf }) => {
    const taken = flow.words.find((word) => takenWords.includes(word));
    if (taken === undefined) return true;
    report(file, [errorAt(lineOf('words'), `“${taken}”已经是助手的命令，请换一个词。`)]);
    return false;
  });
}

/** Whoever types such an action with a number says a command. */
function adviseOnActions({ flow, file, lineOf }: PlacedFlow, words: readonly string[], report: Report): void {
  const actions = [...flow.steps.flatMap((step) => step.actions), ...flow.anytime];
  for (const { label } of actions) {
    if (!words.includes(label) || caseCommands.includes(label)) continue;
    const what = `动作“${label}”和一个命令同名：只能点按钮，或者发“事项 7 ${label}”这样的话。最好换一个名称。`;
    report(file, [adviceAt(lineOf('steps'), what)]);
  }
}

/** The commands that are actions of cases themselves. */
const caseCommands = ['办结', '核验', '退回'];

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
