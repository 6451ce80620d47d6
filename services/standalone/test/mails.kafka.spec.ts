import { mailSuite } from './mail-suite.js';
import { openOnKafka } from './open-on-kafka.js';

mailSuite('Kafka', openOnKafka);
