package io.laguna.emulator.lake;

/**
 * The ports the endpoint and the engines listen on; 0 takes any free one.
 *
 * @param redshift the port of the first Redshift cluster; further ones get the next ports that are free
 */
public record LakePorts(int endpoint, int metastore, int postgresql, int mariadb, int trino, int redshift) {
    public static LakePorts free() {
        return new LakePorts(0, 0, 0, 0, 0, 0);
    }
}
