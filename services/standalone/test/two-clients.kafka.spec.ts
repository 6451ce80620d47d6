import { openOnKafka } from './open-on-kafka.js';
import { twoClientsSuite } from './two-clients-suite.js';

twoClientsSuite('Kafka', openOnKafka);
