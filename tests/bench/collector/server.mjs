// A server as a process, for the collector's benchmark.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Plain } from '../../../scripts/lib/project.mjs';

/** Starts a program that prints its address, and waits for it. @returns its port, and `stop`. */
export async function startServer(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options });
  const ended = once(child, 'exit');
  let text = '';
  const port = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Plain(`${command} ${args.join(' ')} exited with ${code}`)));
    child.stdout.on('data', (piece) => {
      text += piece;
      const found = /http:\/\/\S+:(\d+)\n/.exec(text);
      if (found) resolve(Number(found[1]));
    });
  });
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
