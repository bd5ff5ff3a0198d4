package io.laguna.redshift.load.unload;

/**
 * A file that has been written.
 *
 * @param name what follows the statement's prefix
 * @param slice the slice that wrote it
 * @param rows the rows in it, and its header
 */
public record WrittenFile(String name, int slice, long rows, long bytes) {}
