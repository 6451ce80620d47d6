import { openOnKafka } from './open-on-kafka.js';
import { workflowSuite } from './workflow-suite.js';

workflowSuite('Kafka', openOnKafka);
