// A command for tests: starts a child that never ends by itself, says who both are and where its home is, and waits.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
child.on('spawn', () => console.log(JSON.stringify({ command: process.pid, child: child.pid, home: homedir() })));
setInterval(() => {}, 1000);
