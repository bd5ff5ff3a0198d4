package io.laguna.emulator.emrserverless;

/**
 * The sizes in which workers are there.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html#worker-configs">Supported
 *     worker configurations</a>
 */
enum WorkerSize {
    ONE(1, 2, 8, 1),
    TWO(2, 4, 16, 1),
    FOUR(4, 8, 30, 1),
    EIGHT(8, 16, 60, 4),
    SIXTEEN(16, 32, 120, 8),
    THIRTY_TWO(32, 60, 244, 1);

    private final long cpu;
    private final long leastMemory;
    private final long mostMemory;
    private final long step;

    /**
     * Creates a size of workers.
     *
     * @param leastMemory the least memory in GB, as the other sizes are
     */
    WorkerSize(long cpu, long leastMemory, long mostMemory, long step) {
        this.cpu = cpu;
        this.leastMemory = leastMemory;
        this.mostMemory = mostMemory;
        this.step = step;
    }

    static boolean isSupported(Resources worker) {
        for (WorkerSize size : values()) {
            if (size.cpu == worker.cpu()) {
                return worker.memory() >= size.leastMemory
                        && worker.memory() <= size.mostMemory
                        && (worker.memory() - size.leastMemory) % size.step == 0;
            }
        }
        return false;
    }
}
