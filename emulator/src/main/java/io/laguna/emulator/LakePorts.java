package io.laguna.emulator;

/** The ports engines listen on; 0 takes any free one. */
public record LakePorts(int s3, int metastore, int postgresql, int mariadb) {
    public static LakePorts free() {
        return new LakePorts(0, 0, 0, 0);
    }
}
