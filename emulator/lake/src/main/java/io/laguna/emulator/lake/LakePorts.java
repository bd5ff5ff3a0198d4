package io.laguna.emulator.lake;

/** The ports the endpoint and the engines listen on; 0 takes any free one. */
public record LakePorts(int endpoint, int metastore, int postgresql, int mariadb, int trino) {
    public static LakePorts free() {
        return new LakePorts(0, 0, 0, 0, 0);
    }
}
