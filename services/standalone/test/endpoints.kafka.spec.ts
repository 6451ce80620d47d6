import { endpointSuite } from './endpoint-suite.js';
import { openOnKafka } from './open-on-kafka.js';

endpointSuite('Kafka', openOnKafka);
