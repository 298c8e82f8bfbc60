/*
 * How the first look, the browser tests and the benchmarks start the Java parts: on a laptop beside a browser,
 * so small and quick to start rather than fast after an hour. A site chooses its own flags.
 */
const lean = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss512k', '-XX:-UsePerfData'];

/** Options of the JVM for each part. */
export const jvm = {
  mes: ['-Xmx160m', '-Xmn32m', ...lean], // lives on about 100 MB
  simulator: ['-Xmx48m', ...lean],
  crew: ['-Xmx48m', ...lean],
};

/** glibc gives every thread a heap of its own otherwise; two are enough and return what is freed. */
export const environment = { ...process.env, MALLOC_ARENA_MAX: '2' };
