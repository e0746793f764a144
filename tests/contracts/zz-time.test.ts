import { it } from 'vitest';
import { replicaSpawner } from '/work/main/tests/support/replica-spawn.ts';
import { startReplica } from '/work/main/tests/support/replica-start.ts';
import { world } from '/work/main/tests/support/world.ts';
it('t', async () => {
  const cpu = () => { const u = process.cpuUsage(); return Math.round((u.user+u.system)/1000); };
  let c = cpu(), t = performance.now();
  const lap = (n: string) => { const c2 = cpu(), t2 = performance.now(); console.log(n, 'cpu', c2-c, 'wall', Math.round(t2-t)); c = c2; t = t2; };
  const s = await replicaSpawner(); lap('bundle');
  for (let i=0;i<3;i++) {
    const w = await world({replicas:0}); lap('world');
    const r = await startReplica(w); lap('survivor');
    const k = await s.spawn({settings:w.settings, redisUrl:w.redisUrl, now:w.clock.now()}); lap('spawn');
    w.simulator.setCallbackUrl(k.callbackUrl);
    await w.person('林晓棠').types('签到'); lap('turn');
    await r.settle(); lap('settle');
    await k.kill(); lap('kill'); await r.stop(); lap('stop'); await w.close(); lap('close');
  }
  await s.close();
}, 30000);
