/** How long a test waits for what comes in its own time: a busy machine is slow, only a hang should fail. */
export const patient = { timeout: 50_000 };
