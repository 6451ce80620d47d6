import { bootServices } from '#eventing';
import { readPlatformConfig } from '#platform';
import { intakeService } from './intake.service.js';

await bootServices([intakeService], readPlatformConfig());
