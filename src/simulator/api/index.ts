import type { Api } from './api.ts';
import { createMenu } from './create-menu.ts';
import { deleteMenu } from './delete-menu.ts';
import { getAgent } from './get-agent.ts';
import { getCallbackIp } from './get-callback-ip.ts';
import { getMedia } from './get-media.ts';
import { getMenu } from './get-menu.ts';
import { getToken } from './get-token.ts';
import { getUser } from './get-user.ts';
import { recallMessage } from './recall-message.ts';
import { sendMessage } from './send-message.ts';
import { setAgent } from './set-agent.ts';
import { updateCard } from './update-card.ts';
import { uploadMedia } from './upload-media.ts';

/** Every server API the simulator plays. */
export const apis: readonly Api[] = [
  getToken,
  sendMessage,
  updateCard,
  recallMessage,
  createMenu,
  getMenu,
  deleteMenu,
  getAgent,
  setAgent,
  uploadMedia,
  getMedia,
  getCallbackIp,
  getUser,
];
