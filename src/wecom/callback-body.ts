import type { IncomingMessage } from 'node:http';

/** `tooLarge` is known as soon as the limit is passed, `aborted` when the sender hung up half-way. */
export type CallbackBody = Buffer | 'tooLarge' | 'aborted';

/**
 * The body as it came; nothing of it is kept when its declared length is already over the limit. What is
 * refused runs into the void, so that the sender can finish and read the answer instead of seeing the
 * connection break; but not for ever.
 */
export function readBody(request: IncomingMessage): Promise<CallbackBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const isDeclaredTooLarge = Number(request.headers['content-length'] ?? 0) > bodyLimit;
    if (isDeclaredTooLarge) resolve('tooLarge');

    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > discardLimit) request.destroy();
      if (size > bodyLimit) resolve('tooLarge');
      else if (!isDeclaredTooLarge) chunks.push(chunk);
    });
    // Whichever comes first settles it.
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => resolve('aborted'));
  });
}

/** Contract §3. */
const bodyLimit = 1024 * 1024;

const discardLimit = 8 * bodyLimit;
