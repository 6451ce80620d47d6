import { Kafka, logLevel } from 'kafkajs';
import { GenericContainer, Wait } from 'testcontainers';
import type { StartedTestContainer } from 'testcontainers';
import { freePort, waitFor } from '#testing';

interface Topics {
  createTopics(brokers: string[]): Promise<string[]>;
}

export interface Containers {
  databaseUrl: string;
  redisUrl: string;
  kafkaBrokers: string[];
  stop(): Promise<void>;
}

const healthy = (...test: string[]) => ({
  test: ['CMD', ...test] as ['CMD', ...string[]],
  interval: 500,
  timeout: 10_000,
  retries: 120,
});

/** The servers of the distributed engine from their public images, at the versions that compose names. */
export async function startContainers(): Promise<Containers> {
  const started: StartedTestContainer[] = [];
  const stop = async () => {
    await Promise.allSettled(started.map((container) => container.stop()));
  };
  const start = async (container: GenericContainer) => {
    const running = await container.withStartupTimeout(120_000).start();
    started.push(running);
    return running;
  };
  try {
    const postgres = await start(
      new GenericContainer('postgres:18')
        .withEnvironment({ POSTGRES_USER: 'clearline', POSTGRES_PASSWORD: 'clearline' })
        .withExposedPorts(5432)
        .withHealthCheck(healthy('pg_isready', '-q', '-h', '127.0.0.1', '-U', 'clearline'))
        .withWaitStrategy(Wait.forHealthCheck()),
    );
    const redis = await start(
      new GenericContainer('redis:8')
        .withExposedPorts(6379)
        .withHealthCheck(healthy('redis-cli', 'ping'))
        .withWaitStrategy(Wait.forHealthCheck()),
    );
    const kafkaPort = await freePort();
    await start(
      new GenericContainer('apache/kafka:4.3.0')
        .withEnvironment(kafkaEnvironment(kafkaPort))
        .withExposedPorts({ container: 9092, host: kafkaPort })
        .withWaitStrategy(Wait.forListeningPorts()),
    );
    const kafkaBrokers = [`localhost:${kafkaPort}`];
    const topics = '../../../infra/kafka/topics.mjs';
    const { createTopics } = (await import(topics)) as Topics;
    // An open port is not a broker that elects leaders yet.
    await waitFor(() => createTopics(kafkaBrokers), { timeoutMs: 120_000, describe: 'the topics' });
    await groupsWork(kafkaBrokers);
    const at = (container: StartedTestContainer, port: number) =>
      `${container.getHost()}:${container.getMappedPort(port)}`;
    return {
      databaseUrl: `postgres://clearline:clearline@${at(postgres, 5432)}/clearline`,
      redisUrl: `redis://${at(redis, 6379)}`,
      kafkaBrokers,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first request for a group makes the broker's own topic, which takes a while on a busy machine. */
async function groupsWork(brokers: string[]): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await waitFor(() => admin.fetchOffsets({ groupId: 'probe', topics: ['clearline.cases'] }), {
      timeoutMs: 120_000,
      everyMs: 200,
      describe: 'the group coordinator',
    });
  } finally {
    await admin.disconnect();
  }
}

function kafkaEnvironment(hostPort: number): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${hostPort}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  };
}
