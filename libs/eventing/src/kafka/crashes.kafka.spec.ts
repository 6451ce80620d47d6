import { testKafkaBrokers } from '#testing';
import { crashConformance } from '../../test-support/crash-conformance.js';
import { createKafkaCrashRig } from '../../test-support/kafka-crash-rig.js';

crashConformance('Kafka', async () => {
  const rig = await createKafkaCrashRig(testKafkaBrokers());
  await rig.startRelay();
  return rig;
});
