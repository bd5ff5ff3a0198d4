package io.laguna.redshift.load.source;

/** An object that is loaded, and its bytes. */
public record Source(Location location, long size) {}
