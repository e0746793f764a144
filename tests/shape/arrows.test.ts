import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { house, roomOf } from './house.ts';
import { importsOf } from './imports.ts';
import { readSourceFiles } from './source-files.ts';

const files = readSourceFiles();
const paths = new Set(files.map(({ path }) => path));
const arrows = files.flatMap((file) =>
  importsOf(file).map((imported) => ({ ...imported, from: file.path, room: roomOf(file.path) })),
);
const inside = arrows.filter(({ target }) => paths.has(target));
const outside = arrows.filter(({ target }) => !paths.has(target));

describe('the arrows of the house', () => {
  it('points from every room only to rooms it may see', () => {
    const wrong = inside.filter(({ room, target, isType }) => {
      const other = roomOf(target).name;
      if (other === room.name || room.uses === 'everything' || room.uses.includes(other)) return false;
      return !(isType && room.knows?.includes(other));
    });
    expect(
      wrong.map(({ room, from, target, isType }) => {
        const other = roomOf(target).name;
        return `${from} (${room.name}) ${isType ? 'knows' : 'uses'} ${target} (${other})`;
      }),
    ).toEqual([]);
  });

  it('allows no arrow that nobody draws', () => {
    const unused = house.flatMap(({ name, uses, knows = [] }) => {
      const seen = (isType: boolean) =>
        inside
          .filter((arrow) => arrow.room.name === name && arrow.isType === isType)
          .map(({ target }) => roomOf(target).name);
      return [
        ...uses.filter((other) => !seen(false).includes(other)).map((other) => `${name} uses ${other}`),
        ...knows.filter((other) => !seen(true).includes(other)).map((other) => `${name} knows ${other}`),
      ];
    });
    expect(unused).toEqual([]);
  });

  it('lets each library and each part of Node into the rooms that need it, and no other', () => {
    const wrong = outside.filter(({ room, target }) => !room.libraries.includes(target));
    expect(wrong.map(({ room, from, target }) => `${from} (${room.name}) uses ${target}`)).toEqual([]);
  });

  it('lets a store see no domain but its own', () => {
    const folder = (path: string) => path.split('/')[1];
    const ofDomains = ['domains', 'stores', 'roster', 'chat'];
    const wrong = inside.filter(
      ({ room, from, target }) =>
        room.name === 'stores' && ofDomains.includes(roomOf(target).name) && folder(from) !== folder(target),
    );
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('has handlers and jobs use what they are given, and put nothing together themselves', () => {
    const made = inside.filter(({ room }) => ['handlers', 'jobs'].includes(room.name));
    expect(
      made.flatMap(({ from, names }) =>
        names.filter((name) => /^create[A-Z]/u.test(name)).map((name) => `${from} imports ${name}`),
      ),
    ).toEqual([]);
  });

  it('goes in no circle at run time', () => {
    expect(
      circlesIn(inside.filter(({ isType }) => !isType).map(({ from, target }) => [from, target] as const)),
    ).toEqual([]);
  });

  it('goes in no circle of types either, but for those that are one idea in two files', () => {
    const circles = circlesIn(inside.map(({ from, target }) => [from, target] as const));
    expect(circles).toEqual([
      // The sender is opened with the app's settings, and the app opens it only when there is something to send.
      ['src/app.ts', 'src/open-sender.ts'],
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
