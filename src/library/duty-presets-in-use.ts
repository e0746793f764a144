import type { PlacedDutyPreset } from './duty-preset-file.ts';

/**
 * The presets that are named, with all they are based on, each once; what a preset is based on stands
 * before it. One that is based on itself, round about, or on one that does not exist, is left out.
 */
export function presetsInUse(
  all: readonly PlacedDutyPreset[],
  named: readonly string[],
  refuse: (preset: PlacedDutyPreset, what: string) => void,
): readonly PlacedDutyPreset[] {
  const byId = new Map(all.map((placed) => [placed.preset.id, placed]));
  const sound = all.filter((placed) => {
    const what = wrongBase(placed, byId);
    if (what !== undefined) refuse(placed, what);
    return what === undefined;
  });
  const usable = new Set(sound.map(({ preset }) => preset.id));

  const chosen = new Set<PlacedDutyPreset>();
  const take = (id: string): void => {
    const placed = usable.has(id) ? byId.get(id) : undefined;
    if (placed === undefined || chosen.has(placed)) return;
    placed.preset.basedOn.forEach(take);
    chosen.add(placed);
  };
  named.forEach(take);
  return [...chosen];
}

function wrongBase(
  { preset }: PlacedDutyPreset,
  byId: ReadonlyMap<string, PlacedDutyPreset>,
): string | undefined {
  const missing = preset.basedOn.find((id) => !byId.has(id));
  if (missing !== undefined)
    return `presets 里没有可以用的 ${missing}.yaml，basedOn 写的是文件名，不带 .yaml。`;
  const circle = circleFrom(preset.id, byId);
  return circle && `basedOn 绕了一圈：${circle.join(' → ')}。请去掉其中一个。`;
}

/** The way from a preset back to itself, if there is one. */
function circleFrom(
  start: string,
  byId: ReadonlyMap<string, PlacedDutyPreset>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (way: readonly string[]): readonly string[] | undefined => {
    for (const next of byId.get(way.at(-1) ?? '')?.preset.basedOn ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk([...way, next]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  return walk([start]);
}
