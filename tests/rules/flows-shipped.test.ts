import { describe, expect, it } from 'vitest';
import { commandWords } from '../../handlers/command-words.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { neverStored } from '../../src/library/never-stored.ts';

const { library, problems } = await loadLibrary('content', commandWords);
const flowOf = (id: string) => {
  const flow = library.flows.find((one) => one.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
};

describe('the flows that ship', () => {
  it('are all sound', () => {
    expect(problems.filter(({ file }) => file.startsWith('flows/'))).toEqual([]);
    expect(library.flows.map(({ id }) => id)).toEqual([
      'task',
      'supervision',
      'request',
      'document',
      'report',
      'election',
      'development',
      'honours',
      'star-rating',
      'secretary-project',
      'suggestion',
    ]);
  });

  it('call no action like a command that means something else', () => {
    const labels = library.flows.flatMap(({ steps, anytime }) =>
      [...steps.flatMap(({ actions }) => actions), ...anytime].map(({ label }) => label),
    );
    // These three act on cases.
    const own = ['办结', '核验', '退回'];
    const words = [...commandWords, ...library.flows.flatMap((flow) => flow.words)];
    expect(labels.filter((label) => words.includes(label) && !own.includes(label))).toEqual([]);
  });

  it('fit a card: three actions of one actor, more are named below', () => {
    for (const { steps } of library.flows) {
      for (const { name, actions } of steps) {
        expect([name, actions.filter(({ by }) => by === undefined).length <= 4]).toEqual([name, true]);
      }
    }
  });

  it('ask for days, choices and counts only where a member is developed, in twenty-five steps', () => {
    const { fields, steps, never } = flowOf('development');
    expect(fields.filter(({ kind }) => kind === 'text')).toEqual([]);
    expect(steps.filter(({ aside }) => !aside)).toHaveLength(25);
    // Each step cites its article.
    expect(steps.filter(({ source }) => source?.startsWith('发展党员工作细则第') !== true)).toEqual([]);
    expect(never.length).toBeGreaterThan(3);
  });

  it('say of what is no rule that it may be changed', () => {
    const unsourced = library.flows.flatMap(({ steps }) =>
      steps.filter(({ source = '' }) => !/第.+条/u.test(source) && source !== ''),
    );
    expect(unsourced.length).toBeGreaterThan(5);
    expect(unsourced.filter(({ source }) => source?.includes('可按本') !== true)).toEqual([]);
  });

  it('let supervision end only with the visit afterwards', () => {
    const { steps, anytime } = flowOf('supervision');
    const ends = steps.flatMap(({ name, actions }) =>
      actions.filter(({ next }) => next.kind === 'end').map(({ label }) => `${name} ${label}`),
    );
    expect(ends).toEqual(['回访 回访']);
    expect(anytime).toEqual([]);
  });

  it('have no field for what is never stored', () => {
    const labels = library.flows.flatMap(({ fields }) => fields.map(({ label }) => label));
    expect(labels.filter((label) => neverStored.some((word) => label.includes(word)))).toEqual([]);
  });
});
