import { systemClock } from '../../src/time/clock.ts';
import { openDelivery } from './delivery-sender.ts';

/** One replica in a process of its own, to be killed. Arguments: Redis URL, WeCom URL, prefix. */
const [redisUrl = '', wecomUrl = '', prefix = ''] = process.argv.slice(2);
const { delivery } = await openDelivery({ redisUrl, wecomUrl, prefix, clock: systemClock });
await delivery.start();
process.on('disconnect', () => process.exit());
