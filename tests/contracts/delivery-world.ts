import { onTestFinished } from 'vitest';
import { createMovableClock, type MovableClock } from '../../src/simulator/movable-clock.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';
import type { Pace } from '../../src/delivery/pace.ts';
import { openDelivery, quickPace, type TestDelivery, type TestDeliveryParts } from './delivery-sender.ts';
import { startStandInWecom, type StandInBehaviour, type StandInWecom } from './delivery-wecom.ts';

/** A stand-in WeCom, a Redis prefix and a clock; all closed when the test is over. */
export interface DeliveryWorld {
  readonly wecom: StandInWecom;
  readonly redis: TestRedis;
  readonly clock: MovableClock;
  /** One more replica, sending. */
  replica(
    pace?: Partial<Pace>,
    rest?: Pick<TestDeliveryParts, 'spaces' | 'accounts' | 'readdress'>,
  ): Promise<TestDelivery>;
}

export async function deliveryWorld(behaviour: StandInBehaviour = {}): Promise<DeliveryWorld> {
  const wecom = await startStandInWecom(behaviour);
  const redis = await testRedis();
  const clock = createMovableClock();
  const replicas: TestDelivery[] = [];
  onTestFinished(async () => {
    await Promise.all(replicas.map((one) => one.close()));
    await wecom.close();
    await redis.close();
  });

  return {
    wecom,
    redis,
    clock,
    async replica(pace = {}, rest = {}) {
      const opened = await openDelivery({
        redisUrl: redis.url,
        wecomUrl: wecom.url,
        prefix: redis.prefix,
        clock,
        pace: { ...quickPace, ...pace },
        ...rest,
      });
      replicas.push(opened);
      await opened.delivery.start();
      return opened;
    },
  };
}
