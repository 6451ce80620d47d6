/**
 * `host:port` of the Kafka that jest started for the project `kafka`; it has every topic of the product.
 * @throws in every other project
 */
export function testKafkaBrokers(): string[] {
  const brokers = process.env['CLEARLINE_TEST_KAFKA_BROKERS'];
  if (!brokers) throw new Error('no test broker: name the file *.kafka.spec.ts');
  return brokers.split(',');
}
