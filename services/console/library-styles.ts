import type { Plugin } from 'vite';

const makers = new Set(['genStyleHooks', 'genSubStyleComponent', 'genComponentStyleHook']);

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Call extends Node {
  callee: { type: string; name?: string };
  arguments: readonly Node[];
}

/**
 * Leaves out how the library writes its rules as parts are drawn: `zeroRuntime` never asks for it, since they come
 * from its style sheet. Its tokens stay, which become variables of that sheet. A tenth of the first load.
 */
export function libraryStyles(): Plugin {
  let left = 0;
  return {
    name: 'library-styles',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]antd[\\/]es[\\/].*style[\\/][^\\/]+\.js$/ },
      handler(code) {
        const rules = callsIn(this.parse(code)).flatMap((call) => call.arguments[1] ?? []);
        left += rules.length;
        // From the end, so that what is in front keeps its place.
        const without = rules
          .sort((one, other) => other.start - one.start)
          .reduce((text, { start, end }) => `${text.slice(0, start)}null${text.slice(end)}`, code);
        return { code: without, map: null };
      },
    },
    buildEnd(error) {
      // The library may have come to name them otherwise: nothing would tell, but the size.
      if (!error && left === 0) this.error('the library makes its rules in another way than known');
    },
  };
}

/** Every call that says how a part's rules are written, wherever it is. */
function callsIn(value: unknown): Call[] {
  if (Array.isArray(value)) return value.flatMap(callsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(callsIn);
  return isCall(value) && makers.has(value.callee.name ?? '') ? [value, ...inner] : inner;
}

function isCall(value: object): value is Call {
  return 'type' in value && value.type === 'CallExpression';
}
