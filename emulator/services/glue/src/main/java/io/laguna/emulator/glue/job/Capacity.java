package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Failures;
import java.util.Map;
import java.util.Optional;

/**
 * The capacity of a job or a run, which is reckoned: a run has the machine that it runs on.
 *
 * @param workerType a type of workers; empty where a number of DPU is asked for
 * @param workers the number of workers
 * @param maximum the number of DPU
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/worker-types.html">Worker types</a>
 */
record Capacity(Optional<String> workerType, Optional<Integer> workers, double maximum) {
    private static final Map<String, Double> DPU = Map.ofEntries(
            Map.entry("Standard", 1.0),
            Map.entry("G.025X", 0.25),
            Map.entry("G.1X", 1.0),
            Map.entry("G.2X", 2.0),
            Map.entry("G.4X", 4.0),
            Map.entry("G.8X", 8.0),
            Map.entry("G.12X", 12.0),
            Map.entry("G.16X", 16.0),
            Map.entry("R.1X", 1.0),
            Map.entry("R.2X", 2.0),
            Map.entry("R.4X", 4.0),
            Map.entry("R.8X", 8.0),
            Map.entry("Z.2X", 2.0));

    /** "The default is 10 DPUs". */
    private static final Capacity SPARK = new Capacity(Optional.of("G.1X"), Optional.of(10), 10);

    /** "You can set the value to 0.0625 or 1. The default is 0.0625 DPU." */
    private static final double SHELL = 0.0625;

    /** A capacity as a request has it; null stands for a member that is not there. */
    record Asked(String workerType, Integer workers, Double maximum, Integer allocated) {
        /** Returns the DPU in whole numbers, of which 0 are none. */
        int whole() {
            return Optional.ofNullable(allocated).orElse(0);
        }
    }

    /**
     * Returns the capacity that is asked for, or the default.
     *
     * @param otherwise the job's, for a run
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException when it is none
     */
    static Capacity of(Kind kind, Asked asked, Optional<Capacity> otherwise) {
        if (asked.workerType() != null || asked.workers() != null) {
            return ofWorkers(kind, asked, otherwise);
        }
        if (asked.maximum() != null && asked.whole() > 0) {
            throw Failures.invalid("Please set only Allocated Capacity or Max Capacity.");
        }
        Optional<Double> maximum = Optional.ofNullable(asked.maximum())
                .or(() -> Optional.of(asked.whole()).filter(given -> given > 0).map(Integer::doubleValue));
        if (maximum.isPresent()) {
            return ofMaximum(kind, maximum.get());
        }
        return otherwise.orElseGet(
                () -> kind == Kind.PYTHON_SHELL ? new Capacity(Optional.empty(), Optional.empty(), SHELL) : SPARK);
    }

    private static Capacity ofWorkers(Kind kind, Asked asked, Optional<Capacity> otherwise) {
        if (kind == Kind.PYTHON_SHELL) {
            throw Failures.invalid("Worker Type and Number of Workers are not supported for Python shell jobs.");
        }
        if (asked.maximum() != null || asked.whole() > 0) {
            throw Failures.invalid("Please do not set Max Capacity if using Worker Type and Number of Workers.");
        }
        String type = Optional.ofNullable(asked.workerType())
                .or(() -> otherwise.flatMap(Capacity::workerType))
                .orElseThrow(Capacity::half);
        int workers = Optional.ofNullable(asked.workers())
                .or(() -> otherwise.flatMap(Capacity::workers))
                .orElseThrow(Capacity::half);
        double dpu = Optional.ofNullable(DPU.get(type))
                .orElseThrow(() -> Failures.invalid("Worker Type " + type + " is not valid."));
        if (workers < 1) {
            throw Failures.invalid("Number of Workers must be at least 1.");
        }
        return new Capacity(Optional.of(type), Optional.of(workers), workers * dpu);
    }

    private static Capacity ofMaximum(Kind kind, double maximum) {
        if (kind == Kind.PYTHON_SHELL && maximum != SHELL && maximum != 1) {
            throw Failures.invalid("Max Capacity of a Python shell job must be 0.0625 or 1.");
        }
        if (kind == Kind.SPARK && maximum < 1) {
            throw Failures.invalid("Max Capacity must be at least 1 DPU.");
        }
        return new Capacity(Optional.empty(), Optional.empty(), maximum);
    }

    private static RuntimeException half() {
        return Failures.invalid("Please set both Worker Type and Number of Workers.");
    }

    /** Returns the DPU in the form that the API had first, in whole numbers. */
    int allocated() {
        return (int) maximum;
    }
}
