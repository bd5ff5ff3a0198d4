package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.object.Version;

/** A version in a listing. */
public record ListedVersion(Version version, boolean latest) {}
