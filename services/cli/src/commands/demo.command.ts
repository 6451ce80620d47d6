import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.js';
import { DemoFailure } from '../demo/demo-failure.js';
import { demoScenarios } from '../demo/demo-scenarios.js';
import { languageOfTerminal } from '../demo/demo-text.js';
import type { DemoLanguage } from '../demo/demo-text.js';
import { playScenario } from '../demo/play-scenario.js';
import { printResult } from '../print.js';

interface DemoFlags {
  language: string;
  json?: boolean;
}

/** `clearline demo <scenario>`: a story of the trade, played over HTTP, everything in it checked. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .argument('<scenario>', 'a story, or `list`')
    .description(
      'play a complaint from the trade against a Clearline of its own, checking all of it',
    )
    .option('--language <zh|en>', 'of what is told', languageOfTerminal())
    .option('--json', 'one JSON object')
    .action(demo);
}

async function demo(name: string, flags: DemoFlags): Promise<void> {
  const { language } = flags;
  if (language !== 'zh' && language !== 'en') {
    throw new CommandFailure(`--language: "${language}" is neither zh nor en`, 2);
  }
  if (name === 'list') {
    list(language, flags.json ?? false);
    return;
  }
  const scenario = Object.hasOwn(demoScenarios, name) ? demoScenarios[name] : undefined;
  if (!scenario) {
    const names = Object.keys(demoScenarios).join(', ');
    throw new CommandFailure(`no scenario ${name}; there are: ${names}`, 2);
  }
  const out = flags.json ? process.stderr : process.stdout;
  out.write(`${scenario.title[language]}\n`);
  let steps = 0;
  const startedAt = performance.now();
  try {
    const checks = await playScenario(scenario, (at, text) => {
      steps += 1;
      out.write(`${wallTime(at)}  ✓ ${text[language]}\n`);
    });
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    printResult(
      { scenario: name, steps, checks, seconds, verdict: 'as it must be' },
      flags.json ?? false,
    );
  } catch (error) {
    if (!(error instanceof DemoFailure)) throw error;
    throw new CommandFailure(`✗ ${error.message}`);
  }
}

function list(language: DemoLanguage, asJson: boolean): void {
  const titles = Object.values(demoScenarios).map(({ name, title }) => [name, title[language]]);
  printResult(Object.fromEntries(titles) as Record<string, string>, asJson);
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** As the clock on the wall of the hotline shows it. */
const wallTime = (at: number) => wall.format(at);
