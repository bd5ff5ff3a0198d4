package io.laguna.engines.driver;

/**
 * The number of drivers, and their size.
 *
 * @param memory the heap of a driver that does not ask for another, as the JVM writes it: {@code 2g}
 * @param warm how many drivers are kept ready, each for the next job; 0 for none
 * @param concurrent how many run at once; more wait in the order of their submission
 * @param most how many run at once when those that wait have waited and the machine has memory for them
 */
public record DriverSettings(String memory, int warm, int concurrent, int most) {
    /** The default: one driver in reserve, and as many at once as the machine has cores, at least two. */
    public static final DriverSettings DEFAULT =
            new DriverSettings("2g", 1, Math.max(2, Runtime.getRuntime().availableProcessors()), 20);

    /** Creates settings under which never more than so many run at once. */
    public DriverSettings(String memory, int warm, int concurrent) {
        this(memory, warm, concurrent, concurrent);
    }

    /** Returns these settings without drivers in reserve: each job starts its own JVM. */
    public DriverSettings cold() {
        return new DriverSettings(memory, 0, concurrent, most);
    }
}
