package io.laguna.engines.driver;

/**
 * How many drivers there are, and how large.
 *
 * @param memory the heap of a driver that does not ask for another, as the JVM writes it: {@code 2g}
 * @param warm how many drivers are kept ready, each for the next job; 0 for none
 * @param concurrent how many run at once; more wait in the order of their submission
 */
public record DriverSettings(String memory, int warm, int concurrent) {
    /** One driver in reserve, and as many at once as the machine has cores, at least two. */
    public static final DriverSettings DEFAULT =
            new DriverSettings("2g", 1, Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** The same without drivers in reserve: each job starts its own JVM. */
    public DriverSettings cold() {
        return new DriverSettings(memory, 0, concurrent);
    }
}
