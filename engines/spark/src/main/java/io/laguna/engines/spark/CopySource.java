package io.laguna.engines.spark;

import org.apache.hadoop.fs.Path;

/**
 * A file to copy.
 *
 * @param relative its path below {@code --src}, without a slash at its begin
 * @param size in bytes
 */
record CopySource(Path path, String relative, long size) {}
