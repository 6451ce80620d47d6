import { messageMailSuite } from './message-mail-suite.js';
import { openOnKafka } from './open-on-kafka.js';

messageMailSuite('Kafka', openOnKafka);
