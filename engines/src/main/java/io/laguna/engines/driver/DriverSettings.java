package io.laguna.engines.driver;

/**
 * The number of drivers, and their size.
 *
 * @param memory the heap of a driver that does not ask for another, as the JVM writes it: {@code 2g}
 * @param warm how many drivers are kept ready, each for the next job; 0 for none
 * @param concurrent how many run at once; more wait in the order of their submission
 */
public record DriverSettings(String memory, int warm, int concurrent) {
    /** The default: one driver in reserve, and as many at once as the machine has cores, at least two. */
    public static final DriverSettings DEFAULT =
            new DriverSettings("2g", 1, Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** Returns these settings without drivers in reserve: each job starts its own JVM. */
    public DriverSettings cold() {
        return new DriverSettings(memory, 0, concurrent);
    }
}
