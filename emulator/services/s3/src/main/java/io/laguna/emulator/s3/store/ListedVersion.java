package io.laguna.emulator.s3.store;

/** A version in a listing. */
public record ListedVersion(Version version, boolean latest) {}
