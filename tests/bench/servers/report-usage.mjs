// @ts-check

// Loaded in front of a server that is measured: tells the benchmark what the process has used so far.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() });
});
