// The health check of a container: exit 0 when the service says that it is ready.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`);
process.exit(answer.ok ? 0 : 1);
