import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { house, roomOf, type Room } from './house.ts';
import { importsOf, type Import } from './imports.ts';
import { readSourceFiles } from './source-files.ts';

interface Arrow extends Import {
  readonly from: string;
  readonly room: Room;
}

const files = readSourceFiles();
const paths = new Set(files.map(({ path }) => path));
const arrows: readonly Arrow[] = files.flatMap((file) =>
  importsOf(file).map((imported) => ({ ...imported, from: file.path, room: roomOf(file.path) })),
);
const inside = arrows.filter(({ target }) => paths.has(target));
const outside = arrows.filter(({ target }) => !paths.has(target));

describe('the arrows of the house', () => {
  it('points from every room only to rooms it may see', () => {
    expect(inside.filter((arrow) => !isAllowed(arrow)).map(words)).toEqual([]);
  });

  it('allows no arrow that nobody draws', () => {
    const drawn = (name: string, other: string, isType: boolean) =>
      inside.some((arrow) => arrow.room.name === name && arrow.isType === isType && roomAt(arrow) === other);
    const unused = house.flatMap(({ name, uses, knows = [] }) => [
      ...(uses === 'everything' ? [] : uses)
        .filter((other) => !drawn(name, other, false))
        .map((other) => `${name} uses ${other}`),
      ...knows.filter((other) => !drawn(name, other, true)).map((other) => `${name} knows ${other}`),
    ]);
    expect(unused).toEqual([]);
  });

  it('lets each library and each part of Node into the rooms that need it, and no other', () => {
    const wrong = outside.filter(({ room, target }) => !room.libraries.includes(target));
    expect(wrong.map(({ room, from, target }) => `${from} (${room.name}) uses ${target}`)).toEqual([]);
  });

  it('leads nowhere into the simulator but from itself', () => {
    const simulator = 'src/simulator/';
    const wrong = inside.filter(
      ({ from, target }) => target.startsWith(simulator) && !from.startsWith(simulator),
    );
    expect(wrong.map(words)).toEqual([]);
  });

  it('lets a store see no domain but its own', () => {
    const ofDomains = ['domains', 'stores', 'roster', 'chat'];
    const stranger = (arrow: Arrow) =>
      ofDomains.includes(roomAt(arrow)) && folderOf(arrow.from) !== folderOf(arrow.target);
    expect(inside.filter((arrow) => arrow.room.name === 'stores' && stranger(arrow)).map(words)).toEqual([]);
  });

  it('has handlers and jobs use what they are given, and put nothing together themselves', () => {
    const declared = inside.filter(({ room }) => ['handlers', 'jobs'].includes(room.name));
    const makers = declared.filter(({ names }) => names.some((name) => /^create[A-Z]/u.test(name)));
    expect(makers.map(words)).toEqual([]);
  });

  it('goes in no circle at run time', () => {
    expect(circlesIn(pairs(inside.filter(({ isType }) => !isType)))).toEqual([]);
  });

  it('goes in no circle of types either, but for those that are one idea in two files', () => {
    expect(circlesIn(pairs(inside))).toEqual([
      // The sender is opened with the app's settings, and the app opens it only when there is something to send.
      // A command is run with the services, and 帮助 is given the commands as one of them.
      ['src/chat/command.ts', 'src/services.ts'],
      // The queue hands an entry to a try, and the try says what the queue does with it next.
      ['src/delivery/queue.ts', 'src/delivery/try-parts.ts'],
      // The state is saved in one form and lives in another.
      ['src/simulator/state/corp.ts', 'src/simulator/state/saved-state.ts'],
      // A tap is found first, and its choices are made then.
      ['src/simulator/user/choose-options.ts', 'src/simulator/user/find-tap.ts'],
    ]);
  });
});

function isAllowed(arrow: Arrow): boolean {
  const { room, isType } = arrow;
  const other = roomAt(arrow);
  if (other === room.name || room.uses === 'everything' || room.uses.includes(other)) return true;
  return isType && room.knows?.includes(other) === true;
}

function roomAt({ target }: Arrow): string {
  return roomOf(target).name;
}

function folderOf(path: string): string | undefined {
  return path.split('/')[1];
}

function words(arrow: Arrow): string {
  const verb = arrow.isType ? 'knows' : 'uses';
  return `${arrow.from} (${arrow.room.name}) ${verb} ${arrow.target} (${roomAt(arrow)})`;
}

function pairs(some: readonly Arrow[]): readonly (readonly [string, string])[] {
  return some.map(({ from, target }) => [from, target]);
}
