import { sharpness, sizes } from './appearance.ts';
import { drawableText } from './drawable-text.ts';
import { openFont } from './font.ts';
import { layout } from './layout.ts';
import type { Picture } from './picture.ts';

/** Draws pictures as PNG files, about 1,500 by 2,500 pixels and 60 kB. */
export interface Painter {
  /** Rejects when this machine cannot draw: the renderer is native code for the usual platforms. */
  draw(picture: Picture): Promise<Uint8Array>;
}

/**
 * Renderer and font are loaded by the first picture, so that they cost the start nothing. Drawing takes
 * a thread of Node's some 30 ms, and the main thread 2; one picture is drawn at a time, so that people
 * who only talk do not wait for a processor.
 */
export function createPainter(): Painter {
  let opening: Promise<Painter> | undefined;
  let latest: Promise<unknown> = Promise.resolve();

  return {
    draw(picture) {
      const drawn = latest.then(async () => (await opened()).draw(picture));
      latest = drawn.catch(() => {});
      return drawn;
    },
  };

  function opened(): Promise<Painter> {
    opening ??= openPainter().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }
}

async function openPainter(): Promise<Painter> {
  const [{ Renderer }, font] = await Promise.all([import('@takumi-rs/core'), openFont()]);
  const renderer = new Renderer();
  const options = {
    // In pixels of the file.
    width: sizes.width * sharpness,
    devicePixelRatio: sharpness,
    fonts: [...font.slices],
    lang: 'zh-CN',
  };
  return {
    draw(picture) {
      const heading = drawableText(picture.heading, font.has);
      const subheading = drawableText(picture.subheading, font.has);
      return renderer.render(layout({ ...picture, heading, subheading }), options);
    },
  };
}
