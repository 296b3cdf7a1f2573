// Ends what a command has started and left behind because it was itself killed. Its standard input is a pipe from that command,
// which writes `+12` when its child 12 begins and `-12` when it ends; the pipe ends with the command, however that ended.
import { createInterface } from 'node:readline';

const children = new Set();
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) children.add(pid);
  else children.delete(pid);
}
for (const pid of children) {
  // Those that lead a group of their own, such as a browser, with their group.
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It has ended by itself, or is no group.
    }
  }
}
